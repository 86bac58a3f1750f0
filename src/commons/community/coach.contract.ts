import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, moment, prose } from '#platform/http/endpoint'
import { mostProposed } from './coaching/match.ts'
import { mostAtOnce, mostCoached } from './limits.ts'

/** Coaching: an experienced leader helps a new one to begin. */
const access = ['leader', 'admin'] as const
const topic = z.object({ id: id(), name: z.string() })

export const coaching = z.object({
  id: id(),
  asker: member,
  coach: member,
  topic: topic.nullable(),
  words: z.string(),
  state: z.enum(['asked', 'coaching', 'declined', 'withdrawn', 'ended']),
  askedAt: moment(),
  answeredAt: moment().nullable(),
  note: z.string().describe('what the coach said to it'),
  endedAt: moment().nullable(),
  can: z.object({ answer: z.boolean(), withdraw: z.boolean(), end: z.boolean() }),
})
export type Coaching = z.output<typeof coaching>

export const myCoaching = z.object({
  offer: z
    .object({ atOnce: z.number().int(), load: z.number().int() })
    .nullable()
    .describe('how many the reader coaches at once, and how many they coach or were asked to'),
  mine: coaching.nullable().describe('what the reader asked for last'),
  asked: z.array(coaching).max(mostCoached).describe('those who ask the reader, and whom they coach'),
  can: z.object({
    ask: z.boolean().describe('has published little or nothing yet'),
    offer: z.boolean().describe('has published something'),
  }),
})
export type MyCoaching = z.output<typeof myCoaching>

export const getMyCoaching = endpoint('getMyCoaching', {
  method: 'GET',
  path: '/my-coaching',
  summary: 'Who coaches the reader, whom they coach, and what they may do about it',
  access,
  returns: myCoaching,
})

export const coachProposal = z.object({
  coach: member,
  topics: z.array(topic).max(20).describe('what both say they can help with, or is asked for'),
  languages: z.array(z.string()).max(10).describe('what both speak, as ISO 639-1 codes'),
  free: z.number().int().describe('how many more they would coach'),
  published: z.number().int().describe('how many courses of theirs the organization has'),
})
export type CoachProposal = z.output<typeof coachProposal>

export const getCoachProposals = endpoint('getCoachProposals', {
  method: 'GET',
  path: '/my-coaching/proposals',
  summary:
    'Who might coach the reader, the best three, each with why. Whoever declined lately is not among them',
  access,
  query: z.strictObject({ topicId: id().optional() }),
  returns: z.object({ items: z.array(coachProposal).max(mostProposed) }),
})

export const offerCoaching = endpoint('offerCoaching', {
  method: 'PUT',
  path: '/my-coaching/offer',
  summary: 'Say that one is ready to coach, and how many at once',
  access,
  body: z.strictObject({ atOnce: z.number().int().min(1).max(mostAtOnce) }),
  returns: myCoaching,
  problems: ['coach.no-course'],
  example: { atOnce: 2 },
})

export const withdrawCoachOffer = endpoint('withdrawCoachOffer', {
  method: 'DELETE',
  path: '/my-coaching/offer',
  summary: 'Take it back; whoever one coaches is coached on',
  access,
  returns: myCoaching,
})

export const askCoach = endpoint('askCoach', {
  method: 'POST',
  path: '/coachings',
  summary: 'Ask somebody to coach one',
  access,
  body: z.strictObject({
    coachId: id(),
    topicId: id().nullable().default(null),
    words: prose(1000).default(''),
  }),
  returns: coaching,
  problems: [
    ...['coaching.yourself', 'coaching.experienced', 'coaching.open-already', 'coaching.full'],
    ...['coach.not-found', 'topic.not-found'],
  ],
  example: { coachId: '01890000-0000-7000-8000-000000000000', words: 'My first course is to be short.' },
})

const aCoaching = z.strictObject({ coachingId: id() })

export const answerCoaching = endpoint('answerCoaching', {
  method: 'PUT',
  path: '/coachings/:coachingId/answer',
  summary: 'Say that one will coach whoever asked, or that one cannot',
  access,
  params: aCoaching,
  body: z.strictObject({ answer: z.enum(['accept', 'decline']), note: prose(500).default('') }),
  returns: coaching,
  problems: ['coaching.not-found', 'coaching.not-yours', 'coaching.settled'],
  example: { answer: 'accept', note: 'Shall we talk on Thursday?' },
})

export const withdrawCoaching = endpoint('withdrawCoaching', {
  method: 'DELETE',
  path: '/coachings/:coachingId',
  summary: 'Ask no more, before it is answered',
  access,
  params: aCoaching,
  returns: coaching,
  problems: ['coaching.not-found', 'coaching.not-yours', 'coaching.settled'],
})

export const endCoaching = endpoint('endCoaching', {
  method: 'PUT',
  path: '/coachings/:coachingId/end',
  summary: 'End it, as whoever coaches or is coached',
  access,
  params: aCoaching,
  returns: coaching,
  problems: ['coaching.not-found', 'coaching.settled'],
})
