import { sql } from 'kysely'
import { findOwnCourse, publishCourse } from '#course'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, forbidden, invalidField, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Review, ReviewPage } from './contract.ts'
import { cardOf, findingsOf, getReview, reviewersIn, reviewersOf, reviewRows } from './rows.ts'

/** The reviews that wait for the actor, longest waiting first. */
export async function listWaitingReviews(
  scope: Scope,
  query: { limit: number; after?: string | undefined },
): Promise<ReviewPage> {
  const after = readCursor(query.after, 'moment', 'id')
  let rows = reviewRows(scope)
    .innerJoin('reviewers as w', (join) =>
      join
        .onRef('w.orgId', '=', 'r.orgId')
        .onRef('w.reviewId', '=', 'r.id')
        .on('w.memberId', '=', scope.actor.id),
    )
    .where('w.givenAt', 'is', null)
    .where('w.declinedAt', 'is', null)
    .where('r.closedAt', 'is', null)
  if (after)
    rows = rows.where(sql<boolean>`(r.asked_at, r.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy('r.askedAt')
    .orderBy('r.id')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(found, query.limit, (row) => [row.askedAt, row.reviewId])
  return { items: page.items.map(cardOf), next: page.next }
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
  const items = page.items.map((row) => ({
    ...cardOf(row),
    objective: row.reviewObjective,
    changedSinceLastRound: [],
    approvalsNeeded: row.approvalsNeeded,
    reviewers: reviewers.get(row.reviewId) ?? [],
    findings: findings.filter(({ round }) => round === row.round),
    can: { judge: false, withdraw: row.closedAt === null },
  }))
  return { items, next: page.next }
}

/** A review that the actor was asked for and that is open, kept from changing until the transaction ends. */
export async function lockOwnReview(scope: Scope, id: string): Promise<Review> {
  await sql`select from reviews where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  const review = await getReview(scope, id)
  if (review.outcome) throw conflict('review.closed')
  return review
}

/** A verdict. Enough approvals publish the version; asking for changes closes the round and names what to mend. */
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
  })
  const approvals = (await reviewersIn(scope, id)).filter((one) => one.verdict === 'approve').length
  if (verdict === 'changes') await close(scope, review, 'changes')
  else if (approvals >= review.approvalsNeeded) {
    await close(scope, review, 'approved')
    await publishCourse(scope, courseId, review.version)
  }
  tell(scope, { topics: ['reviews', 'my-courses'], to: [scope.actor.id, review.author.id] })
  return getReview(scope, id)
}

const close = (scope: Scope, review: Review, outcome: 'approved' | 'changes' | 'withdrawn') =>
  scope.db
    .updateTable('reviews')
    .set({ closedAt: scope.now, outcome })
    .where('orgId', '=', scope.org)
    .where('id', '=', review.id)
    .execute()

/** Says no to a request. When everyone has, the round closes so that the author may ask others. */
export async function declineReview(scope: Scope, id: string): Promise<void> {
  const review = await lockOwnReview(scope, id)
  if (!review.can.judge) throw forbidden('review.not-yours')
  await scope.db
    .updateTable('reviewers')
    .set({ declinedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('reviewId', '=', id)
    .where('memberId', '=', scope.actor.id)
    .execute()
  await record(scope, 'review.declined', {
    reviewId: id,
    courseId: review.courseId,
    reviewerId: scope.actor.id,
  })
  if ((await reviewersIn(scope, id)).every(({ declined }) => declined)) {
    await close(scope, review, 'withdrawn')
    await record(scope, 'review.withdrawn', { reviewId: id, courseId: review.courseId })
  }
  tell(scope, { topics: ['reviews'], to: [scope.actor.id, review.author.id] })
}

/** Takes the request back. Findings already made stay with the course. */
export async function withdrawReview(scope: Scope, id: string): Promise<void> {
  const review = await lockOwnReview(scope, id)
  if (!review.can.withdraw) throw notFound('review')
  await close(scope, review, 'withdrawn')
  await record(scope, 'review.withdrawn', { reviewId: id, courseId: review.courseId })
  tell(scope, { topics: ['reviews'], to: review.reviewers.map(({ member }) => member.id) })
}
