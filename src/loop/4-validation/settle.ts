import { publishCourse } from '#course'
import type { Scope } from '#platform/scope'
import { advance } from './assign/advance.ts'
import { lockOpenRound } from './assign/item.ts'

/** Does what is due about a round, and publishes its course when that is decided. Nothing happens to one that is over. */
export async function settle(scope: Scope, reviewId: string): Promise<void> {
  const done = await advance(scope, reviewId)
  if (!done?.turn.isDecided) return
  await close(scope, reviewId, 'approved')
  await publishCourse(scope, done.round.courseId, done.round.version)
}

/** The same, unless its time has not come: a job that is early does nothing. */
export async function settleWhenDue(scope: Scope, reviewId: string): Promise<void> {
  const round = await lockOpenRound(scope, reviewId)
  if (round && (round.looksAt === null || new Date(round.looksAt) <= scope.now)) await settle(scope, reviewId)
}

/** Ends a round. */
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
}
