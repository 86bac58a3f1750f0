import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'

/**
 * Those who answer for a group and are nearest to it: of the group itself where it has some but whoever asks,
 * else of the one above.
 */
export async function nearestAnswering(
  { org, db }: Quiet,
  groupId: string,
  askerId: string,
): Promise<string[]> {
  const { rows } = await sql<{ memberId: string }>`
    with answering as (select r.member_id, array_position(g.path, r.group_id) as depth
      from groups g join roles r on r.org_id = g.org_id and r.group_id = any(g.path) and r.role in ('manager', 'admin')
      join members m on m.org_id = r.org_id and m.id = r.member_id and m.left_at is null
      where g.org_id = ${org} and g.id = ${groupId} and r.member_id <> ${askerId})
    select distinct member_id from answering where depth = (select max(depth) from answering)
    order by member_id limit 50`.execute(db)
  return rows.map(({ memberId }) => memberId)
}
