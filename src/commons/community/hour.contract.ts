import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose, timeZone as zone } from '#platform/http/endpoint'
import { longest, minutesOf, mostPlaces } from './limits.ts'

/** Office hours: time that a leader offers to other leaders. */
const access = ['leader', 'admin'] as const
const timeZone = zone().describe('in which mails to the caller say when it is, such as Europe/Paris')

export const officeHour = z.object({
  id: id(),
  group: z.object({ id: id(), name: z.string() }).describe('for whose leaders it is'),
  host: member,
  topic: z.string(),
  words: z.string(),
  startsAt: moment(),
  minutes: z.number().int(),
  places: z.number().int(),
  taken: z.number().int(),
  place: z.string().describe('a room or a link'),
  cancelled: z.object({ why: z.string() }).nullable(),
  isOver: z.boolean(),
  isComing: z.boolean().describe('the reader signed up'),
  guests: z.array(member).max(mostPlaces).describe('who comes: told to the host alone'),
  can: z.object({ join: z.boolean(), leave: z.boolean(), change: z.boolean() }),
})
export type OfficeHour = z.output<typeof officeHour>

export const listOfficeHours = endpoint('listOfficeHours', {
  method: 'GET',
  path: '/community/office-hours',
  summary:
    'Those to come, the next first; or those that are over, the latest first. What was cancelled is told to those whom it concerns',
  access,
  query: page({ when: z.enum(['coming', 'over']).default('coming') }),
  returns: listOf(officeHour),
})

const anHour = z.strictObject({ hourId: id() })
const said = {
  topic: line(longest.topic),
  words: prose(2000).default(''),
  startsAt: moment(),
  minutes: z.number().int().min(minutesOf.least).max(minutesOf.most),
  places: z.number().int().min(1).max(mostPlaces),
  place: line(longest.place),
  timeZone,
}
const example = {
  ...{ topic: 'Recording a screencast', startsAt: '2100-03-04T14:00:00.000Z', minutes: 30, places: 4 },
  ...{ place: 'https://meet.example/torque', timeZone: 'Europe/Paris' },
}

export const offerOfficeHour = endpoint('offerOfficeHour', {
  method: 'POST',
  path: '/community/office-hours',
  summary: 'Offer some, to all leaders or to those of a group that one leads',
  access,
  body: z.strictObject({ groupId: id(), ...said }),
  returns: officeHour,
  problems: ['group.not-found', 'post.not-leading', 'hour.past'],
  example: { groupId: '01890000-0000-7000-8000-000000000000', ...example },
})

export const changeOfficeHour = endpoint('changeOfficeHour', {
  method: 'PUT',
  path: '/community/office-hours/:hourId',
  summary: 'Change one’s own before they begin; whoever comes is told',
  access,
  params: anHour,
  body: z.strictObject(said),
  returns: officeHour,
  problems: [
    ...['hour.not-found', 'hour.not-yours', 'hour.past'],
    ...['hour.over', 'hour.cancelled', 'hour.more-come'],
  ],
  example,
})

export const cancelOfficeHour = endpoint('cancelOfficeHour', {
  method: 'PUT',
  path: '/community/office-hours/:hourId/cancellation',
  summary: 'Cancel one’s own before they begin, with a reason; whoever comes is told',
  access,
  params: anHour,
  body: z.strictObject({ why: prose(longest.why).min(3) }),
  returns: officeHour,
  problems: ['hour.not-found', 'hour.not-yours', 'hour.over', 'hour.cancelled'],
  example: { why: 'I am with a customer that day.' },
})

export const joinOfficeHour = endpoint('joinOfficeHour', {
  method: 'PUT',
  path: '/community/office-hours/:hourId/place',
  summary: 'Sign up, as long as there is a place',
  access,
  params: anHour,
  body: z.strictObject({ timeZone }),
  returns: officeHour,
  problems: ['hour.not-found', 'hour.own', 'hour.full', 'hour.over', 'hour.cancelled'],
  example: { timeZone: 'Europe/Paris' },
})

export const leaveOfficeHour = endpoint('leaveOfficeHour', {
  method: 'DELETE',
  path: '/community/office-hours/:hourId/place',
  summary: 'Give one’s place back',
  access,
  params: anHour,
  returns: officeHour,
  problems: ['hour.not-found', 'hour.over', 'hour.not-coming'],
})

export const getOfficeHourFile = endpoint('getOfficeHourFile', {
  method: 'GET',
  path: '/community/office-hours/:hourId/calendar',
  summary: 'The same as an iCalendar file (RFC 5545)',
  access,
  params: anHour,
  raw: 'response',
  problems: ['hour.not-found'],
})
