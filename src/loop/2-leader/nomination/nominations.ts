import { sql } from 'kysely'
import { findGroup, whoMayEnter } from '#people'
import { holdAlone } from '#platform/db/locks'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Nomination } from '../nomination.contract.ts'
import { lockNomination, nominationsThat, seenBy } from './rows.ts'

export interface Proposal {
  memberId: string
  groupId: string
  reason: string
}

/** Throws 409 when somebody leads a group or one above it already. */
export async function refuseLeader(scope: Scope, memberId: string, groupId: string): Promise<void> {
  const { rows } = await sql`select from roles r join groups g on g.org_id = r.org_id and g.id = ${groupId}
    where r.org_id = ${scope.org} and r.member_id = ${memberId} and r.role = 'leader' and r.group_id = any(g.path)
    limit 1`.execute(scope.db)
  if (rows.length > 0) throw conflict('nomination.leads-already')
}

/** Throws 404 unless a member is here and may see the group that they would lead. */
export async function refuseStranger(scope: Scope, memberId: string, groupId: string): Promise<void> {
  if (!(await whoMayEnter(scope, groupId, [memberId])).has(memberId)) throw notFound('member')
}

/** SQL condition on nominations `n`: it waits for somebody. */
const isOpen = sql<boolean>`n.decision is distinct from 'dismissed' and (n.answer is null or n.answer = 'later')`

/** The nomination of a member for a group that is open, if one is; whoever looks waits for who opens one at the same time. */
async function lockOpen(scope: Scope, memberId: string, groupId: string) {
  await holdAlone(scope, `nomination ${groupId} ${memberId}`)
  const { rows } = await sql<{ id: string; decision: string | null }>`
    select n.id, n.decision from nominations n where n.org_id = ${scope.org}
      and n.member_id = ${memberId} and n.group_id = ${groupId} and ${isOpen}`.execute(scope.db)
  return rows[0]
}

/** Throws 409 where another nomination of a member for a group is open than this one. */
export async function refuseOther(scope: Scope, { id, member, group }: Nomination): Promise<void> {
  const open = await lockOpen(scope, member.id, group.id)
  if (open && open.id !== id) throw conflict('nomination.asked-already')
}

/**
 * Proposes somebody as a leader of a group: anybody may, also for themselves. Where that is proposed already, one's voice
 * is added, or what one said before is said anew.
 */
export async function propose(scope: Scope, { memberId, groupId, reason }: Proposal): Promise<Nomination> {
  await findGroup(scope, groupId)
  await refuseStranger(scope, memberId, groupId)
  await refuseLeader(scope, memberId, groupId)
  const open = await lockOpen(scope, memberId, groupId)
  if (open?.decision === 'confirmed') throw conflict('nomination.asked-already')
  const id = open?.id ?? newIdIn(scope)
  if (!open)
    await scope.db
      .insertInto('nominations')
      .values({ orgId: scope.org, id, memberId, groupId, madeAt: scope.now })
      .execute()
  await scope.db
    .insertInto('nominationVoices')
    .values({ orgId: scope.org, nominationId: id, memberId: scope.actor.id, reason, at: scope.now })
    .onConflict((known) => known.columns(['orgId', 'nominationId', 'memberId']).doUpdateSet({ reason }))
    .execute()
  await record(scope, 'nomination.made', { nominationId: id, memberId, groupId })
  tell(scope, { topics: ['nominations'] })
  return lockNomination(scope, id)
}

interface Query {
  limit: number
  after?: string | undefined
  state: 'open' | 'all'
  memberId?: string | undefined
}

/** Those that the reader decides on or proposed, the latest first; open are those that wait for somebody who is here. */
export async function listNominations(scope: Scope, { limit, after, state, memberId }: Query) {
  const from = readCursor(after, 'id')
  const conditions = [
    seenBy(scope),
    sql<boolean>`n.member_id <> ${scope.actor.id}`,
    ...(memberId ? [sql<boolean>`n.member_id = ${memberId}`] : []),
    ...(from ? [sql<boolean>`n.id < ${from[0]}::uuid`] : []),
    ...(state === 'open' ? [sql<boolean>`m.left_at is null and ${isOpen}`] : []),
  ]
  const rows = await nominationsThat(scope, sql<boolean>`${sql.join(conditions, sql` and `)}`, limit + 1)
  return pageOf(rows, limit, ({ id }) => [id])
}

/** Everything that was proposed and decided about the actor. */
export async function listMyNominations(scope: Scope) {
  return { items: await nominationsThat(scope, sql<boolean>`n.member_id = ${scope.actor.id}`, 100) }
}
