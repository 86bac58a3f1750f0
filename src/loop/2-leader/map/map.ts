import { sql } from 'kysely'
import { groupVisible, personIfAny } from '#people'
import type { Scope } from '#platform/scope'
import { dayOf } from '../detection/read.ts'
import { fewestTold } from '../fewest.ts'
import type { MapRow } from '../map.contract.ts'
import { groupAmong, groupsShown, takingPartIn } from '../radar/audience.ts'
import { knownOf } from './hanging.ts'

const day = 86_400_000
/** For so many days what was looked for in vain counts, and what was asked and not answered. */
const lately = { searches: 90, questions: 180 }

/** SQL: the month of searches `s`. Whoever searches is told apart within a month alone, so people are counted month by month. */
const monthOf = sql`date_trunc('month', to_timestamp(s.day * 86400.0) at time zone 'UTC')`

/**
 * What people of a group want to know beside who of them could teach it, for those to whom the radar is shown: the topics
 * most asked for first. Needs and questions are those that the reader may see.
 */
export async function getKnowledgeMap(scope: Scope, asked: string | undefined) {
  const { isOn, groups } = await groupsShown(scope, 'detection')
  const groupId = await groupAmong(scope, groups, asked)
  const [items, unfound] = await Promise.all([rowsOf(scope, groupId), unfoundIn(scope, groupId)])
  return { groupId, groups, isOn, items, unfound }
}

async function rowsOf(scope: Scope, groupId: string): Promise<MapRow[]> {
  const { org } = scope
  const here = sql`join groups g on g.org_id = o.org_id and g.id = o.group_id and ${groupVisible(scope, 'g')}
    and g.path @> array[${groupId}]::uuid[]`
  const { rows } = await sql<MapRow>`
    with asked as (
      select s.topic_id, count(*)::int as needs, sum(o.voice_count - 1)::int as voices
      from subject_topics s join needs o on o.org_id = s.org_id and o.id = s.subject_id ${here}
      where s.org_id = ${org} and o.merged_into is null and o.answered_at is null and o.closed_at is null
      group by s.topic_id
    ), taught as (
      select s.topic_id, count(*)::int as courses
      from subject_topics s join evidence_courses o on o.org_id = s.org_id and o.course_id = s.subject_id ${here}
      where s.org_id = ${org} group by s.topic_id
    ), subjects as (
      select o.org_id, o.id from needs o ${here} where o.org_id = ${org}
      union all
      select o.org_id, o.course_id from evidence_courses o ${here} where o.org_id = ${org}
    ), wondered as (
      select s.topic_id, count(*)::int as questions
      from comments c
      join subjects o on o.org_id = c.org_id and o.id = c.subject_id
      join subject_topics s on s.org_id = c.org_id and s.subject_id = c.subject_id
      where c.org_id = ${org} and c.parent_id is null and c.removed_at is null and c.body like '%?%'
        and c.made_at > ${new Date(scope.now.getTime() - lately.questions * day)}
        and not exists (select from comments a where a.org_id = c.org_id and a.parent_id = c.id
          and a.removed_at is null and a.author_id <> c.author_id)
      group by s.topic_id
    ), sought as (
      select topic_id, max(people) as people from (
        select coalesce(t.merged_into, t.id) as topic_id, count(distinct s.asker)::int as people
        from search_misses s join topics t on t.org_id = s.org_id and t.id = s.topic_id
        where s.org_id = ${org} and s.day > ${dayOf(scope.now) - lately.searches} and ${groupId === org}
        group by 1, ${monthOf}) months
      group by 1
    ), known as (${knownOf(scope, takingPartIn(scope, groupId))})
    select json_build_object('id', t.id, 'name', t.name) as topic,
      coalesce(a.needs, 0) as needs, coalesce(a.voices, 0) as voices, coalesce(w.questions, 0) as questions,
      case when ${groupId !== org} or s.people < ${fewestTold(scope)} then null else coalesce(s.people, 0) end as searches,
      coalesce(c.courses, 0) as courses, coalesce(k.experts, 0) as experts, coalesce(k.leaders, 0) as leaders,
      ${personIfAny('m')} as hangs_on,
      exists (select from handovers h where h.org_id = t.org_id and h.topic_id = t.id and h.member_id = k.hangs_on
        and h.closed_at is null) as is_leaving
    from topics t
    left join asked a on a.topic_id = t.id left join taught c on c.topic_id = t.id
    left join wondered w on w.topic_id = t.id left join sought s on s.topic_id = t.id
    left join known k on k.topic_id = t.id
    left join members m on m.org_id = t.org_id and m.id = k.hangs_on
    where t.org_id = ${org} and t.merged_into is null
    order by coalesce(a.needs, 0) + coalesce(a.voices, 0) + coalesce(w.questions, 0)
      + case when s.people >= ${fewestTold(scope)} then s.people else 0 end desc, lower(t.name), t.id
    limit 2000`.execute(scope.db)
  return rows
}

/** What enough people looked for in vain, and is of no topic; for who sees the whole organization. */
async function unfoundIn(scope: Scope, groupId: string) {
  if (groupId !== scope.org) return []
  const { rows } = await sql<{ words: string; people: number }>`
    select words, max(people) as people from (
      select words, count(distinct asker)::int as people from search_misses s
      where org_id = ${scope.org} and topic_id is null and day > ${dayOf(scope.now) - lately.searches}
      group by words, ${monthOf}) months
    group by words having max(people) >= ${fewestTold(scope)}
    order by 2 desc, 1 limit 20`.execute(scope.db)
  return rows
}
