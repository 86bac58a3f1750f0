import { z } from 'zod'
import { questionAttrs } from '#course/document/schema.ts'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose } from '#platform/http/endpoint'
import { mostNamed, mostTip } from './limits.ts'
import { contributionKinds } from './rungs.ts'

const blockId = z.string().regex(/^[A-Za-z0-9]{12}$/)
const said = (max: number) => prose(max).min(1)

/** What is given to a course, by its kind. Words are plain text; a step's are Markdown-light: lists, bold, italics. */
export const contributionContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('edit'),
    old: z.string().min(1).max(20_000).describe('what the block says, as it was read'),
    words: said(20_000).describe('what it is to say'),
    why: prose(500).default(''),
  }),
  z.strictObject({ kind: z.literal('question'), question: questionAttrs }),
  z.strictObject({
    kind: z.literal('clip'),
    fileId: id().describe('a picture or a film that was sent by startUploadAhead'),
    caption: line(300),
    alt: prose(300)
      .default('')
      .describe('what a picture shows, for who cannot see it; the caption, unless said'),
  }),
  z.strictObject({ kind: z.literal('step'), title: line(120), text: said(8000) }),
  z.strictObject({ kind: z.literal('tip'), text: said(mostTip) }),
])
export type ContributionContent = z.output<typeof contributionContent>

const state = z.enum(['open', 'taken', 'declined', 'withdrawn'])

export const contribution = z.object({
  id: id(),
  course: z.object({ id: id(), title: z.string() }),
  contributor: member,
  kind: z.enum(contributionKinds),
  stepId: z.string(),
  stepTitle: z.string().nullable().describe('null where the step is gone'),
  blockId: z.string().nullable(),
  content: contributionContent,
  file: z
    .object({
      mediaType: z.string(),
      width: z.number().int().nullable(),
      height: z.number().int().nullable(),
    })
    .nullable(),
  edition: z.number().int().describe('counts its wordings'),
  madeAt: moment(),
  changedAt: moment(),
  state,
  decidedBy: member.nullable(),
  decidedAt: moment().nullable(),
  words: z.string().describe('why it was not taken in'),
  now: z
    .string()
    .nullable()
    .describe('of an edit: what the block says by now, in the draft for its author; null where it is gone'),
  version: z.number().int().nullable().describe('the one in which it was published'),
  can: z.object({ decide: z.boolean(), change: z.boolean(), reopen: z.boolean(), withdraw: z.boolean() }),
})
export type Contribution = z.output<typeof contribution>

const aCourse = z.strictObject({ courseId: id() })
const aContribution = z.strictObject({ contributionId: id() })
const tip = { kind: 'tip', text: 'Leave the gauge on the bench for an hour before you zero it.' } as const

const unfit = [
  'contribution.place-gone',
  'contribution.no-words',
  'contribution.passage-changed',
  'contribution.same-words',
  'contribution.question-unfinished',
  'contribution.say-why-wrong',
  'contribution.file-unknown',
  'contribution.file-kind',
  'contribution.file-large',
] as const
const undecided = ['contribution.decided', 'contribution.taken-back'] as const

export const makeContribution = endpoint('makeContribution', {
  method: 'POST',
  path: '/courses/:courseId/contributions',
  summary: 'Give something small to a published course of somebody else; its author decides',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({
    stepId: blockId,
    blockId: blockId
      .nullable()
      .default(null)
      .describe('what it changes, or stands behind; the end of the step'),
    content: contributionContent,
  }),
  returns: contribution,
  problems: ['contribution.own-course', 'contribution.too-many', ...unfit],
  example: { stepId: 'abcdefghjk22', content: tip },
})

export const listContributions = endpoint('listContributions', {
  method: 'GET',
  path: '/contributions',
  summary: 'What others gave to courses that one writes, or what one gave oneself; newest first',
  access: 'signed-in',
  query: page(
    {
      whose: z.enum(['given-to-me', 'mine']).default('given-to-me'),
      state: z.enum(['open', 'decided', 'all']).default('open'),
      courseId: id().optional(),
    },
    10,
  ),
  returns: listOf(contribution),
})

export const changeContribution = endpoint('changeContribution', {
  method: 'PUT',
  path: '/contributions/:contributionId',
  summary: 'Say it otherwise, as long as nobody has decided: whoever gave it',
  access: 'signed-in',
  params: aContribution,
  body: z.strictObject({ content: contributionContent }),
  returns: contribution,
  problems: ['contribution.not-yours', 'contribution.other-kind', ...undecided, ...unfit],
  example: { content: { ...tip, text: 'Leave it there for two hours.' } },
})

export const withdrawContribution = endpoint('withdrawContribution', {
  method: 'PUT',
  path: '/contributions/:contributionId/withdrawal',
  summary: 'Take it back, as long as nobody has decided: whoever gave it',
  access: 'signed-in',
  params: aContribution,
  returns: contribution,
  problems: ['contribution.not-yours', 'contribution.decided'],
})

export const returnContribution = endpoint('returnContribution', {
  method: 'DELETE',
  path: '/contributions/:contributionId/withdrawal',
  summary: 'Give it again after all',
  access: 'signed-in',
  params: aContribution,
  returns: contribution,
  problems: ['contribution.not-yours', 'contribution.too-many'],
})

export const takeContribution = endpoint('takeContribution', {
  method: 'PUT',
  path: '/contributions/:contributionId/acceptance',
  summary: 'Take it into the draft, which is kept as a version before: the course’s author',
  access: 'signed-in',
  params: aContribution,
  body: z.strictObject({
    edition: z.number().int().min(1).max(1_000_000).describe('the wording that one has read'),
    revision: z
      .number()
      .int()
      .min(0)
      .max(2_000_000_000)
      .nullable()
      .default(null)
      .describe('of the draft that one looks at; null for whatever was saved last'),
  }),
  returns: z.object({ contribution, revision: z.number().int() }),
  problems: [
    'course.not-yours',
    ...undecided,
    'contribution.changed-since',
    'contribution.place-gone',
    'contribution.passage-changed',
    'contribution.does-not-fit',
    'course.saved-elsewhere',
  ],
  example: { edition: 1 },
})

export const untakeContribution = endpoint('untakeContribution', {
  method: 'DELETE',
  path: '/contributions/:contributionId/acceptance',
  summary:
    'Take it out of the draft again, as long as it stands there as it was taken in and is not published',
  access: 'signed-in',
  params: aContribution,
  returns: contribution,
  problems: [
    'course.not-yours',
    'contribution.not-taken',
    'contribution.published',
    'contribution.edited-since',
    'course.saved-elsewhere',
  ],
})

export const declineContribution = endpoint('declineContribution', {
  method: 'PUT',
  path: '/contributions/:contributionId/refusal',
  summary: 'Say why it is not taken in: the course’s author',
  access: 'signed-in',
  params: aContribution,
  body: z.strictObject({ words: said(500) }),
  returns: contribution,
  problems: ['course.not-yours', ...undecided],
  example: { words: 'Thank you; the next step says it already.' },
})

export const undeclineContribution = endpoint('undeclineContribution', {
  method: 'DELETE',
  path: '/contributions/:contributionId/refusal',
  summary: 'Think about it again after all',
  access: 'signed-in',
  params: aContribution,
  returns: contribution,
  problems: ['course.not-yours', 'contribution.not-declined'],
})

export const getContributionFile = endpoint('getContributionFile', {
  method: 'GET',
  path: '/contributions/:contributionId/file',
  summary: 'The picture or film that somebody gave, for them and for the course’s author; or a part of it',
  access: 'signed-in',
  params: aContribution,
  raw: 'response',
  problems: ['file.lost'],
})

export const listContributors = endpoint('listContributors', {
  method: 'GET',
  path: '/courses/:courseId/contributors',
  summary: 'Whose contributions are in what is published, but for those who do not want to be named',
  access: 'signed-in',
  params: aCourse,
  returns: z.object({
    items: z
      .array(z.object({ member, kinds: z.array(z.enum(contributionKinds)), isMe: z.boolean() }))
      .max(mostNamed),
    total: z.number().int(),
  }),
})
