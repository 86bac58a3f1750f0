import { z } from 'zod'
import { courseDocument } from '#course/document/schema.ts'
import { endpoint, id, moment, prose, whole } from '#platform/http/endpoint'
import { usualCriteria } from './criteria/names.ts'
import { roundCriterion } from './criteria.contract.ts'

/** Whoever may be asked to review: by a role somewhere. */
const reviewing = ['reviewer', 'leader', 'manager', 'admin'] as const

const criterion = z.enum(usualCriteria)
const place = z.string().regex(/^[A-Za-z0-9]{12}$/)
const chosen = whole(1).max(4).optional()
const levels = { accuracy: chosen, usefulness: chosen, clarity: chosen, examples: chosen, practice: chosen }
const level = z.number().int().min(1).max(4)

/** Where somebody says that something is wrong: on a block, or on a whole step. */
const mark = z.object({ place, criterion, note: z.string() })
export type Mark = z.output<typeof mark>

const card = z.object({
  key: z.string(),
  title: z.string(),
  objective: z.string(),
  /** Of the last attempt; an attempt is compared once everything is judged. */
  state: z.enum(['new', 'begun', 'compared']),
  attempts: z.number().int(),
  /** Of the last attempt that was compared: how many defects there are, and how many of them were found; else null. */
  result: z.object({ defects: z.number().int(), found: z.number().int() }).nullable(),
})
export type PracticeCard = z.output<typeof card>

const language = z.strictObject({ language: z.enum(['en', 'fr']).default('en') })

export const listPractice = endpoint('listPractice', {
  method: 'GET',
  path: '/practice',
  summary: 'Ready-made courses with known defects to practise reviewing on, and what one did there oneself',
  access: reviewing,
  query: language,
  returns: z.object({ items: z.array(card).max(50) }),
})

const comparison = z.object({
  defects: z
    .array(
      z.object({
        place,
        criterion,
        what: z.string(),
        /** Found under its criterion, found under another, or missed. */
        how: z.enum(['found', 'otherwise', 'missed']),
        mark: mark.nullable(),
      }),
    )
    .max(50),
  /** What was marked without being one of the defects that are known. */
  more: z.array(mark).max(500),
  levels: z.array(z.object({ criterion, own: level, reference: level, why: z.string() })).max(5),
})
export type Comparison = z.output<typeof comparison>

const attempt = z.object({
  number: z.number().int(),
  marks: z.array(mark).max(500),
  levels: z.array(z.object({ criterion, level })).max(5),
  comparedAt: moment().nullable(),
})
export type Attempt = z.output<typeof attempt>

const practice = attempt.extend({
  key: z.string(),
  title: z.string(),
  objective: z.string(),
  document: courseDocument,
  /** Once it is compared; before, nobody is told what is wrong. */
  comparison: comparison.nullable(),
})
export type Practice = z.output<typeof practice>

const aPractice = z.strictObject({ practice: z.string().max(40) })

export const getPractice = endpoint('getPractice', {
  method: 'GET',
  path: '/practice/:practice',
  summary: 'A course to practise on, with one’s own last attempt; nobody else reads it',
  access: reviewing,
  params: aPractice,
  query: language,
  returns: practice,
})

export const markPractice = endpoint('markPractice', {
  method: 'PUT',
  path: '/practice/:practice/marks/:place',
  summary: 'Say what is wrong with a block or step of a practice course, or take that back (null)',
  access: reviewing,
  params: aPractice.extend({ place }),
  body: z.strictObject({ criterion: criterion.nullable(), note: prose(1000).default('') }),
  returns: attempt,
  problems: ['practice.not-found', 'practice.compared'],
  example: { criterion: 'accuracy', note: 'It is half of that.' },
})

export const judgePractice = endpoint('judgePractice', {
  method: 'PATCH',
  path: '/practice/:practice/levels',
  summary: 'Say on which level a practice course is, on each criterion that is named',
  access: reviewing,
  params: aPractice,
  body: z.strictObject(levels),
  returns: attempt,
  problems: ['practice.not-found', 'practice.compared'],
  example: { accuracy: 1, usefulness: 2, clarity: 2, examples: 3, practice: 2 },
})

export const comparePractice = endpoint('comparePractice', {
  method: 'PUT',
  path: '/practice/:practice/comparison',
  summary: 'Compare what one marked and judged with what is known of the course; then the attempt stands',
  access: reviewing,
  params: aPractice,
  returns: attempt,
  problems: ['practice.not-found', 'practice.unjudged'],
})

export const repeatPractice = endpoint('repeatPractice', {
  method: 'POST',
  path: '/practice/:practice/attempts',
  summary: 'Begin a practice course anew, after the last attempt was compared',
  access: reviewing,
  params: aPractice,
  returns: attempt,
  status: 201,
  problems: ['practice.not-found', 'practice.open'],
})

export const forgetPractice = endpoint('forgetPractice', {
  method: 'DELETE',
  path: '/practice',
  summary: 'Delete all that one practised, for good',
  access: reviewing,
  returns: z.object({ forgotten: z.number().int() }),
})

const estimate = z.object({ mean: z.number(), low: z.number(), high: z.number() })

const figures = z.object({
  units: z.number().int(),
  missing: z.number().int(),
  agreement: z.object({ same: z.number(), near: z.number() }).nullable(),
  leniency: estimate.nullable(),
  drift: estimate.nullable(),
})

export const getOwnFigures = endpoint('getOwnFigures', {
  method: 'GET',
  path: '/my-judging',
  summary:
    'How one judges beside others: how often as they do, how much more kindly, and whether that changes; told to nobody else',
  access: reviewing,
  returns: z.object({
    /** Closed rounds; told from 5 rounds on which at least 3 others judged too. */
    rounds: figures.extend({ others: z.number().int(), missingOthers: z.number().int() }),
    /** First attempts at practice courses beside their levels; told from 5 levels on. */
    practice: figures,
  }),
})
export type OwnFigures = z.output<typeof getOwnFigures.returns>

const agreement = roundCriterion.pick({ key: true, words: true }).extend({
  /** Courses that two or more judged on it, and how many people did, in the latest 1,000 rounds of a year. */
  courses: z.number().int(),
  reviewers: z.number().int(),
  /** Krippendorff’s alpha; null where it is too few, or where everybody always chose the same level. */
  alpha: z.number().nullable(),
  /** How it stands: too few to tell, good enough, or reviewers disagree. */
  state: z.enum(['few', 'agreed', 'disagreed']),
})
export type CriterionAgreement = z.output<typeof agreement>

export const listAgreement = endpoint('listAgreement', {
  method: 'GET',
  path: '/groups/:groupId/agreement',
  summary: 'On which criteria the reviewers of a group and below disagree (200 at most): whoever manages it',
  access: 'signed-in',
  params: z.strictObject({ groupId: id() }),
  returns: z.object({ items: z.array(agreement).max(200) }),
  problems: ['queue.not-yours'],
})
