import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose, timeZone } from '#platform/http/endpoint'
import { says } from '#platform/http/faults'
import { longestWhy, monthsTold, mostHours } from './limits.ts'

/** Protected time: so many hours a month for leading, which a leader asked for and a manager agreed to. */
const leads = ['leader', 'admin'] as const
const both = ['leader', 'manager', 'admin'] as const

const hours = z.number().int().min(1).max(mostHours)
const day = z.iso.date().describe('such as 2026-11-27')
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const rhythm = z
  .enum(['flexible', 'weekly', 'monthly'])
  .describe('whenever it fits, a fourth of it on the first four of a weekday, or all of it on the first')
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const outcome = z.object({
  courses: z.number().int().describe('published for the first time'),
  steps: z.number().int().describe('in them'),
  answers: z.number().int().describe('given to what others asked'),
  reviews: z.number().int(),
  learners: z.number().int().describe('people who began a course of theirs'),
})
export type Outcome = z.output<typeof outcome>

export const protectedTime = z.object({
  id: id(),
  member,
  group: z.object({ id: id(), name: z.string() }).describe('whoever answers for it answers'),
  state: z.enum(['asked', 'proposed', 'agreed', 'declined', 'withdrawn', 'ended']),
  why: z.string(),
  askedHours: z.number().int(),
  hours: z.number().int().nullable().describe('what was proposed instead, or agreed to'),
  fromDay: z.string(),
  untilDay: z.string().describe('the last day'),
  rhythm,
  weekday: z.number().int().nullable().describe('1 for Monday'),
  time: z.string().nullable(),
  timeZone: z.string(),
  askedAt: moment(),
  manager: member.nullable().describe('who answers now, once somebody has; null where nobody is left'),
  answer: z.string(),
  agreedAt: moment().nullable(),
  ended: z.object({ on: z.string(), by: member.nullable(), why: z.string() }).nullable(),
  months: z
    .array(z.object({ month: z.string(), minutes: z.number().int().nullable(), outcome }))
    .max(monthsTold)
    .describe('the latest first: what was used, as whoever has it says, beside what they did for others'),
  can: z.object({
    answer: z.boolean(),
    accept: z.boolean(),
    withdraw: z.boolean(),
    end: z.boolean(),
    note: z.boolean(),
  }),
})
export type ProtectedTime = z.output<typeof protectedTime>

export const listProtectedTimes = endpoint('listProtectedTimes', {
  method: 'GET',
  path: '/protected-times',
  summary: 'One’s own, or those that one answers for; the latest first. Nobody else reads of them',
  access: both,
  query: page({ side: z.enum(['mine', 'answering']).default('mine') }, 10),
  returns: listOf(protectedTime),
})

export const askForTime = endpoint('askForTime', {
  method: 'POST',
  path: '/protected-times',
  summary: 'Ask for time, as a leader who is in a group, of whoever answers for it',
  access: leads,
  body: z
    .strictObject({
      groupId: id(),
      hours,
      fromDay: day,
      untilDay: day,
      rhythm,
      weekday: z.number().int().min(1).max(7).nullable().default(null),
      time: timeOfDay.nullable().default(null),
      timeZone: timeZone(),
      why: prose(longestWhy).min(10),
    })
    .refine(
      ({ rhythm: how, weekday, time }) =>
        [weekday, time].every((one) => (one === null) === (how === 'flexible')),
      { path: ['weekday'], ...says('time.weekday') },
    ),
  returns: protectedTime,
  problems: [
    ...['group.not-found', 'time.not-in-group', 'time.nobody', 'time.open-already'],
    ...['time.past', 'time.backwards', 'time.too-far', 'time.too-short', 'time.too-long'],
  ],
  example: {
    ...{ groupId: '01890000-0000-7000-8000-000000000000', hours: 4, rhythm: 'weekly', weekday: 4 },
    ...{ fromDay: '2100-01-01', untilDay: '2100-12-31', time: '14:00', timeZone: 'Europe/Paris' },
    why: 'I am asked the same five things about torque every week.',
  },
})

const aTime = z.strictObject({ timeId: id() })

export const answerTime = endpoint('answerTime', {
  method: 'PUT',
  path: '/protected-times/:timeId/answer',
  summary: 'Agree, propose another number of hours, or decline with a reason; never for oneself',
  access: both,
  params: aTime,
  body: z.strictObject({
    answer: z.enum(['agree', 'propose', 'decline']),
    hours: hours.nullable().default(null).describe('what is proposed'),
    words: prose(longestWhy).default(''),
  }),
  returns: protectedTime,
  problems: ['time.not-found', 'time.not-yours', 'time.settled', 'time.which', 'time.why', 'time.too-long'],
  example: { answer: 'agree' },
})

export const acceptTime = endpoint('acceptTime', {
  method: 'PUT',
  path: '/protected-times/:timeId/acceptance',
  summary: 'Accept what was proposed instead',
  access: both,
  params: aTime,
  returns: protectedTime,
  problems: ['time.not-found', 'time.not-yours', 'time.settled', 'time.nobody'],
})

export const withdrawTime = endpoint('withdrawTime', {
  method: 'DELETE',
  path: '/protected-times/:timeId',
  summary: 'Ask no more, before it is agreed',
  access: both,
  params: aTime,
  returns: protectedTime,
  problems: ['time.not-found', 'time.not-yours', 'time.settled'],
})

export const endTime = endpoint('endTime', {
  method: 'PUT',
  path: '/protected-times/:timeId/end',
  summary: 'End it, as either of both, at once or with a month’s notice; what was stays told',
  access: both,
  params: aTime,
  body: z.strictObject({ how: z.enum(['now', 'notice']), why: prose(longestWhy).default('') }),
  returns: protectedTime,
  problems: ['time.not-found', 'time.settled'],
  example: { how: 'notice', why: 'The audit takes all of us from May on.' },
})

export const noteTime = endpoint('noteTime', {
  method: 'PUT',
  path: '/protected-times/:timeId/months/:timeMonth',
  summary: 'Say how much of it one used in a month, or take that back; as whoever has it',
  access: both,
  params: z.strictObject({ timeId: id(), timeMonth: month }),
  body: z.strictObject({ minutes: z.number().int().min(0).max(14_400).nullable() }),
  returns: protectedTime,
  problems: ['time.not-found', 'time.not-yours', 'time.not-that-month'],
  example: { minutes: 240 },
})

export const getTimeFile = endpoint('getTimeFile', {
  method: 'GET',
  path: '/protected-times/:timeId/calendar',
  summary: 'What was agreed, as an iCalendar file (RFC 5545)',
  access: both,
  params: aTime,
  raw: 'response',
  problems: ['time.not-found'],
})
