import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { named, stages, stops, whys } from './stages.ts'

const count = z.number().int()

const filters = {
  campaignId: id().optional().describe('only what came of this campaign, from when it reached them'),
  variant: z
    .string()
    .regex(/^[0-9]$/)
    .optional()
    .describe('of the step that reached them first; only with a campaign'),
  groupId: id().optional().describe('only people of this group, and of those below'),
  from: moment().optional().describe('only who came in from then on'),
  until: moment().optional().describe('and before then'),
}

const stage = z.object({
  stage: z.enum(stages),
  count: count.nullable().describe('null where it is not counted who opens what'),
  since: z.enum(stages).nullable().describe('the stage it is compared with'),
  ofSince: count.describe('how many of those had come to that stage'),
  medianDays: z.number().nullable().describe('from that stage, of those who came that way; else null'),
})
export type FunnelStage = z.output<typeof stage>

const stop = z.object({
  stage: z.enum(stops).describe('the furthest they came'),
  count,
  why: z
    .partialRecord(z.enum(whys), count)
    .nullable()
    .describe(
      'how many of them for which reason; null where it would say who: they are few, or all of them answered',
    ),
})
export type FunnelStop = z.output<typeof stop>

export const getLeaderFunnel = endpoint('getLeaderFunnel', {
  method: 'GET',
  path: '/leader-funnel',
  summary:
    'How far those came whom we spoke to about leading, who came by themselves or were proposed; how long it took, and where they stop',
  access: ['manager', 'admin'],
  query: z.strictObject(filters),
  returns: z.object({
    people: count.nullable().describe('who came in; null where they are too few to be told'),
    stages: z.array(stage).max(stages.length),
    stops: z.array(stop).max(stops.length),
    fewest: count.describe('about how many people a figure must be to be told'),
    campaigns: z
      .array(z.object({ id: id(), name: z.string(), variants: count }))
      .max(100)
      .describe('those that reached somebody, the latest first'),
  }),
  problems: ['funnel.not-yours'],
})
export type LeaderFunnel = z.output<(typeof getLeaderFunnel)['returns']>

export const listFunnelPeople = endpoint('listFunnelPeople', {
  method: 'GET',
  path: '/leader-funnel/people',
  summary:
    'The people who came to a stage, by name, for those who answer for them. Who opened what, and who said no, is counted and told of nobody',
  access: ['manager', 'admin'],
  query: page({ stage: z.enum(named).default('reached'), ...filters }),
  returns: listOf(member),
  problems: ['funnel.not-yours'],
})

export const listFunnelStopped = endpoint('listFunnelStopped', {
  method: 'GET',
  path: '/leader-funnel/stopped',
  summary:
    'The people who have come no further than a stage, by name, for those who answer for them; of those who left, had done it before or may go on also alone, where that does not tell what somebody answered',
  access: ['manager', 'admin'],
  query: page({ stage: z.enum(stops).default('reached'), why: z.enum(whys).optional(), ...filters }),
  returns: listOf(member),
  problems: ['funnel.not-yours', 'funnel.answer-is-theirs'],
})
