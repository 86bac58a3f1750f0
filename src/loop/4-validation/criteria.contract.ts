import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, prose, whole } from '#platform/http/endpoint'
import { usualCriteria } from './criteria/names.ts'

/** A criterion of Cairn’s own, or one that an organization made. */
export const criterionKey = z.union([z.enum(usualCriteria), id()])

const level = z.strictObject({
  /** What a course is like that is on this level. */
  text: prose(300).min(1),
  /** One that is; may be empty. */
  example: prose(300).default(''),
})

const words = z.strictObject({
  name: line(80),
  /** What to look at. */
  question: prose(300).default(''),
  /** From not yet to better than was asked for. */
  levels: z.array(level).length(4),
})
export type CriterionWords = z.output<typeof words>

const said = {
  /** How much it counts beside the others; 0: it is not judged here. */
  weight: whole(0).max(5),
  /** From this level a course is good enough. */
  passesAt: whole(2).max(4),
}

/** Null: the words that Cairn has for it in the reader’s language. */
const wordsOrUsual = words.nullable()

export const criterion = z.object({
  key: criterionKey,
  ...said,
  words: wordsOrUsual,
  /** Which group says so: this one, or the nearest above it; null where none does. */
  from: z.object({ id: id(), name: z.string() }).nullable(),
  /** Whether it is still there when that group says nothing of it: one of Cairn’s own, or of a group above that one. */
  isBorrowed: z.boolean(),
})
export type Criterion = z.output<typeof criterion>

const criteria = z.object({
  group: z.object({ id: id(), name: z.string() }),
  /** Those that are judged, and those that this group or one above it says are not; Cairn’s own first. */
  items: z.array(criterion).max(200),
  can: z.object({ change: z.boolean() }),
})
export type Criteria = z.output<typeof criteria>

/** A criterion as a round of review is judged by it. */
export const roundCriterion = z.object({
  key: z.string(),
  ...said,
  words: wordsOrUsual,
  mustPass: z.boolean(),
})
export type RoundCriterion = z.output<typeof roundCriterion>

export const judgement = z.object({
  criterion: z.string(),
  level: z.number().int().min(1).max(4),
  note: z.string(),
  /** Without a name where the review is blind. */
  member,
})
export type Judgement = z.output<typeof judgement>

const aGroup = z.strictObject({ groupId: id() })
const aCriterion = z.strictObject({ groupId: id(), key: criterionKey })

export const getCriteria = endpoint('getCriteria', {
  method: 'GET',
  path: '/groups/:groupId/criteria',
  summary: `By what people judge the courses of a group (200 at most)`,
  access: 'signed-in',
  params: aGroup,
  returns: criteria,
})

const example = {
  weight: 3,
  passesAt: 3,
  words: {
    name: 'Safe to follow',
    question: 'Could somebody get hurt who does just what it says?',
    levels: [
      { text: 'Somebody could get hurt.', example: 'Opens the clamp while the spindle turns.' },
      { text: 'A warning is missing, or comes too late.', example: 'The gloves are named after the acid.' },
      { text: 'Each danger is named before the step that has it.', example: '' },
      { text: 'One also learns how to notice that something goes wrong.', example: '' },
    ],
  },
}

export const addCriterion = endpoint('addCriterion', {
  method: 'POST',
  path: '/groups/:groupId/criteria',
  summary: 'Have people judge something more in the courses of a group and of those below it',
  access: 'signed-in',
  params: aGroup,
  body: z.strictObject({ ...said, words }),
  returns: criteria.extend({ key: id() }),
  status: 201,
  problems: ['charter.not-yours', 'criterion.full'],
  example,
})

export const setCriterion = endpoint('setCriterion', {
  method: 'PUT',
  path: '/groups/:groupId/criteria/:key',
  summary:
    'Say how a criterion reads and counts, for a group and those below that say nothing else; rounds that are open keep what they were asked under',
  access: 'signed-in',
  params: aCriterion,
  body: z.strictObject({ ...said, words: wordsOrUsual }),
  returns: criteria,
  problems: ['charter.not-yours', 'criterion.no-words', 'criterion.not-found', 'criterion.full'],
  example,
})

export const leaveCriterion = endpoint('leaveCriterion', {
  method: 'DELETE',
  path: '/groups/:groupId/criteria/:key',
  summary:
    'Say nothing of a criterion any more: what holds above holds here, and one that only this group had is not judged any more',
  access: 'signed-in',
  params: aCriterion,
  returns: criteria,
  problems: ['charter.not-yours'],
})

export const judge = endpoint('judge', {
  method: 'PUT',
  path: '/reviews/:reviewId/judgements/:criterion',
  summary:
    'Say on which level a course is on a criterion, or take that back (null); others read it once the verdict is given',
  access: 'signed-in',
  params: z.strictObject({ reviewId: id(), criterion: criterionKey }),
  body: z.strictObject({ level: whole(1).max(4).nullable(), note: prose(1000).default('') }),
  returns: z.object({ judgements: z.array(judgement).max(200) }),
  problems: [
    'review.not-yours',
    'review.closed',
    'criterion.not-found',
    'review.unjudged',
    'review.not-passed',
  ],
  example: { level: 3, note: 'The second step could name the tool.' },
})
