import { conflict, forbidden } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { findAward, findOwnAward } from './awards.ts'

/** Revokes an award, for good: whoever looks at it from now on is told so. Throws 403 for whoever may not. */
export async function revokeBadge(scope: Scope, id: string, { reason }: { reason: string }): Promise<void> {
  const { can, badgeId, member } = await findAward(scope, id, 'revoked too')
  if (!can.revoke) throw forbidden('badge.not-yours-to-revoke')
  const revoked = await scope.db
    .updateTable('badgeAwards')
    .set({ revokedAt: scope.now, revokedBy: scope.actor.id, revokeReason: reason })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (revoked.numUpdatedRows === 0n) throw conflict('badge.revoked')
  await record(scope, 'badge.revoked', { awardId: id, badgeId, memberId: member.id, reason })
  tell(scope, { topics: ['badges'] })
}

/** Says whether others see a badge of the actor's own on their profile. */
export async function setBadgeShown(
  scope: Scope,
  id: string,
  { isShown }: { isShown: boolean },
): Promise<void> {
  const award = await findOwnAward(scope, id)
  if (award.isShown === isShown) return
  await scope.db
    .updateTable('badgeAwards')
    .set({ isShown })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'badge.shown', { awardId: id, isShown })
  tell(scope, { topics: ['badges'] })
}
