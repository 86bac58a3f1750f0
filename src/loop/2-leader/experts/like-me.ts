import { sql } from 'kysely'
import { groupVisible, person } from '#people'
import type { Scope } from '#platform/scope'
import type { Profile } from '../expert.contract.ts'
import { isOnNow } from '../purposes.ts'
import { takingPartIn } from '../radar/audience.ts'

interface Near {
  member: Profile['member']
  topics: Profile['topics']
  groups: Profile['topics']
}

/**
 * The ten nearest to the actor: those who ask about, or say they can help with, the same topics, a topic of few counting
 * more than one of many; and who are in the same groups. Of who takes no part in finding out about people nothing is
 * found out, neither for them.
 */
export async function listPeopleLikeMe(scope: Scope): Promise<{ items: Near[] }> {
  const { org, actor } = scope
  const { rows } = await sql<Near>`
    with about as (
      select x.member_id, x.topic_id from profile_topics x where x.org_id = ${org}
      union
      select v.member_id, s.topic_id from voices v
        join needs n on n.org_id = v.org_id and n.id = v.need_id
        join groups g on g.org_id = n.org_id and g.id = n.group_id and ${groupVisible(scope, 'g')}
        join subject_topics s on s.org_id = v.org_id and s.subject_id = v.need_id where v.org_id = ${org}
    ), mine as (
      select a.topic_id, 1 / ln(1 + count(o.member_id)) as worth from about a join about o on o.topic_id = a.topic_id
      where a.member_id = ${actor.id} group by a.topic_id having count(o.member_id) > 1
    ), sharing as (
      select a.member_id, sum(mine.worth) as score, array_agg(a.topic_id order by mine.worth desc, a.topic_id) as shared
      from about a join mine on mine.topic_id = a.topic_id where a.member_id <> ${actor.id} group by a.member_id
    )
    select ${person('m')} as member,
      (select json_agg(json_build_object('id', t.id, 'name', t.name)) from topics t
        where t.org_id = ${org} and t.id = any(s.shared[1:3])) as topics,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name)), '[]') from (${commonGroups(scope)} limit 2) c)
        as groups
    from sharing s join members m on m.org_id = ${org} and m.id = s.member_id
    where ${takingPartIn(scope, org)} and ${isOnNow(scope, 'detection')}
      and not exists (select from detection_absences a
        where a.org_id = ${org} and a.member_id = ${actor.id} and a.until is null)
    order by s.score + case when exists (${commonGroups(scope)}) then 0.5 else 0 end desc, lower(m.name), m.id
    limit 10`.execute(scope.db)
  return { items: rows }
}

/** SQL, a query: the groups below the whole organization that members `m` and the actor are both in. */
const commonGroups = ({ org, actor }: Scope) => sql`
  select distinct g.id, g.name from roles r join roles o on o.org_id = r.org_id and o.group_id = r.group_id
  join groups g on g.org_id = r.org_id and g.id = r.group_id and g.archived_at is null
  where r.org_id = ${org} and r.member_id = m.id and o.member_id = ${actor.id} and r.group_id <> ${org}`
