import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'
import { signalKinds } from './signals/kinds.ts'

/** One act of help that is held on the reader: theirs for somebody, or somebody's for them. */
export const heldSignal = z.object({
  kind: z.enum(signalKinds),
  /** 'cairn', 'survey', or the tool it was brought in from. */
  source: z.string(),
  mine: z.boolean(),
  /** The other one; null where it is not known or not told, or takes no part. */
  other: member.nullable(),
  about: z.object({ subject: z.enum(['course', 'need']), subjectId: id(), words: z.string() }).nullable(),
  topic: z.string().nullable(),
  /** Of a naming only the day. */
  at: moment(),
})
export type HeldSignal = z.output<typeof heldSignal>

export const listMySignals = endpoint('listMySignals', {
  method: 'GET',
  path: '/my-signals',
  summary: 'Every act of help that is held on oneself, the latest first',
  access: 'signed-in',
  query: page(),
  returns: listOf(heldSignal),
})

export const contest = z.object({
  id: id(),
  member,
  body: z.string(),
  madeAt: moment(),
  answered: z.object({ by: member, at: moment(), answer: z.string() }).nullable(),
})
export type Contest = z.output<typeof contest>

const words = prose(4000).min(10)

export const contestHeld = endpoint('contestHeld', {
  method: 'POST',
  path: '/contests',
  summary: 'Say what is wrong in what is held on oneself; whoever administers the organization answers',
  access: 'signed-in',
  body: z.strictObject({ body: words }),
  returns: contest,
  problems: ['contest.open'],
  example: { body: 'The answers of last May were by a colleague with my account.' },
})

export const listMyContests = endpoint('listMyContests', {
  method: 'GET',
  path: '/my-contests',
  summary: 'What one has contested, and what was answered, the latest first (100 at most)',
  access: 'signed-in',
  returns: z.object({ items: z.array(contest).max(100) }),
})

export const listContests = endpoint('listContests', {
  method: 'GET',
  path: '/contests',
  summary: 'What members contest and nobody has answered yet, the longest waiting first',
  access: 'signed-in',
  query: page(),
  returns: listOf(contest),
  problems: ['contest.not-yours'],
})

export const answerContest = endpoint('answerContest', {
  method: 'PUT',
  path: '/contests/:contestId/answer',
  summary: 'Answer what a member contests',
  access: 'signed-in',
  params: z.strictObject({ contestId: id() }),
  body: z.strictObject({ answer: words }),
  returns: contest,
  problems: ['contest.not-yours', 'contest.own', 'contest.answered'],
  example: { answer: 'You are right: these answers were taken out.' },
})
