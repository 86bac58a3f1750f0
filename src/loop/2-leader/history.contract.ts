import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { audiences, purposeName } from './purpose.contract.ts'
import { weighedKinds } from './signals/kinds.ts'

const decided = z.object({
  isOn: z.boolean(),
  legalNote: z.string(),
  keepDays: z.number().int(),
  seenBy: z.enum(audiences),
})
const weighed = z.object({
  percent: z.number(),
  memory: z.number(),
  // Some kinds are younger than some decisions.
  kinds: z.partialRecord(z.enum(weighedKinds), z.number()),
})

/** Where a file comes from, and how many of its lines were read: null for whoever does not administer the organization. */
const file = z
  .object({
    source: z.string(),
    counts: z
      .object({ lines: z.number().int(), kept: z.number().int(), rejected: z.number().int() })
      .nullable(),
  })
  .nullable()
const group = z.object({ id: id(), name: z.string() })

export const step = z.discriminatedUnion('did', [
  z.object({ did: z.literal('purpose.set'), purpose: purposeName, now: decided, before: decided }),
  z.object({ did: z.literal('fewest.set'), now: z.number().int(), before: z.number().int() }),
  z.object({ did: z.literal('detection.weighed'), now: weighed, before: weighed }),
  z.object({ did: z.literal('import.started'), file }),
  z.object({ did: z.literal('import.finished'), file }),
  z.object({ did: z.literal('import.withdrawn'), file }),
  z.object({ did: z.literal('survey.opened'), group, endsAt: moment() }),
  z.object({ did: z.literal('survey.closed'), group }),
])
export type Step = z.output<typeof step>

export const historyEntry = z.object({
  id: id(),
  at: moment(),
  /** Null where no person did it. */
  by: member.nullable(),
  step,
})
export type HistoryEntry = z.output<typeof historyEntry>

export const listDetectionHistory = endpoint('listDetectionHistory', {
  method: 'GET',
  path: '/detection-history',
  summary:
    'What the organization decided and did to find out about its people, the latest first; nothing of what a member chose for themselves',
  access: 'signed-in',
  query: page(),
  returns: listOf(historyEntry),
})

export const countNominated = endpoint('countNominated', {
  method: 'GET',
  path: '/nominated-members',
  summary:
    'Of how many members it was decided in the last year whether to ask them to lead: every member may read it',
  access: 'signed-in',
  returns: z.object({
    /** Null where they are too few to be told of. */
    people: z.number().int().nullable(),
  }),
})
