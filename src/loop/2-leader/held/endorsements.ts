import { sql } from 'kysely'
import { personIfAny } from '#people'
import type { Scope } from '#platform/scope'
import type { HeldEndorsement } from '../held-lists.contract.ts'
import { ours } from '../signals/sources.ts'
import { momentPage, readBehind } from './moment-page.ts'

/**
 * What others said the actor can help with, and what the actor said so of others, the latest first. Who said it of the
 * actor is told where it is held as an act of help too, and nowhere else: whoever takes no part is not named by it, and
 * of the moment only the day is told.
 */
export async function listMyEndorsements(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const behind = readBehind(query.after)
  const [me, org] = [scope.actor.id, scope.org]
  const { rows } = await sql<HeldEndorsement>`
    with said as (
      select true as mine, e.topic_id, e.at, e.member_id as other_id, e.member_id as place from endorsements e
        where e.org_id = ${org} and e.by_id = ${me}
      union all
      select false, e.topic_id,
        case when s.key is not null then e.at else date_trunc('day', e.at at time zone 'UTC') at time zone 'UTC' end,
        case when s.key is not null then e.by_id end, e.by_id
        from endorsements e left join signals s on s.org_id = e.org_id and s.source = ${ours}
          and s.key = 'endorsed:' || e.member_id || ':' || e.topic_id || ':' || e.by_id
        where e.org_id = ${org} and e.member_id = ${me}
    )
    select h.mine, ${personIfAny('m')} as other, json_build_object('id', t.id, 'name', t.name) as topic, h.at
    from said h join topics o on o.org_id = ${org} and o.id = h.topic_id
    join topics t on t.org_id = o.org_id and t.id = coalesce(o.merged_into, o.id)
    left join members m on m.org_id = ${org} and m.id = h.other_id
    ${behind.before === null ? sql`` : sql`where h.at <= ${behind.before}::timestamptz`}
    order by h.at desc, h.mine, h.topic_id, h.place limit ${query.limit + 1} offset ${behind.seen}`.execute(
    scope.db,
  )
  return momentPage(rows, query.limit, behind)
}
