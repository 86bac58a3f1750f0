import { z } from 'zod'
import { courseDocument } from '#course/document/schema.ts'
import { member } from '#people/contract.ts'
import { endpoint, id, moment } from '#platform/http/endpoint'

export const severity = z.enum(['must', 'should', 'note'])

const seconds = z.number().min(0).max(86_400)
const fraction = z.number().min(0).max(1)
const wholeBlock = z.strictObject({ kind: z.literal('block') })
const time = z.strictObject({
  kind: z.literal('time'),
  /** In seconds from the beginning. */
  from: seconds,
  to: seconds.nullable().default(null),
})
/** Of the width from the left, of the height from the top. */
const point = z.strictObject({ kind: z.literal('point'), x: fraction, y: fraction })
const range = z.strictObject({
  kind: z.literal('range'),
  /** Where the words begin in what the block says, in UTF-16 code units; a line break is one. */
  start: z.number().int().min(0).max(100_000),
  quote: z.string().min(1).max(20_000),
})

/** What of its block a finding is about: all of it, words, seconds of a video, a point of a picture. */
export const anchor = z.discriminatedUnion('kind', [
  wholeBlock,
  range.extend({ before: z.string(), after: z.string() }),
  time,
  point,
])
export type Anchor = z.output<typeof anchor>
export const newAnchor = z.discriminatedUnion('kind', [wholeBlock, range, time, point])
export type NewAnchor = z.output<typeof newAnchor>

export const finding = z.object({
  id: id(),
  blockId: z.string(),
  /** The step that the block stood in. */
  stepId: z.string().nullable(),
  anchor,
  quote: z.string(),
  severity,
  body: z.string(),
  suggestion: z.string().nullable(),
  author: member,
  madeAt: moment(),
  round: z.number().int(),
  resolution: z.enum(['accepted', 'dismissed']).nullable(),
  can: z.object({ remove: z.boolean(), resolve: z.boolean(), apply: z.boolean() }),
})

const words = z.array(z.object({ kind: z.enum(['same', 'gone', 'new']), text: z.string() }))
const change = z.enum(['added', 'removed', 'changed'])

/** What became of a step since the round before; `words` is empty where the change is not in the words. */
export const stepChange = z.object({
  id: z.string(),
  kind: change,
  title: words,
  blocks: z.array(z.object({ id: z.string(), type: z.string(), kind: change, words })),
})

const aFinding = z.strictObject({ findingId: id() })

export const applySuggestion = endpoint('applySuggestion', {
  method: 'PUT',
  path: '/findings/:findingId/replacement',
  summary: 'Accept a finding and put its suggested words into the draft: the course’s author',
  access: 'signed-in',
  params: aFinding,
  body: z.strictObject({
    /** The revision of the draft that one looks at; null for whatever was saved last. */
    revision: z.number().int().min(0).nullable().default(null),
  }),
  returns: z.object({
    finding,
    document: courseDocument,
    revision: z.number().int(),
    /** The version that keeps the draft as it was before. */
    keptAs: z.number().int(),
  }),
  problems: [
    'finding.not-author',
    'finding.resolved',
    'finding.nothing-to-apply',
    'finding.passage-changed',
    'finding.does-not-fit',
    'course.saved-elsewhere',
    'course.not-yours',
  ],
  example: { revision: 4 },
})
