import { getNeed, lockOpen } from '#need'
import { findGroup, groupVisible, holds } from '#people'
import { conflict, forbidden } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Claim } from './contract.ts'

/** The claim on a need the reader may see, or null. */
export async function getClaim(scope: Scope, needId: string): Promise<Claim | null> {
  await getNeed(scope, needId)
  const row = await scope.db
    .selectFrom('claims as c')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'c.orgId').onRef('m.id', '=', 'c.memberId'),
    )
    .select(['c.id', 'c.claimedAt', 'm.id as memberId', 'm.name', 'm.title'])
    .where('c.orgId', '=', scope.org)
    .where('c.needId', '=', needId)
    .where('c.releasedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { id, claimedAt, memberId, name, title } = row
  return { id, needId, claimedAt, member: { id: memberId, name, title }, mine: memberId === scope.actor.id }
}

/** The open needs that the actor has taken on, last taken first. */
export async function listMyClaims(scope: Scope) {
  const items = await scope.db
    .selectFrom('claims as c')
    .innerJoin('needs as n', (join) => join.onRef('n.orgId', '=', 'c.orgId').onRef('n.id', '=', 'c.needId'))
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'n.orgId').onRef('g.id', '=', 'n.groupId'))
    .select(['n.id as needId', 'n.title', 'n.voiceCount as voices', 'c.claimedAt'])
    .where('c.orgId', '=', scope.org)
    .where('c.memberId', '=', scope.actor.id)
    .where('c.releasedAt', 'is', null)
    .where('n.answeredAt', 'is', null)
    .where('n.closedAt', 'is', null)
    .where('n.mergedInto', 'is', null)
    .where(groupVisible(scope, 'g'))
    .orderBy('c.claimedAt', 'desc')
    .limit(20)
    .execute()
  return { items }
}

/** Claims an open need that nobody holds. Claiming one's own claim again changes nothing. */
export async function claimNeed(scope: Scope, needId: string): Promise<Claim> {
  await lockOpen(scope, needId)
  const held = await getClaim(scope, needId)
  if (held && !held.mine) throw conflict('need.claimed', { by: held.member.name })
  if (held) return held
  const id = newIdIn(scope)
  const memberId = scope.actor.id
  await scope.db
    .insertInto('claims')
    .values({ orgId: scope.org, id, needId, memberId, claimedAt: scope.now })
    .execute()
  await record(scope, 'need.claimed', { needId, claimId: id, memberId })
  tell(scope, { topics: ['needs'] })
  const made = await getClaim(scope, needId)
  if (!made) throw new Error('A claim that was just made is not there.')
  return made
}

const unclaimed = () => conflict('need.not-claimed')

/** Gives a claim back: its holder, or who leads the need's group. */
export async function releaseNeed(scope: Scope, needId: string): Promise<void> {
  const held = await getClaim(scope, needId)
  if (!held) throw unclaimed()
  const { group } = await getNeed(scope, needId)
  const { path } = await findGroup(scope, group.id)
  if (!held.mine && !holds(scope.actor, path, 'leader', 'manager')) throw forbidden('need.claim-not-yours')
  const { numUpdatedRows } = await scope.db
    .updateTable('claims')
    .set({ releasedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', held.id)
    .where('releasedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw unclaimed()
  await record(scope, 'need.released', { needId, claimId: held.id, memberId: held.member.id })
  tell(scope, { topics: ['needs'] })
}
