import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { knownOf } from '../map/hanging.ts'
import { isOnNow } from '../purposes.ts'
import { addHandover } from './handovers.ts'

/** Topics that hung on somebody, as they were last counted, of those who are here and of them. */
async function hungOn(scope: Scope, memberId: string): Promise<string[]> {
  const those = sql<boolean>`(m.left_at is null or m.id = ${memberId})`
  const { rows } = await sql<{ topicId: string }>`
    select known.topic_id from (${knownOf(scope, those)}) known
    where known.hangs_on = ${memberId} and ${isOnNow(scope, 'detection')}`.execute(scope.db)
  return rows.map(({ topicId }) => topicId)
}

/** Whoever leaves while a topic hangs on them leaves something to hand over; whoever returns takes it up again. */
export const handoverReactions: Reaction[] = [
  reaction('member.left', 'leader.handover-opened', async (scope, { data: { memberId } }) => {
    for (const topicId of await hungOn(scope, memberId))
      await addHandover(scope, { memberId, topicId, why: 'left' })
  }),
  reaction('member.returned', 'leader.handover-needless', async (scope, { data: { memberId } }) => {
    await sql`delete from handovers where org_id = ${scope.org} and member_id = ${memberId} and why = 'left'
      and closed_at is null`.execute(scope.db)
  }),
]
