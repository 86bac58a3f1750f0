import { z } from 'zod'
import { fewest } from '#leader/fewest.contract.ts'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'

const count = z.number().int()

export const share = z.object({
  total: count,
  gini: z.number().describe('0 where all received alike, near 1 where one received all'),
  lorenz: z
    .array(z.number())
    .max(11)
    .nullable()
    .describe('which share the lowest 0 to 10 tenths received, or fewer parts; null for too few people'),
  topTenth: z.number().nullable().describe('which share the tenth received that received most'),
})
export type Share = z.output<typeof share>

export const coverage = z.object({ people: count, never: count.describe('whom nobody thanked') })
export type Coverage = z.output<typeof coverage>

export const month = z.object({
  month: z.string().describe('such as 2026-11, where the organization counts months'),
  givers: count,
  given: count.describe('points'),
  unused: count.describe('points that nobody gave, by how many people are here and what each may give now'),
  isOver: z.boolean().describe('what is unused then has expired'),
})
export type Month = z.output<typeof month>

export const fairness = z.object({
  groupId: id(),
  groups: z.array(z.object({ id: id(), name: z.string() })).max(10_000),
  days: count,
  since: moment(),
  fewest,
  people: count.nullable().describe('who joined in the last 30 days not among them; null for too few'),
  can: z.object({ seeNames: z.boolean() }),
  figures: z
    .object({
      thanks: share.nullable(),
      points: share.nullable(),
      coverage,
      byGroup: z.array(coverage.extend({ id: id(), name: z.string() })).max(100),
      byTime: z.object({ full: coverage, part: coverage }).nullable(),
      months: z.array(month).max(14),
      allowance: count,
    })
    .nullable()
    .describe('null where they would be about too few people'),
})
export type Fairness = z.output<typeof fairness>

/** A quarter or a year, in days. */
const asked = z.strictObject({ groupId: id().optional(), days: z.enum(['90', '365']).default('90') })

export const getFairness = endpoint('getFairness', {
  method: 'GET',
  path: '/fairness',
  summary: 'How thanks and points are shared in a group, and whom they reach',
  access: 'signed-in',
  query: asked,
  returns: fairness,
  problems: ['fairness.not-yours', 'group.not-found'],
})

export const listNeverThanked = endpoint('listNeverThanked', {
  method: 'GET',
  path: '/never-thanked',
  summary: 'Whom nobody thanked in a quarter or a year, by name; nobody where circles of thanks are off',
  access: 'signed-in',
  query: page(asked.shape),
  returns: listOf(member),
  problems: ['recognition.admin-needed', 'fairness.not-yours', 'group.not-found'],
})

export const recognitionEffect = z.object({
  days: count.describe('how long after thanks it is looked at'),
  effect: z
    .object({
      thanked: count,
      compared: count,
      after: z.number().describe('contributions of each of those who were thanked, in the mean'),
      without: z.number().describe('of those they are held against'),
      difference: z.number(),
      low: z.number(),
      high: z.number(),
    })
    .nullable()
    .describe('null where too few can be held against one another'),
})
export type RecognitionEffect = z.output<typeof recognitionEffect>

export const getRecognitionEffect = endpoint('getRecognitionEffect', {
  method: 'GET',
  path: '/recognition-effect',
  summary: 'Whether those who were thanked contribute more afterwards than others like them',
  access: 'signed-in',
  query: asked,
  returns: recognitionEffect,
  problems: ['fairness.not-yours', 'group.not-found'],
})
