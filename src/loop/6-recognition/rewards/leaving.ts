import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { holdRedemption, move } from './moves.ts'
import { findAnyRedemption } from './redemptions.ts'

/**
 * What is open of somebody who left, and would reach nobody: what they asked for and nobody agreed to yet, what they were
 * to get themselves, and what they were to receive. What was agreed to for somebody else stays: it was promised to them.
 */
const reachingNobody = (memberId: string) => sql<boolean>`(x.to_id = ${memberId} or x.member_id = ${memberId}
  and (x.state = 'asked' or x.kind not in ('gift', 'donation')))`

/** Cancels what would reach nobody any more: the points go back to who paid, the piece to the stock. */
export async function cancelForLeaver(scope: Scope, memberId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`select x.id from redemptions x
    join members m on m.org_id = x.org_id and m.id = ${memberId} and m.left_at is not null
    where x.org_id = ${scope.org} and x.state in ('asked', 'approved') and ${reachingNobody(memberId)}
    order by x.id`.execute(scope.db)
  for (const { id } of rows) {
    await holdRedemption(scope, id)
    const row = await findAnyRedemption(scope, id)
    if (row.state === 'asked' || row.state === 'approved') await move(scope, row, 'cancelled', '', null)
  }
}
