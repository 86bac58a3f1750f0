import { z } from 'zod'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'

export const stages = ['need', 'leader', 'course', 'validation', 'learning', 'recognition', 'impact'] as const
export const stage = z.enum(stages)

/** One stage of the funnel: how many journeys of the period reached it, and how long they took from the one before. */
export const funnelStage = z.object({
  stage,
  count: z.number().int(),
  before: z.number().int().describe('the same count in the period of equal length before'),
  medianDays: z
    .number()
    .nullable()
    .describe('median days since the stage before; null when none took that step'),
  detail: z
    .number()
    .int()
    .describe(
      'what these journeys add up to: voices, completions or thanks; elsewhere the journeys themselves',
    ),
})

const period = z.coerce.number().int().min(7).max(730).default(90)

export const getLoop = endpoint('getLoop', {
  method: 'GET',
  path: '/loop',
  summary: 'The knowledge loop of a period as a funnel, with the times between its stages',
  access: 'signed-in',
  query: z.strictObject({ days: period, groupId: id().optional() }),
  returns: z.object({
    from: moment(),
    to: moment(),
    stages: z.array(funnelStage),
    medianNeedToCourseDays: z.number().nullable(),
    medianNeedToCourseDaysBefore: z.number().nullable().describe('the same in the period before'),
  }),
})

export const journey = z.object({
  id: id(),
  title: z.string(),
  needId: id().nullable(),
  courseId: id().nullable(),
  reachedAt: moment(),
  days: z
    .number()
    .nullable()
    .describe(
      'since the stage before, or since the need was raised for `timed=whole`; null when it never went that way',
    ),
  amount: z.number().int().describe('its part of the stage’s `detail`'),
})

/** Which journeys of a stage: those of the period or of the one before, and all of them or those that a median counts. */
const counted = {
  when: z.enum(['now', 'before']).default('now').describe('the period, or the one of equal length before it'),
  timed: z
    .enum(['any', 'step', 'whole'])
    .default('any')
    .describe('all; those that came from the stage before; those that came all the way from a need'),
}

export const listJourneys = endpoint('listJourneys', {
  method: 'GET',
  path: '/loop/:stage',
  summary: 'What one number of the funnel counts',
  access: 'signed-in',
  params: z.strictObject({ stage }),
  query: page({ days: period, groupId: id().optional(), ...counted }),
  returns: listOf(journey),
})
