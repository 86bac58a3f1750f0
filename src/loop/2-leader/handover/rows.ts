import { type RawBuilder, sql } from 'kysely'
import { person, personIfAny } from '#people'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { fewestTold } from '../fewest.ts'
import type { Handover } from '../map.contract.ts'
import { seesRow } from '../radar/audience.ts'

type Person = Handover['member']

interface Row extends Omit<Handover, 'closed'> {
  closer: Person | null
  closedAt: string | null
  successor: Person | null
  note: string
}

const presented = ({ closer, closedAt, successor, note, ...row }: Row): Handover => ({
  ...row,
  closed: closer && closedAt ? { by: closer, at: closedAt, successor, note } : null,
})

/** Hand-overs `h` of members `m` on topics `t`, the newest first, each with those who could take over. */
export async function handoversThat(scope: Scope, which: RawBuilder<boolean>, limit: number) {
  const { rows } = await sql<Row>`
    select h.id, ${person('m')} as member, json_build_object('id', t.id, 'name', t.name) as topic, h.why, h.opened_at,
      ${personIfAny('o')} as opened_by, ${personIfAny('c')} as closer, h.closed_at, ${personIfAny('s')} as successor, h.note,
      (select coalesce(json_agg(${person('n')}), '[]') from (
        select p.id, p.name, p.title from topic_expertise e join members p on p.org_id = e.org_id and p.id = e.member_id
        where e.org_id = h.org_id and e.topic_id = h.topic_id and e.member_id <> h.member_id
          and e.people >= ${fewestTold(scope)} and p.left_at is null
        order by e.score desc, e.member_id limit 3) n) as proposals
    from handovers h
    join members m on m.org_id = h.org_id and m.id = h.member_id
    join topics t on t.org_id = h.org_id and t.id = h.topic_id
    left join members o on o.org_id = h.org_id and o.id = h.opened_by
    left join members c on c.org_id = h.org_id and c.id = h.closed_by
    left join members s on s.org_id = h.org_id and s.id = h.successor_id
    where h.org_id = ${scope.org} and ${which} order by h.id desc limit ${limit}`.execute(scope.db)
  return rows.map(presented)
}

/** SQL condition on hand-overs `h`: it is the reader's own, or what is found out about its member is shown to them. */
export const seen = async (scope: Scope): Promise<RawBuilder<boolean>> =>
  sql<boolean>`(h.member_id = ${scope.actor.id} or ${await seesRow(scope, 'detection', sql`h.member_id`)})`

/** A hand-over that the reader may see, until the transaction ends theirs alone to change; throws 404. */
export async function lockHandover(scope: Scope, id: string): Promise<Handover> {
  await sql`select from handovers where org_id = ${scope.org} and id = ${id} for update`.execute(scope.db)
  const [row] = await handoversThat(scope, sql<boolean>`h.id = ${id} and ${await seen(scope)}`, 1)
  if (!row) throw notFound('handover')
  return row
}
