import { forbidden, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Judgement } from '../criteria.contract.ts'
import { lockOwnReview } from '../review.ts'
import { judgementsOf, refuseNotPassed } from './judging.ts'

/** Says on which level a course is on a criterion, or takes that back. */
export async function judge(
  scope: Scope,
  { reviewId, criterion }: { reviewId: string; criterion: string },
  { level, note }: { level: number | null; note: string },
): Promise<{ judgements: Judgement[] }> {
  const review = await lockOwnReview(scope, reviewId)
  if (!review.can.judge) throw forbidden('review.not-yours')
  if (!review.criteria.some(({ key }) => key === criterion)) throw notFound('criterion')
  const mine = { orgId: scope.org, reviewId, memberId: scope.actor.id, criterion }
  const said = { level, note, judgedAt: scope.now }
  if (level === null) await takeBack(scope, mine)
  else
    await scope.db
      .insertInto('judgements')
      .values({ ...mine, ...said, level })
      .onConflict((one) =>
        one.columns(['orgId', 'reviewId', 'memberId', 'criterion']).doUpdateSet({ ...said, level }),
      )
      .execute()
  const judgements = (await judgementsOf(scope, [reviewId])).get(reviewId) ?? []
  const own = review.reviewers.find(({ member }) => member.id === scope.actor.id)
  // An approval stands for what was judged: whoever thinks worse of the course now says so with another verdict first.
  if (own?.verdict === 'approve') refuseNotPassed(scope, { ...review, judgements })
  const { courseId } = review
  await record(scope, 'review.judged', { reviewId, courseId, reviewerId: scope.actor.id, criterion, level })
  tell(scope, {
    topics: ['reviews'],
    to: own?.verdict ? [scope.actor.id, review.author.id] : [scope.actor.id],
  })
  return { judgements }
}

const takeBack = (scope: Scope, mine: { reviewId: string; memberId: string; criterion: string }) =>
  scope.db
    .deleteFrom('judgements')
    .where('orgId', '=', scope.org)
    .where('reviewId', '=', mine.reviewId)
    .where('memberId', '=', mine.memberId)
    .where('criterion', '=', mine.criterion)
    .execute()
