import { sql } from 'kysely'
import { groupVisible, personIfAny } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import { type HeldNeed, heldNeedKinds } from '../held-lists.contract.ts'

interface Row extends HeldNeed {
  needId: string
}

/**
 * Needs that the actor was asked about, had others asked about, or took on, the latest first. What has a title that they
 * may not see any more is told without it.
 */
export async function listMyAskings(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const from = readCursor(query.after, 'moment', 'id', heldNeedKinds)
  const [me, org] = [scope.actor.id, scope.org]
  const { rows } = await sql<Row>`
    with had as (
      select 'asked' as kind, e.need_id, a.asked_by, e.asked_at as at, e.answer, e.answered_at from asked_experts e
        join askings a on a.org_id = e.org_id and a.need_id = e.need_id
        where e.org_id = ${org} and e.member_id = ${me}
      union all select 'asks', a.need_id, null, a.asked_at, null, null from askings a
        where a.org_id = ${org} and a.asked_by = ${me}
      union all select 'claimed', c.need_id, null, c.claimed_at, case when c.released_at is not null then 'released' end,
        c.released_at from claims c where c.org_id = ${org} and c.member_id = ${me}
    )
    select h.kind, h.need_id, h.at, h.answer, h.answered_at, ${personIfAny('m')} as asked_by,
      case when g.id is not null then json_build_object('id', n.id, 'title', n.title) end as need
    from had h join needs n on n.org_id = ${org} and n.id = h.need_id
    left join groups g on g.org_id = n.org_id and g.id = n.group_id and ${groupVisible(scope, 'g')}
    left join members m on m.org_id = ${org} and m.id = h.asked_by
    ${from ? sql`where (h.at, h.need_id, h.kind) < (${from[0]}::timestamptz, ${from[1]}::uuid, ${from[2]})` : sql``}
    order by h.at desc, h.need_id desc, h.kind desc limit ${query.limit + 1}`.execute(scope.db)
  const { items, next } = pageOf(rows, query.limit, ({ at, needId, kind }) => [at, needId, kind])
  return { items: items.map(({ needId: _, ...item }) => item), next }
}
