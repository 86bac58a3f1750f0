import { publishCourse } from '#course'
import { type Scope, tell } from '#platform/scope'
import { advance } from './assign/advance.ts'

/**
 * Does what is due about a round, closes it when it has an outcome, and publishes its course when that is approval.
 * Nothing happens to one that is over; with `onlyWhenDue`, nor to one whose time has not come.
 */
export async function settle(
  scope: Scope,
  reviewId: string,
  when: { onlyWhenDue?: boolean } = {},
): Promise<void> {
  const done = await advance(scope, reviewId, when)
  const outcome = done?.turn.outcome
  if (!outcome) return
  await close(scope, reviewId, outcome)
  const { round } = done
  if (outcome === 'approved') await publishCourse(scope, round.courseId, round.version)
}

/** Ends a round, and tells everybody who was asked. */
export async function close(
  scope: Scope,
  reviewId: string,
  outcome: 'approved' | 'changes' | 'withdrawn',
): Promise<void> {
  await scope.db
    .updateTable('reviews')
    .set({ closedAt: scope.now, outcome })
    .where('orgId', '=', scope.org)
    .where('id', '=', reviewId)
    .execute()
  const asked = await scope.db
    .selectFrom('reviewers')
    .select('memberId')
    .where('orgId', '=', scope.org)
    .where('reviewId', '=', reviewId)
    .execute()
  tell(scope, { topics: ['reviews'], to: asked.map(({ memberId }) => memberId) })
}
