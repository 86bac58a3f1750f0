import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { type Audience, addEntry } from './entries.ts'

/** Somebody's name, the first group below the whole organization that they are in, and what a topic is called. */
async function about(scope: Scope, memberId: string, topicId: string) {
  const { rows } = await sql<{ name: string; groupId: string; topic: string | null }>`
    select m.name, coalesce((select r.group_id from roles r where r.org_id = m.org_id and r.member_id = m.id
        order by r.group_id = ${scope.org}, r.granted_at, r.group_id limit 1), ${scope.org}) as group_id,
      (select t.name from topics t where t.org_id = m.org_id and t.id = ${topicId}) as topic
    from members m where m.org_id = ${scope.org} and m.id = ${memberId}`.execute(scope.db)
  return rows[0]
}

/** Those who answer for a group: its managers and administrators, and those above it. */
export async function answerFor(scope: Scope, groupId: string): Promise<Audience> {
  const { rows } = await sql<{ memberId: string }>`
    select distinct r.member_id from groups g join roles r on r.org_id = g.org_id and r.group_id = any(g.path)
    where g.org_id = ${scope.org} and g.id = ${groupId} and r.role in ('manager', 'admin')`.execute(scope.db)
  return rows.map(({ memberId }) => ({ memberId, reason: 'your-group' }))
}

/** When a topic hangs on somebody who leaves, those who answer for their group hear of it; whoever takes over does too. */
export const handovers: Reaction[] = [
  reaction('handover.opened', 'feed.handover-opened', async (scope, fact) => {
    const { memberId, topicId, why, handoverId } = fact.data
    const known = await about(scope, memberId, topicId)
    if (!known?.topic) return
    const { groupId, name, topic } = known
    const entry = { kind: 'handover.opened' as const, groupId, data: { handoverId, name, topic, why } }
    await addEntry(scope, fact, entry, await answerFor(scope, groupId))
  }),
  reaction('handover.closed', 'feed.handover-closed', async (scope, fact) => {
    const { memberId, topicId, topic, successorId, note, handoverId } = fact.data
    const known = await about(scope, memberId, topicId)
    if (successorId === null || !known) return
    const data = { handoverId, name: known.name, topic, words: note.slice(0, 200) }
    const entry = { kind: 'handover.closed' as const, groupId: known.groupId, data }
    await addEntry(scope, fact, entry, [{ memberId: successorId, reason: 'asked-you' }])
  }),
]
