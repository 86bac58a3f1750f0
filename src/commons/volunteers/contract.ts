import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'

const aVolunteer = z.strictObject({ volunteerId: id() })
const group = z.object({ id: id(), name: z.string() })

/** What a volunteer may begin with. */
export const step = z.enum(['topic', 'answer', 'academy'])
export type Step = z.output<typeof step>

const greeting = z.object({ by: member, words: z.string(), at: moment() })

export const volunteering = z.object({
  id: id(),
  group,
  cameAt: moment(),
  sponsor: member.nullable().describe('who is to greet them; null where there is nobody else'),
  greeting: greeting.nullable(),
  step: step.nullable().describe('what they chose to begin with'),
  done: z.array(step).max(3).describe('what they really did'),
})
export type Volunteering = z.output<typeof volunteering>

export const volunteer = volunteering.extend({
  member,
  reminded: z.boolean().describe('nobody greeted them in time, and the sponsor was reminded'),
})
export type Volunteer = z.output<typeof volunteer>

export const getVolunteering = endpoint('getVolunteering', {
  method: 'GET',
  path: '/volunteering',
  summary: 'Where one volunteers oneself, the latest first (100 at most)',
  access: 'signed-in',
  returns: z.object({
    items: z.array(volunteering).max(100),
    offers: z.array(step).max(3).describe('what one may begin with: the academy only once it is open'),
  }),
})

export const volunteerNow = endpoint('volunteerNow', {
  method: 'POST',
  path: '/volunteers',
  summary:
    'Say that one is interested in sharing what one knows, in a group (one’s own where none is named); saying it again changes nothing',
  access: 'signed-in',
  body: z.strictObject({ groupId: id().nullable().default(null) }),
  returns: volunteering,
  example: { groupId: null },
})

export const withdrawVolunteer = endpoint('withdrawVolunteer', {
  method: 'DELETE',
  path: '/volunteers/:volunteerId',
  summary: 'Volunteer no more; one may come back at any time',
  access: 'signed-in',
  params: aVolunteer,
})

export const chooseStep = endpoint('chooseStep', {
  method: 'PUT',
  path: '/volunteers/:volunteerId/step',
  summary: 'Choose what to begin with; it is done when one really did it',
  access: 'signed-in',
  params: aVolunteer,
  body: z.strictObject({ step }),
  returns: volunteering,
  example: { step: 'topic' },
})

export const waitingQuestion = z.object({
  id: id(),
  words: z.string(),
  by: member,
  askedAt: moment(),
  course: z.object({ id: id(), title: z.string() }),
  stepId: z
    .string()
    .nullable()
    .describe('the step on which it is asked; null where it is of the whole course'),
  isNear: z.boolean().describe('it is of a topic that the reader says they can help with'),
})
export type WaitingQuestion = z.output<typeof waitingQuestion>

export const listWaitingQuestions = endpoint('listWaitingQuestions', {
  method: 'GET',
  path: '/waiting-questions',
  summary:
    'Questions on courses that nobody has answered: those near one’s topics first, then the longest waiting (5 at most)',
  access: 'signed-in',
  returns: z.object({ items: z.array(waitingQuestion).max(5) }),
})

export const listVolunteers = endpoint('listVolunteers', {
  method: 'GET',
  path: '/volunteers',
  summary: 'Volunteers whom one is to greet, or for whose group one answers; the longest waiting first',
  access: 'signed-in',
  query: page({ show: z.enum(['waiting', 'all']).default('waiting') }),
  returns: listOf(volunteer),
})

export const greetVolunteer = endpoint('greetVolunteer', {
  method: 'PUT',
  path: '/volunteers/:volunteerId/greeting',
  summary: 'Greet a volunteer in words of one’s own: once, as their sponsor or for their group',
  access: 'signed-in',
  params: aVolunteer,
  body: z.strictObject({ words: prose(1000).min(1) }),
  returns: volunteer,
  problems: ['volunteer.greeted'],
  example: { words: 'Welcome! Shall we have a coffee on Thursday?' },
})

export const listSponsors = endpoint('listSponsors', {
  method: 'GET',
  path: '/volunteers/:volunteerId/sponsors',
  summary: 'Who else may greet a volunteer, the best first (50 at most)',
  access: 'signed-in',
  params: aVolunteer,
  returns: z.object({ items: z.array(member).max(50) }),
})

export const handOverVolunteer = endpoint('handOverVolunteer', {
  method: 'PUT',
  path: '/volunteers/:volunteerId/sponsor',
  summary: 'Have somebody else greet a volunteer',
  access: 'signed-in',
  params: aVolunteer,
  body: z.strictObject({ memberId: id() }),
  returns: volunteer,
  problems: ['volunteer.greeted', 'volunteer.no-sponsor'],
  example: { memberId: '01890000-0000-7000-8000-000000000000' },
})
