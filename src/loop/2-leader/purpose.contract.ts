import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, moment, prose } from '#platform/http/endpoint'

/** What may be found out about people, each for one end of its own. */
export const purposes = ['detection', 'survey', 'network', 'imports', 'fairness'] as const
export type Purpose = (typeof purposes)[number]
export const purposeName = z.enum(purposes)

/** Who sees what comes of it: each of them sees what the one before sees. */
export const audiences = ['admins', 'managers', 'leaders', 'everyone'] as const
export type Audience = (typeof audiences)[number]

export const purposeState = z.object({
  purpose: purposeName,
  /** Null: nothing of it is computed or stored. */
  onSince: moment().nullable(),
  legalNote: z.string(),
  keepDays: z.number().int(),
  seenBy: z.enum(audiences),
  /** Whom it may be shown to at all. */
  mayBeSeenBy: z.array(z.enum(audiences)),
  /** Who decided so last; null while nobody has, and what is usual holds. */
  changed: z.object({ by: member, at: moment() }).nullable(),
})
export type PurposeState = z.output<typeof purposeState>

export const listPurposes = endpoint('listPurposes', {
  method: 'GET',
  path: '/purposes',
  summary: 'What is found out about people here: what for, by what right, how long it is kept, who sees it',
  access: 'signed-in',
  returns: z.object({
    items: z.array(purposeState).max(purposes.length),
    can: z.object({ set: z.boolean() }),
  }),
})

export const setPurpose = endpoint('setPurpose', {
  method: 'PUT',
  path: '/purposes/:purpose',
  summary: 'Switch one on or off, and say by what right; off deletes what is stored of it',
  access: ['admin'],
  params: z.strictObject({ purpose: purposeName }),
  body: z.strictObject({
    isOn: z.boolean(),
    legalNote: prose(2000),
    keepDays: z.number().int().min(30).max(3650),
    seenBy: z.enum(audiences),
  }),
  returns: purposeState,
  problems: ['purpose.admin-needed'],
  example: {
    isOn: true,
    legalNote: 'Agreement with the works council of 12 January.',
    keepDays: 365,
    seenBy: 'managers',
  },
})
