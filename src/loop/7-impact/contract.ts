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
  detail: z.number().int().describe('voices, reviewers, completions or people, by stage'),
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
  daysSinceBefore: z.number().nullable(),
})

export const listJourneys = endpoint('listJourneys', {
  method: 'GET',
  path: '/loop/:stage',
  summary: 'What one number of the funnel counts',
  access: 'signed-in',
  params: z.strictObject({ stage }),
  query: page({ days: period, groupId: id().optional() }),
  returns: listOf(journey),
})
