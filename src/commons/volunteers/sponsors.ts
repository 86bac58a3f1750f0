import { type RawBuilder, sql } from 'kysely'
import { person } from '#people'
import type { Scope } from '#platform/scope'
import type { Volunteer } from './contract.ts'

/** Whom somebody is sought for: a volunteer, in which group, and in which language they read. */
export interface Sought {
  memberId: string
  groupId: string
  locale: string
}

export const mostSponsors = 50

/** SQL condition on a member `m`: they made a course that others can learn from. */
const hasTaught = sql<boolean>`exists (select from courses c where c.org_id = m.org_id and c.author_id = m.id
  and c.published_version is not null and c.retired_at is null)`

/** SQL: how many volunteers a member `m` accompanies now. */
const inCare = sql<number>`(select count(*) from volunteers v join members w on w.org_id = v.org_id and w.id = v.member_id
  where v.org_id = m.org_id and v.sponsor_id = m.id and v.withdrawn_at is null and w.left_at is null)`

/**
 * Who may greet somebody, the best first: leaders of the group with a published course, those who read the same language
 * and then those with the fewest volunteers before others; after them the administrators, the nearest up the tree first.
 * Never the volunteer, and nobody who left.
 */
export async function sponsorsFor(
  scope: Scope,
  { memberId, groupId, locale }: Sought,
): Promise<Volunteer['member'][]> {
  const isLeader = sql<boolean>`(h.leads and ${hasTaught})`
  const first = (is: RawBuilder<boolean>) => sql`case when ${is} then 0 else 1 end`
  const { rows } = await sql<{ member: Volunteer['member'] }>`
    with held as (
      select r.member_id, bool_or(r.role = 'leader') as leads,
        coalesce(max(cardinality(o.path)) filter (where r.role = 'admin'), 0) as administers
      from groups g join roles r on r.org_id = g.org_id and r.group_id = any(g.path) and r.role in ('leader', 'admin')
      join groups o on o.org_id = r.org_id and o.id = r.group_id
      where g.org_id = ${scope.org} and g.id = ${groupId} group by r.member_id
    )
    select ${person('m')} as member from held h join members m on m.org_id = ${scope.org} and m.id = h.member_id
    where m.left_at is null and m.id <> ${memberId} and (h.administers > 0 or ${isLeader})
    order by ${first(isLeader)}, case when ${isLeader} then 0 else -h.administers end,
      ${first(sql`m.locale = ${locale}`)}, ${inCare}, m.id
    limit ${mostSponsors}`.execute(scope.db)
  return rows.map(({ member }) => member)
}
