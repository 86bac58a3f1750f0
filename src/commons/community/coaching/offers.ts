import { conflict } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { MyCoaching } from '../coach.contract.ts'
import { getMyCoaching, standingOf } from './rows.ts'

/** Says that the actor is ready to coach so many at once: whoever has published something may. */
export async function offerCoaching(scope: Scope, atOnce: number): Promise<MyCoaching> {
  const { actor, org, db, now } = scope
  const { can, offer } = await standingOf(scope, actor.id)
  if (!can.offer) throw conflict('coach.no-course')
  if (offer?.atOnce === atOnce) return getMyCoaching(scope)
  await db
    .insertInto('coaches')
    .values({ orgId: org, memberId: actor.id, atOnce, since: now })
    .onConflict((known) => known.columns(['orgId', 'memberId']).doUpdateSet({ atOnce }))
    .execute()
  await record(scope, 'coach.offered', { memberId: actor.id, atOnce })
  tell(scope, { topics: ['coaching'] })
  return getMyCoaching(scope)
}

/** Proposes somebody to nobody any more; whom they coach they coach on. */
export async function forgetOffer(scope: Scope, memberId: string): Promise<void> {
  const gone = await scope.db
    .deleteFrom('coaches')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await record(scope, 'coach.withdrawn', { memberId })
  tell(scope, { topics: ['coaching'] })
}

/** Takes back that the actor is ready to coach. */
export async function withdrawCoachOffer(scope: Scope): Promise<MyCoaching> {
  await forgetOffer(scope, scope.actor.id)
  return getMyCoaching(scope)
}
