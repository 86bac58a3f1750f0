import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, moment } from '#platform/http/endpoint'

const aNeed = z.strictObject({ needId: id() })

const askedExpert = z.object({
  member,
  askedAt: moment(),
  answer: z.enum(['helping', 'passed']).nullable(),
})

export const asking = z.object({
  askedBy: member,
  askedAt: moment(),
  /** When more people are asked, if nobody can help by then; null when nobody more is. */
  widensAt: moment().nullable(),
  asked: z.array(askedExpert).max(100),
})
export type Asking = z.output<typeof asking>

const state = z.object({
  asking: asking.nullable(),
  can: z.object({ ask: z.boolean(), answer: z.boolean() }),
})

export const getAsking = endpoint('getAsking', {
  method: 'GET',
  path: '/needs/:needId/asking',
  summary: 'Who was asked to help with a need, and what they said',
  access: 'signed-in',
  params: aNeed,
  returns: state,
})

export const askExperts = endpoint('askExperts', {
  method: 'PUT',
  path: '/needs/:needId/asking',
  summary: 'Ask the three who most likely know and have time; more are asked later, while nobody can help',
  access: 'signed-in',
  params: aNeed,
  body: z.strictObject({ firstId: id().nullable().describe('somebody who is asked in any case') }),
  returns: state,
  problems: ['need.not-open', 'asking.asked', 'asking.oneself', 'asking.closed-to'],
  example: { firstId: null },
})

export const answerAsked = endpoint('answerAsked', {
  method: 'PUT',
  path: '/needs/:needId/asking/answer',
  summary: 'Say that one can help, or pass it on: then the next best is asked',
  access: 'signed-in',
  params: aNeed,
  body: z.strictObject({ answer: z.enum(['helping', 'passed']) }),
  returns: state,
  problems: ['need.not-open', 'asking.not-asked'],
  example: { answer: 'helping' },
})

export const listMyAsked = endpoint('listMyAsked', {
  method: 'GET',
  path: '/my-asked',
  summary: 'Open needs on which one was asked and has not answered, the longest waiting first (20 at most)',
  access: 'signed-in',
  returns: z.object({
    items: z.array(z.object({ needId: id(), title: z.string(), askedBy: member, askedAt: moment() })).max(20),
  }),
})
