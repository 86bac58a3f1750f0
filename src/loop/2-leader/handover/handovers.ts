import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Handover } from '../map.contract.ts'
import { isOnNow } from '../purposes.ts'
import { enterMember } from '../radar/audience.ts'
import { handoversThat, lockHandover, seen } from './rows.ts'

/** What is to be handed over, of those whom the reader may look at, and what of it is settled. */
export async function listHandovers(
  scope: Scope,
  { after, limit, state }: { after?: string | undefined; limit: number; state: 'open' | 'closed' | 'all' },
) {
  const from = readCursor(after, 'id')
  const inState = { open: sql`h.closed_at is null`, closed: sql`h.closed_at is not null`, all: sql`true` }[
    state
  ]
  const which = sql<boolean>`${inState} and ${await seen(scope)}
    and ${from ? sql`h.id < ${from[0]}::uuid` : sql`true`}`
  return pageOf(await handoversThat(scope, which, limit + 1), limit, ({ id }) => [id])
}

/** Opens one, once for each member and topic; answers its id, or null where it is open already. */
export async function addHandover(
  scope: Scope,
  { memberId, topicId, why }: { memberId: string; topicId: string; why: Handover['why'] },
): Promise<string | null> {
  await holdAlone(scope, `handover ${memberId} ${topicId}`)
  const id = newIdIn(scope)
  const openedBy = why === 'leaving' ? scope.actor.id : null
  const { rows } =
    await sql`insert into handovers (org_id, id, member_id, topic_id, why, opened_by, opened_at)
    values (${scope.org}, ${id}, ${memberId}, ${topicId}, ${why}, ${openedBy}, ${scope.now})
    on conflict do nothing returning id`.execute(scope.db)
  if (rows.length === 0) return null
  await record(scope, 'handover.opened', { handoverId: id, memberId, topicId, why })
  tell(scope, { topics: ['handovers'] })
  return id
}

/** Says that somebody is leaving who knows a topic: for oneself, or whoever sees what is found out about them. */
export async function openHandover(
  scope: Scope,
  { memberId, topicId }: { memberId: string; topicId: string },
) {
  await enterMember(scope, memberId)
  const { rows } = await sql<{
    isOn: boolean
    isThere: boolean
  }>`select ${isOnNow(scope, 'detection')} as is_on,
    exists (select from topics where org_id = ${scope.org} and id = ${topicId} and merged_into is null) as is_there`.execute(
    scope.db,
  )
  if (!rows[0]?.isThere) throw notFound('topic')
  if (!rows[0].isOn) throw conflict('handover.off')
  const id = await addHandover(scope, { memberId, topicId, why: 'leaving' })
  if (id === null) throw conflict('handover.open')
  return lockHandover(scope, id)
}

/** Settles it: who is asked from now on, or why nobody is. */
export async function closeHandover(
  scope: Scope,
  id: string,
  { successorId, note }: { successorId: string | null; note: string },
): Promise<Handover> {
  const { closed, member, topic } = await lockHandover(scope, id)
  if (closed) throw conflict('handover.closed', { by: closed.by.name })
  if (successorId === member.id) throw conflict('handover.same')
  if (successorId === null && note === '') throw invalidField('/note', 'handover.why')
  if (successorId !== null) await refuseAbsent(scope, successorId)
  await scope.db
    .updateTable('handovers')
    .set({ successorId, note, closedBy: scope.actor.id, closedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'handover.closed', {
    ...{ handoverId: id, memberId: member.id, topicId: topic.id },
    ...{ topic: topic.name, successorId, note },
  })
  tell(scope, { topics: ['handovers'] })
  return lockHandover(scope, id)
}

/** Throws 404 unless a member is here. */
async function refuseAbsent(scope: Scope, memberId: string): Promise<void> {
  const found = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (!found) throw notFound('member')
}

/** Takes back how it was settled, unless it was opened anew since. */
export async function reopenHandover(scope: Scope, id: string): Promise<Handover> {
  const { closed, member, topic } = await lockHandover(scope, id)
  if (!closed) throw conflict('handover.not-closed')
  await holdAlone(scope, `handover ${member.id} ${topic.id}`)
  const { rows } =
    await sql`update handovers h set successor_id = null, note = '', closed_by = null, closed_at = null
    where h.org_id = ${scope.org} and h.id = ${id} and not exists (select from handovers o where o.org_id = h.org_id
      and o.member_id = h.member_id and o.topic_id = h.topic_id and o.closed_at is null) returning id`.execute(
      scope.db,
    )
  if (rows.length === 0) throw conflict('handover.open')
  await record(scope, 'handover.reopened', { handoverId: id, memberId: member.id, topicId: topic.id })
  tell(scope, { topics: ['handovers'] })
  return lockHandover(scope, id)
}
