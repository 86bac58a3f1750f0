import { z } from 'zod'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { review, reviewCard, reviewer } from './contract.ts'
import { relaxations } from './queue/policy.ts'

const aGroup = z.strictObject({ groupId: id() })

/** Somebody who was asked, for those who answer for the group: what they wrote stays between them and the author. */
const turn = reviewer.omit({ note: true })

/** A round that waits, for those who answer for its group. */
export const waitingRound = reviewCard.extend({
  group: z.object({ id: id(), name: z.string() }),
  dueAt: moment().nullable(),
  isStranded: z.boolean(),
  isBlind: z.boolean(),
  approvals: z.number().int(),
  approvalsNeeded: z.number().int(),
  reviewers: z.array(turn),
})
export type WaitingRound = z.output<typeof waitingRound>

export const listReviewQueue = endpoint('listReviewQueue', {
  method: 'GET',
  path: '/groups/:groupId/review-queue',
  summary: 'The rounds of review that wait in a group and below, longest waiting first: whoever manages it',
  access: 'signed-in',
  params: aGroup,
  query: page(),
  returns: listOf(waitingRound),
  problems: ['queue.not-yours'],
})

const figures = z.object({
  /** Rounds that wait, those past their day, and those for which nobody is left. */
  waiting: z.number().int(),
  late: z.number().int(),
  stranded: z.number().int(),
  /** Rounds decided in each of the last 12 weeks, the oldest first. */
  weeks: z.array(z.object({ from: moment(), decided: z.number().int() })).length(12),
  /** Of the last 90 days: how many were decided, how many in time, and working days from asking to decision. */
  decided: z.number().int(),
  inTime: z.number().int(),
  median: z.number().nullable(),
  slowest: z.number().nullable().describe('the 90th percentile'),
  /** Who was asked, for how many the policy gave way and how, and how many let it run out; of the last 90 days. */
  asked: z.number().int(),
  reviewers: z.number().int(),
  ranOut: z.number().int(),
  declined: z.number().int(),
  gaveWay: z.array(z.object({ by: z.enum(relaxations), count: z.number().int() })).max(relaxations.length),
  /** Topics of rounds for which nobody who knows them was found, the most first. */
  topics: z.array(z.object({ id: id(), name: z.string(), rounds: z.number().int() })).max(20),
})
export type ReviewFigures = z.output<typeof figures>

export const getReviewFigures = endpoint('getReviewFigures', {
  method: 'GET',
  path: '/groups/:groupId/review-figures',
  summary:
    'How review goes in a group and below: throughput, waiting time, and for what nobody is found; whoever manages it',
  access: 'signed-in',
  params: aGroup,
  returns: figures,
  problems: ['queue.not-yours'],
})

export const assignReviewer = endpoint('assignReviewer', {
  method: 'PUT',
  path: '/reviews/:reviewId/reviewers/:memberId',
  summary:
    'Ask somebody in particular to review, where the engine asked others or found nobody: whoever manages the group',
  access: 'signed-in',
  params: z.strictObject({ reviewId: id(), memberId: id() }),
  returns: z.object({ reviewers: z.array(turn).max(500) }),
  problems: [
    'queue.not-yours',
    'review.closed',
    'review.own-course',
    'review.blind-choice',
    'review.closed-to',
    'review.full',
    'member.not-found',
  ],
})

export const askForOpinion = endpoint('askForOpinion', {
  method: 'POST',
  path: '/reviews/:reviewId/opinions',
  summary: 'Ask one more peer, once in a round, also when it was sent back: the author',
  access: 'signed-in',
  params: z.strictObject({ reviewId: id() }),
  returns: review,
  problems: ['review.not-author', 'review.no-opinion'],
})
