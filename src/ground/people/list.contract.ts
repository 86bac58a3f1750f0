import { z } from 'zod'
import { endpoint, id } from '#platform/http/endpoint'
import { locale, role } from './contract.ts'
import { wanted } from './invitation.contract.ts'

/** What becomes of a line of a list of people; all but `ready` are passed over, with the reason. */
const lineState = z.enum([
  'ready',
  'member',
  'invited',
  'duplicate',
  'bad-address',
  'no-name',
  'too-long',
  'unknown-group',
  'ambiguous-group',
  'unknown-role',
  'unknown-language',
  'bad-working-time',
  'not-allowed',
  'broken-quotes',
])
export type LineState = z.output<typeof lineState>

const wantedInvitation = z.strictObject(wanted)
export type WantedInvitation = z.output<typeof wantedInvitation>

/** One line of a list: as it was written, what becomes of it, and when it is good the invitation it stands for. */
const listLine = z.object({
  line: z.number().int(),
  state: lineState,
  name: z.string(),
  email: z.string(),
  title: z.string(),
  group: z.string(),
  role: z.string(),
  language: z.string(),
  workingTime: z.string(),
  /** The earlier line that says the same address. */
  duplicateOf: z.number().int().nullable(),
  /** The group that was probably meant. */
  suggestion: z.string().nullable(),
  invitation: wantedInvitation.nullable(),
})
export type ListLine = z.output<typeof listLine>

const listPreview = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  /** What the heading's columns were understood as, and headings that say nothing here. */
  columns: z.array(z.object({ heading: z.string(), column: z.string().nullable() })),
  lines: z.array(listLine),
  ready: z.number().int(),
})
export type ListPreview = z.output<typeof listPreview>

export const previewInvitations = endpoint('previewInvitations', {
  method: 'POST',
  path: '/invitation-lists/preview',
  summary:
    'Read a table of people (CSV, 2 MB and 10,000 lines at most) and say line by line what would become of it; changes nothing',
  access: ['admin'],
  query: z.strictObject({ groupId: id().optional(), role: role.optional(), locale: locale.optional() }),
  raw: 'request',
  twice: 'it changes nothing, and says the same as long as nothing else has changed.',
  status: 200,
  returns: listPreview,
  problems: ['invitation-list.too-large', 'invitation-list.empty', 'invitation-list.no-address-column'],
})

export const inviteMany = endpoint('inviteMany', {
  method: 'POST',
  path: '/invitation-lists',
  summary:
    'Invite all of these in one go: the good lines of a preview. Addresses that became known since are passed over',
  access: ['admin'],
  body: z.strictObject({ invitations: z.array(wantedInvitation).min(1).max(10_000) }),
  returns: z.object({
    invited: z.number().int(),
    passedOver: z.array(z.object({ email: z.string(), state: z.enum(['member', 'invited']) })),
  }),
  problems: ['group.admin-needed', 'group.not-found'],
  example: {
    invitations: [
      {
        email: 'mei@northwind.example',
        name: 'Mei Tanaka',
        title: 'Calibration technician',
        groupId: '01890000-0000-7000-8000-000000000000',
        role: 'learner',
        locale: 'en',
      },
    ],
  },
})
