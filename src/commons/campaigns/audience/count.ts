import { sql } from 'kysely'
import { person } from '#people'
import type { Scope } from '#platform/scope'
import { getCampaign } from '../rows.ts'
import { speaksTo } from './conditions.ts'

const sampled = 6

/** How many people a campaign would speak to now, and some of them: the same ones as long as the audience is. */
export async function countAudience(scope: Scope, id: string) {
  const { group, body } = await getCampaign(scope, id)
  // A hundred thousand are held in memory while they are counted.
  await sql`select set_config('work_mem', '32MB', true)`.execute(scope.db)
  const { rows } = await sql<{ count: number; sample: { id: string; name: string; title: string }[] }>`
    with those as materialized (select m.id from members m where ${speaksTo(scope, group.id, body.audience)}),
    few as (select id from those order by uuid_hash_extended(id, 0) limit ${sampled})
    select (select count(*)::int from those) as count,
      (select coalesce(json_agg(${person('m')} order by folded(m.name)), '[]') from few
        join members m on m.org_id = ${scope.org} and m.id = few.id) as sample`.execute(scope.db)
  return rows[0] ?? { count: 0, sample: [] }
}
