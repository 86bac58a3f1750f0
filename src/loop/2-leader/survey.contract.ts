import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page } from '#platform/http/endpoint'
import { firstAskedNames, longest, mostNamed, shortest, usualDays } from './surveys/limits.ts'

const aGroup = z.object({ id: id(), name: z.string() })
const aSurvey = z.strictObject({ surveyId: id() })

/** A survey as those see it who answer for its group: how many, never who. */
export const survey = z.object({
  id: id(),
  group: aGroup,
  openedBy: member,
  openedAt: moment(),
  endsAt: moment(),
  closedAt: moment().nullable(),
  isOpen: z.boolean(),
  /** How many were asked in each wave: the first, then whom those named. Those are told together with the next ones until enough to be
   * told of were asked, and none of them until enough have answered. */
  waves: z.array(z.number().int()),
  /** So many answered at least: one number for so many, for one more would tell who has just answered. Null for too few. */
  answered: z.number().int().nullable(),
  /** How many that must be, and how many of each wave. */
  fewest: z.number().int(),
})
export type Survey = z.output<typeof survey>

export const listSurveys = endpoint('listSurveys', {
  method: 'GET',
  path: '/surveys',
  summary: 'The surveys of the groups that one answers for, the latest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(survey),
  problems: ['survey.not-yours'],
})

export const openSurvey = endpoint('openSurvey', {
  method: 'POST',
  path: '/surveys',
  summary:
    'Ask the people of a group, and of those below it, who helps them: all of them or some drawn by lot, then whom those name',
  access: 'signed-in',
  body: z.strictObject({
    groupId: id(),
    days: z.number().int().min(shortest).max(longest).default(usualDays),
    firstAsked: z.enum(firstAskedNames).default('all'),
  }),
  returns: survey,
  problems: ['survey.not-yours', 'survey.off', 'survey.open-already', 'survey.too-few'],
  example: { groupId: '01890000-0000-7000-8000-000000000000', days: 14, firstAsked: 'all' },
})

export const closeSurvey = endpoint('closeSurvey', {
  method: 'PUT',
  path: '/surveys/:surveyId/closing',
  summary: 'End a survey before its day; what was answered counts',
  access: 'signed-in',
  params: aSurvey,
  returns: survey,
  problems: ['survey.not-yours', 'survey.closed'],
})

/** A survey as those see it who are asked. */
const asked = { id: id(), group: aGroup, openedBy: member, endsAt: moment(), answeredAt: moment().nullable() }

export const listMySurveys = endpoint('listMySurveys', {
  method: 'GET',
  path: '/my-surveys',
  summary: 'The open surveys in which one is asked and has not declined, the first to end first (20 at most)',
  access: 'signed-in',
  returns: z.object({ items: z.array(z.object(asked)).max(20) }),
})
export type AskedSurvey = z.output<typeof listMySurveys.returns>['items'][number]

export const mySurvey = z.object({
  ...asked,
  isOpen: z.boolean(),
  declinedAt: moment().nullable(),
  /** How many must have answered until whoever opened it is told that they have. */
  fewest: z.number().int(),
  /** What one said, as long as one may change it; nobody else reads it. */
  namings: z.array(z.object({ member, topic: z.string() })),
  /** Some colleagues of one’s own groups, in an order drawn for oneself alone. */
  colleagues: z.array(member),
})
export type MySurvey = z.output<typeof mySurvey>

export const getMySurvey = endpoint('getMySurvey', {
  method: 'GET',
  path: '/surveys/:surveyId',
  summary: 'A survey in which one is asked, what one said, and colleagues to think of',
  access: 'signed-in',
  params: aSurvey,
  returns: mySurvey,
})

export const answerSurvey = endpoint('answerSurvey', {
  method: 'PUT',
  path: '/surveys/:surveyId/answer',
  summary: 'Say who helps one, and with what; it takes the place of what one said before',
  access: 'signed-in',
  params: aSurvey,
  body: z.strictObject({
    namings: z
      .array(z.strictObject({ memberId: id(), topic: z.union([line(80), z.literal('')]).default('') }))
      .max(mostNamed),
  }),
  returns: mySurvey,
  problems: ['survey.off', 'survey.closed'],
  example: { namings: [{ memberId: '01890000-0000-7000-8000-000000000000', topic: 'Torque' }] },
})

export const declineSurvey = endpoint('declineSurvey', {
  method: 'DELETE',
  path: '/surveys/:surveyId/answer',
  summary: 'Say that one will not answer; what one said is taken back',
  access: 'signed-in',
  params: aSurvey,
  returns: mySurvey,
  problems: ['survey.off', 'survey.closed'],
})
