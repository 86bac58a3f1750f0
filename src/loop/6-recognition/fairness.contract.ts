import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'

const count = z.number().int()

export const ringDecision = z.object({
  decision: z
    .enum(['nothing', 'talk'])
    .describe('there is nothing to it, or somebody talks with them; nothing follows by itself'),
  note: z.string().describe('why, or what about: those whom it is about read it too'),
  by: member,
  at: moment(),
})

/** What is said of people who thank one another: how often, of how often they thanked anybody at all. */
const evidence = {
  since: moment().describe('the first thanks among them that were looked at'),
  until: moment(),
  thanks: count.describe('how often they thanked one another'),
  allThanks: count,
  points: count,
  allPoints: count,
  grounded: count.describe('of the thanks among them, those for a course or a need'),
}

export const ringFlag = z.object({
  id: id(),
  members: z.array(member).min(2).max(8),
  flaggedAt: moment(),
  foundAt: moment().describe('when it was last found'),
  ...evidence,
  decided: ringDecision.nullable(),
})
export type RingFlag = z.output<typeof ringFlag>

export const ringSearch = z.object({
  isOn: z.boolean().describe('whether the organization has it looked for at all'),
  searchedAt: moment().nullable(),
  thanks: count.describe('that were looked through then'),
  open: count.describe('flags that nobody has decided about'),
})
export type RingSearch = z.output<typeof ringSearch>

export const getRingSearch = endpoint('getRingSearch', {
  method: 'GET',
  path: '/ring-search',
  summary: 'Whether and when thanks were looked through for people who thank mostly one another',
  access: 'signed-in',
  returns: ringSearch,
  problems: ['recognition.admin-needed'],
})

export const searchRings = endpoint('searchRings', {
  method: 'POST',
  path: '/ring-search',
  summary: 'Have them looked through now, not only next week',
  access: ['admin'],
  problems: ['recognition.admin-needed', 'fairness.off'],
})

export const listRingFlags = endpoint('listRingFlags', {
  method: 'GET',
  path: '/ring-flags',
  summary: 'People whose thanks to one another somebody should look at, the latest first',
  access: 'signed-in',
  query: page({ state: z.enum(['open', 'decided']).default('open') }),
  returns: listOf(ringFlag),
  problems: ['recognition.admin-needed'],
})

const aFlag = z.strictObject({ flagId: id() })

export const decideRingFlag = endpoint('decideRingFlag', {
  method: 'PUT',
  path: '/ring-flags/:flagId/decision',
  summary: 'Say that there is nothing to it, or that somebody talks with them; it changes nothing of theirs',
  access: ['admin'],
  params: aFlag,
  body: z.strictObject({ decision: z.enum(['nothing', 'talk']), note: prose(1000).min(10) }),
  returns: ringFlag,
  problems: ['recognition.admin-needed', 'ring-flag.not-found', 'ring-flag.own'],
  example: { decision: 'nothing', note: 'They ran the autumn audit together.' },
})

export const reopenRingFlag = endpoint('reopenRingFlag', {
  method: 'DELETE',
  path: '/ring-flags/:flagId/decision',
  summary: 'Take the decision back',
  access: ['admin'],
  params: aFlag,
  returns: ringFlag,
  problems: ['recognition.admin-needed', 'ring-flag.not-found', 'ring-flag.own'],
})

export const ownRingFlag = z.object({
  id: id(),
  people: count.describe('how many it is about, oneself among them; who they are is not said'),
  ...evidence,
  decided: ringDecision,
})
export type OwnRingFlag = z.output<typeof ownRingFlag>

export const listMyRingFlags = endpoint('listMyRingFlags', {
  method: 'GET',
  path: '/my-ring-flags',
  summary: 'What was decided about flags that are about oneself, the latest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(ownRingFlag),
})
