import { sql } from 'kysely'
import { person } from '#people'
import { withSettings } from '#platform/db/with-settings'
import type { Scope } from '#platform/scope'
import { getCampaign } from '../rows.ts'
import { speaksTo } from './conditions.ts'

const sampled = 6

/**
 * A hundred thousand people are looked at: in memory, in the way that suits what is asked rather than any audience, from
 * indexes, which are in memory too, and by one processor, since others wait for the rest.
 */
const planner = {
  work_mem: '32MB',
  plan_cache_mode: 'force_custom_plan',
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '0',
}

/** How many people a campaign would speak to now, and some of them: the same ones as long as the audience is. */
export async function countAudience(scope: Scope, id: string) {
  const { group, body } = await getCampaign(scope, id)
  const { rows } = await withSettings(scope.db, planner, () =>
    sql<{ count: number; sample: { id: string; name: string; title: string }[] }>`
    with few as materialized (
      -- Each is looked at once, for both.
      select m.id, count(*) over ()::int as count from members m where ${speaksTo(scope, group.id, body.audience)}
      order by uuid_hash_extended(m.id, 0) limit ${sampled})
    select coalesce(max(few.count), 0) as count,
      coalesce(json_agg(${person('m')} order by folded(m.name)), '[]') as sample
    from few join members m on m.org_id = ${scope.org} and m.id = few.id`.execute(scope.db),
  )
  return rows[0] ?? { count: 0, sample: [] }
}
