import { findOwnCourse, keepVersion } from '#course'
import { conflict, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { afterWorkingDays } from '#platform/working-days'
import { record } from '#record'
import { advance, lockQueue, seat } from './assign/advance.ts'
import { roundCriteria } from './criteria/criteria.ts'
import { nextRound, refuseUnready } from './ready.ts'
import { cardOf, reviewRows } from './rows.ts'
import { policyOf, wishesOf } from './wishes.ts'

interface Asked {
  reviewerIds: string[]
  note: string
}

/**
 * Asks for a review of the draft as it is now, which is kept as a version: those whom the author wishes, and whom the
 * engine finds for what the policy wants beyond that. One review at a time.
 */
export async function askForReview(scope: Scope, courseId: string, input: Asked) {
  const course = await findOwnCourse(scope, courseId)
  const policy = await policyOf(scope, course)
  if (policy.isBlind && input.reviewerIds.length > 0)
    throw invalidField('/reviewerIds', 'review.blind-choice')
  // Whom the engine finds it asks alone; whom the author wishes for must have room until then.
  if (input.reviewerIds.length > 0) await lockQueue(scope)
  const wished = await wishesOf(scope, course, policy, [...new Set(input.reviewerIds)])
  if (course.discardedAt) throw conflict('course.discarded')
  const version = await keepVersion(scope, courseId, 'review')
  await refuseUnready(scope, course, version)
  const round = await nextRound(scope, courseId)
  const reviewId = newIdIn(scope)
  const { org: orgId, now: askedAt } = scope
  const { isBlind, approvals: approvalsNeeded } = policy
  const under = {
    policy: JSON.stringify(policy),
    criteria: JSON.stringify(await roundCriteria(scope, course.path, policy.mustPass)),
    isBlind,
    approvalsNeeded,
    dueAt: afterWorkingDays(askedAt, policy.days),
  }
  const asked = { askedBy: scope.actor.id, askedAt, note: input.note, wished: wished.map(({ id }) => id) }
  await scope.db
    .insertInto('reviews')
    .values({ orgId, id: reviewId, courseId, version, round, ...asked, ...under })
    .execute()
  await seat(scope, { reviewId, policy }, wished)
  const reviewerIds = wished.map(({ id }) => id)
  await record(scope, 'review.asked', { reviewId, courseId, version, round, reviewerIds })
  tell(scope, { topics: ['reviews'], to: [...reviewerIds, scope.actor.id] })
  await advance(scope, reviewId)
  return cardOf(await reviewRows(scope).where('r.id', '=', reviewId).executeTakeFirstOrThrow())
}
