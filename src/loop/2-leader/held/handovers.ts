import { sql } from 'kysely'
import { person, personIfAny } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { HeldHandover } from '../held-lists.contract.ts'

type Person = HeldHandover['member']

interface Row extends Pick<HeldHandover, 'id' | 'mine' | 'member' | 'topic'> {
  why: 'left' | 'leaving'
  openedAt: string
  opener: Person | null
  closer: Person | null
  closedAt: string | null
  successor: Person | null
  note: string
}

/**
 * What the actor hands over and what they take over, the newest first. Whoever takes over reads what they were told: from
 * whom, what, and what was agreed; not why, and since when, somebody leaves.
 */
export async function listMyHandovers(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const from = readCursor(query.after, 'id')
  const me = scope.actor.id
  const { rows } = await sql<Row>`
    select h.id, h.member_id = ${me} as mine, ${person('m')} as member,
      json_build_object('id', t.id, 'name', t.name) as topic, h.why, h.opened_at, ${personIfAny('o')} as opener,
      ${personIfAny('c')} as closer, h.closed_at, ${personIfAny('s')} as successor, h.note
    from handovers h
    join members m on m.org_id = h.org_id and m.id = h.member_id
    join topics t on t.org_id = h.org_id and t.id = h.topic_id
    left join members o on o.org_id = h.org_id and o.id = h.opened_by
    left join members c on c.org_id = h.org_id and c.id = h.closed_by
    left join members s on s.org_id = h.org_id and s.id = h.successor_id
    where h.org_id = ${scope.org} and (h.member_id = ${me} or h.successor_id = ${me})
      ${from ? sql`and h.id < ${from[0]}::uuid` : sql``}
    order by h.id desc limit ${query.limit + 1}`.execute(scope.db)
  return pageOf(rows.map(present), query.limit, ({ id }) => [id])
}

function present({ id, mine, member, topic, why, openedAt, opener, ...row }: Row): HeldHandover {
  const { closer, closedAt, successor, note } = row
  return {
    ...{ id, mine, member, topic },
    opened: mine ? { why, at: openedAt, by: opener } : null,
    closed: closer && closedAt ? { by: closer, at: closedAt, successor, note } : null,
  }
}
