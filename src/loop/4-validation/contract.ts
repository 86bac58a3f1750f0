import { z } from 'zod'
import { courseDocument } from '#course/document/schema.ts'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'
import { judgement, roundCriterion } from './criteria.contract.ts'
import { finding, newAnchor, severity, stepChange } from './finding.contract.ts'
import { relaxations } from './queue/policy.ts'

const blockId = z.string().regex(/^[A-Za-z0-9]{12}$/)
export const verdict = z.enum(['approve', 'changes', 'comment'])
export type Finding = z.output<typeof finding>

export const reviewer = z.object({
  /** Without a name where the review is blind. */
  member,
  verdict: verdict.nullable(),
  note: z.string(),
  givenAt: moment().nullable(),
  /** Until when it is their turn; null when it is over. */
  dueAt: moment().nullable(),
  /** How many reviews they have before this one, it included; null when their turn is over. */
  place: z.number().int().nullable(),
  /** Why their turn ended without a verdict. */
  ended: z.enum(['declined', 'expired', 'gone', 'away', 'unfit']).nullable(),
  /** How the policy gave way for them. */
  gaveWay: z.enum(relaxations).nullable(),
})

export const reviewCard = z.object({
  id: id(),
  courseId: id(),
  groupId: id(),
  title: z.string(),
  author: member,
  round: z.number().int(),
  version: z.number().int(),
  minutes: z.number().int(),
  askedAt: moment(),
  note: z.string(),
  outcome: z.enum(['approved', 'changes', 'withdrawn']).nullable(),
})
/** A review that waits for the reader, and until when it is their turn. */
export const waitingReview = reviewCard.extend({ dueAt: moment().nullable() })
const waitingPage = listOf(waitingReview)
export type WaitingPage = z.output<typeof waitingPage>

export const review = reviewCard.extend({
  document: courseDocument,
  objective: z.string(),
  changedSinceLastRound: z.array(z.string()),
  changes: z.array(stepChange),
  approvalsNeeded: z.number().int(),
  reviewers: z.array(reviewer),
  findings: z.array(finding),
  /** By what it is judged, and what those who gave their verdict, and oneself, judged. */
  criteria: z.array(roundCriterion).max(200),
  judgements: z.array(judgement),
  /** Until when the policy wants it decided, and when that is to be expected; null when it is over, or nobody knows. */
  dueAt: moment().nullable(),
  expectedAt: moment().nullable(),
  /** The author does not learn who reviews, and reviewers not what others found before they gave their verdict. */
  isBlind: z.boolean(),
  /** Nobody is left who could be asked. */
  isStranded: z.boolean(),
  can: z.object({ judge: z.boolean(), withdraw: z.boolean(), ask: z.boolean() }),
})
export type Review = z.output<typeof review>

const aReview = z.strictObject({ reviewId: id() })
const aCourse = z.strictObject({ courseId: id() })

export const suggestReviewers = endpoint('suggestReviewers', {
  method: 'GET',
  path: '/courses/:courseId/reviewers',
  summary:
    'Peers who may be wished for to review a course, whom Cairn would ask first, and what its policy wants; nobody where it is blind',
  access: 'signed-in',
  params: aCourse,
  returns: z.object({
    items: z.array(member.extend({ waiting: z.number().int() })).max(20),
    policy: z.object({ approvals: z.number().int(), days: z.number().int(), isBlind: z.boolean() }),
    /** Whether it may be published without a review. */
    mayPublish: z.boolean(),
  }),
})

export const askForReview = endpoint('askForReview', {
  method: 'POST',
  path: '/courses/:courseId/reviews',
  summary:
    'Ask for a review of the draft as it is now: of those who are wished for, and of whom Cairn finds for what the policy wants beyond that',
  access: 'signed-in',
  params: aCourse,
  body: z.strictObject({ reviewerIds: z.array(id()).max(5).default([]), note: prose(2000).default('') }),
  returns: reviewCard,
  problems: [
    'review.open-already',
    'review.own-course',
    'review.not-reviewer',
    'review.blind-choice',
    'review.away',
    'review.full',
    'course.not-yours',
    'course.empty',
    'course.unfinished-question',
    'course.discarded',
    'review.charter',
    'review.pictures-pending',
  ],
  example: { reviewerIds: ['01890000-0000-7000-8000-000000000000'], note: 'Is the second step too short?' },
})

export const listWaitingReviews = endpoint('listWaitingReviews', {
  method: 'GET',
  path: '/my-reviews',
  summary: 'The reviews that wait for the reader, longest waiting first',
  access: 'signed-in',
  query: page(),
  returns: waitingPage,
})

export const listCourseReviews = endpoint('listCourseReviews', {
  method: 'GET',
  path: '/courses/:courseId/reviews',
  summary: 'The rounds of review of one’s own course, newest first',
  access: 'signed-in',
  params: aCourse,
  query: page({}, 10),
  returns: listOf(review.omit({ document: true, changes: true })),
})

export const getReview = endpoint('getReview', {
  method: 'GET',
  path: '/reviews/:reviewId',
  summary: 'The review room: the version under review, findings and verdicts',
  access: 'signed-in',
  params: aReview,
  returns: review,
})

export const makeFinding = endpoint('makeFinding', {
  method: 'POST',
  path: '/reviews/:reviewId/findings',
  summary: 'Comment on a block or a part of it: what is wrong, how much it matters, what to write instead',
  access: 'signed-in',
  params: aReview,
  body: z.strictObject({
    blockId,
    quote: z.string().max(500).default(''),
    anchor: newAnchor.default({ kind: 'block' }),
    severity,
    body: prose(4000).min(1),
    suggestion: prose(4000).nullable().default(null),
  }),
  returns: finding,
  problems: [
    'review.not-yours',
    'review.closed',
    'review.no-such-block',
    'review.no-such-passage',
    'review.wrong-anchor',
  ],
  example: { blockId: 'abcdefghjk23', severity: 'should', body: 'Where is this from?' },
})

export const listApprovals = endpoint('listApprovals', {
  method: 'GET',
  path: '/courses/:courseId/approvals',
  summary:
    'The peers who approved what is published of a course, first ones first, for everyone who may see it',
  access: 'signed-in',
  params: aCourse,
  query: page(),
  returns: listOf(z.object({ member, at: moment() })),
})

export const lastVerified = z.object({
  last: z.object({ at: moment(), by: member.nullable().describe('nobody, where they have left') }).nullable(),
})
export type LastVerified = z.output<typeof lastVerified>

export const getLastVerified = endpoint('getLastVerified', {
  method: 'GET',
  path: '/courses/:courseId/verified',
  summary: 'When what is published of a course was last approved, or looked at again and found to hold',
  access: 'signed-in',
  params: aCourse,
  returns: lastVerified,
})

const aFinding = z.strictObject({ findingId: id() })

export const removeFinding = endpoint('removeFinding', {
  method: 'DELETE',
  path: '/findings/:findingId',
  summary: 'Take one’s own finding back',
  access: 'signed-in',
  params: aFinding,
  problems: ['finding.not-yours', 'review.closed'],
})

export const resolveFinding = endpoint('resolveFinding', {
  method: 'PUT',
  path: '/findings/:findingId/resolution',
  summary: 'Accept a finding, or dismiss it: the course’s author',
  access: 'signed-in',
  params: aFinding,
  body: z.strictObject({ resolution: z.enum(['accepted', 'dismissed']) }),
  returns: finding,
  problems: ['finding.not-author', 'finding.resolved'],
  example: { resolution: 'accepted' },
})

export const giveVerdict = endpoint('giveVerdict', {
  method: 'PUT',
  path: '/reviews/:reviewId/verdict',
  summary: 'Approve, ask for changes, or only comment; enough approvals publish the course',
  access: 'signed-in',
  params: aReview,
  body: z.strictObject({ verdict, note: prose(2000).default('') }),
  returns: review,
  problems: ['review.not-yours', 'review.closed', 'review.say-what', 'review.unjudged', 'review.not-passed'],
  example: { verdict: 'approve' },
})

export const declineReview = endpoint('declineReview', {
  method: 'PUT',
  path: '/reviews/:reviewId/decline',
  summary: 'Say that one cannot review it: somebody else is asked',
  access: 'signed-in',
  params: aReview,
  problems: ['review.not-yours', 'review.closed'],
})

export const withdrawReview = endpoint('withdrawReview', {
  method: 'DELETE',
  path: '/reviews/:reviewId',
  summary: 'Take the request for review back: the author',
  access: 'signed-in',
  params: aReview,
  problems: ['review.not-yours', 'review.closed'],
})
