import { sql } from 'kysely'
import { findOwnCourse } from '#course'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, forbidden, invalidField, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { endTurn } from './assign/advance.ts'
import type { Review, WaitingPage } from './contract.ts'
import { criteriaOf, judgementsOf, refuseNotPassed } from './criteria/judging.ts'
import { queueOf, readPace } from './expected.ts'
import { reviewersOf } from './reviewers.ts'
import { cardOf, findingsOf, getReview, listOpen, mayAsk, reviewRows } from './rows.ts'
import { close, settle } from './settle.ts'

/** The reviews that wait for the actor, longest waiting first. */
export async function listWaitingReviews(
  scope: Scope,
  query: { limit: number; after?: string | undefined },
): Promise<WaitingPage> {
  const isTheirs = sql<boolean>`exists (select from reviewers w where w.org_id = r.org_id and w.review_id = r.id
    and w.member_id = ${scope.actor.id} and w.given_at is null and w.ended_at is null)`
  const page = await listOpen(scope, isTheirs, query)
  const items = page.items.map((row) => ({ ...cardOf(row), dueAt: row.turnDueAt }))
  return { items, next: page.next }
}

/** The rounds of one's own course, newest first, with verdicts and findings. */
export async function listCourseReviews(
  scope: Scope,
  courseId: string,
  query: { limit: number; after?: string | undefined },
) {
  await findOwnCourse(scope, courseId)
  const after = readCursor(query.after, 'number')
  let rows = reviewRows(scope).where('c.id', '=', courseId)
  if (after) rows = rows.where('r.round', '<', Number(after[0]))
  const found = await rows
    .orderBy('r.round', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(found, query.limit, (row) => [row.round])
  const findings = await findingsOf(scope, {
    courseId,
    from: page.items.at(-1)?.round,
    upTo: page.items[0]?.round,
  })
  const reviewers = await reviewersOf(
    scope,
    page.items.map(({ reviewId }) => reviewId),
  )
  const judgements = await judgementsOf(
    scope,
    page.items.map(({ reviewId }) => reviewId),
  )
  const pace = await readPace(scope)
  const items = page.items.map((row) => {
    const asked = reviewers.get(row.reviewId)?.reviewers ?? []
    return {
      ...{ ...cardOf(row), ...queueOf(row, asked, pace), objective: row.reviewObjective },
      ...{ changedSinceLastRound: [], approvalsNeeded: row.approvalsNeeded, reviewers: asked },
      findings: findings.filter(({ round }) => round === row.round),
      ...{ criteria: criteriaOf(row), judgements: judgements.get(row.reviewId) ?? [] },
      can: { judge: false, withdraw: row.closedAt === null, ask: mayAsk(row) },
    }
  })
  return { items, next: page.next }
}

/** A review that the actor was asked for and that is open, kept from changing until the transaction ends. */
export async function lockOwnReview(scope: Scope, id: string): Promise<Review> {
  await sql`select from reviews where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  const review = await getReview(scope, id)
  if (review.outcome) throw conflict('review.closed')
  return review
}

/** A verdict. Enough approvals publish the version; asking for changes closes the round, unless a further opinion is out. */
export async function giveVerdict(
  scope: Scope,
  id: string,
  { verdict, note }: { verdict: 'approve' | 'changes' | 'comment'; note: string },
): Promise<Review> {
  const review = await lockOwnReview(scope, id)
  if (!review.can.judge) throw forbidden('review.not-yours')
  const said = review.findings.some(
    ({ author, round }) => author.id === scope.actor.id && round === review.round,
  )
  if (verdict !== 'approve' && !said && note === '') {
    throw invalidField('/note', 'review.say-what')
  }
  if (verdict === 'approve') refuseNotPassed(scope, review)
  await scope.db
    .updateTable('reviewers')
    .set({ verdict, note, givenAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('reviewId', '=', id)
    .where('memberId', '=', scope.actor.id)
    .execute()
  const { courseId } = review
  const { groupId, title } = review
  await record(scope, 'review.given', {
    reviewId: id,
    courseId,
    groupId,
    title,
    reviewerId: scope.actor.id,
    authorId: review.author.id,
    verdict,
    isBlind: review.isBlind,
  })
  await settle(scope, id)
  tell(scope, { topics: ['reviews', 'my-courses'], to: [scope.actor.id, review.author.id] })
  return getReview(scope, id)
}

/**
 * Asks one more peer, once in a round: while it is open, or when it ended because somebody asked for changes. That one
 * verdict does not end it then; a second one does.
 */
export async function askForOpinion(scope: Scope, id: string): Promise<Review> {
  await sql`select from reviews where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  const review = await getReview(scope, id)
  if (review.author.id !== scope.actor.id) throw forbidden('review.not-author')
  if (!review.can.ask) throw conflict('review.no-opinion')
  const { courseId } = review
  await sql`update reviews set opinions = 1, closed_at = null, outcome = null
    where org_id = ${scope.org} and id = ${id}`.execute(scope.db)
  await record(scope, 'review.opinion-asked', { reviewId: id, courseId })
  await settle(scope, id)
  tell(scope, { topics: ['reviews', 'my-courses'], to: [scope.actor.id] })
  return getReview(scope, id)
}

/** Says no to a request: somebody else is asked in the same moment. */
export async function declineReview(scope: Scope, id: string): Promise<void> {
  const review = await lockOwnReview(scope, id)
  if (!review.can.judge) throw forbidden('review.not-yours')
  const { courseId } = review
  await endTurn(scope, { reviewId: id, courseId }, scope.actor.id, 'declined')
  await record(scope, 'review.declined', { reviewId: id, courseId, reviewerId: scope.actor.id })
  await settle(scope, id)
  tell(scope, { topics: ['reviews'], to: [scope.actor.id, review.author.id] })
}

/** Takes the request back. Findings already made stay with the course. */
export async function withdrawReview(scope: Scope, id: string): Promise<void> {
  const review = await lockOwnReview(scope, id)
  if (!review.can.withdraw) throw notFound('review')
  await close(scope, id, 'withdrawn')
  await record(scope, 'review.withdrawn', { reviewId: id, courseId: review.courseId })
}
