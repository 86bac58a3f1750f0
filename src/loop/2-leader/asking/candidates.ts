import { sql } from 'kysely'
import { whoMayEnter } from '#people'
import type { Scope } from '#platform/scope'
import { availabilityAt } from '../experts/profile-rows.ts'
import { rankNear } from '../experts/suggest.ts'
import { isOnNow } from '../purposes.ts'

export interface NeedAbout {
  id: string
  title: string
  details: string
  groupId: string
  raisedBy: string
}

/** What is added to what traces say: for naming the topic oneself, and for having helped most with it. */
const saysSo = 2
const helpedMost = 4
/** Who is busy is asked half as soon. */
const busy = 0.5

interface Row {
  id: string
  score: number
  availability: 'open' | 'busy' | 'away'
  load: number
}

/**
 * Whom to ask about a need, the best first: what they have left traces of and helped with, and what they say they can
 * help with, divided among those who wait for an answer of theirs or have their promise already. Not who raised it, who
 * was asked, who is away, or who may not see it.
 */
export async function candidatesFor(
  scope: Scope,
  need: NeedAbout,
  isAsked: ReadonlySet<string>,
): Promise<string[]> {
  const near = await rankNear(scope, need)
  const traced = JSON.stringify([...near].map(([id, { score }]) => ({ id, score })))
  const { rows } = await sql<Row>`
    with topic as (
      select s.topic_id from subject_topics s where s.org_id = ${scope.org} and s.subject_id = ${need.id}
    ), said as (
      select t.id, t.score from jsonb_to_recordset(${traced}::jsonb) as t (id uuid, score float8)
      union all
      select x.member_id, ${saysSo}::float8 from profile_topics x join topics o on o.org_id = x.org_id and o.id = x.topic_id
        join topic on topic.topic_id = coalesce(o.merged_into, o.id) where x.org_id = ${scope.org}
      union all
      (select e.member_id, ${helpedMost} * e.score / greatest(max(e.score) over (), 1e-9) from topic_expertise e
        join topic on topic.topic_id = e.topic_id
        where e.org_id = ${scope.org} and ${isOnNow(scope, 'detection')} order by e.score desc limit 50)
    )
    select m.id, sum(said.score) as score,
      ${availabilityAt(scope.now)} as availability,
      (select count(*)::int from asked_experts a join needs n on n.org_id = a.org_id and n.id = a.need_id
        where a.org_id = m.org_id and a.member_id = m.id and a.answer is distinct from 'passed'
          and n.answered_at is null and n.closed_at is null and n.merged_into is null)
      + (select count(*)::int from claims c where c.org_id = m.org_id and c.member_id = m.id and c.released_at is null
          and exists (select from needs n where n.org_id = c.org_id and n.id = c.need_id and n.answered_at is null
            and n.closed_at is null)) as load
    from said join members m on m.org_id = ${scope.org} and m.id = said.id and m.left_at is null
    left join expert_profiles p on p.org_id = m.org_id and p.member_id = m.id
    group by m.org_id, m.id, p.availability, p.until`.execute(scope.db)
  const there = rows.filter(
    ({ id, availability }) => availability !== 'away' && id !== need.raisedBy && !isAsked.has(id),
  )
  const welcome = await whoMayEnter(
    scope,
    need.groupId,
    there.map(({ id }) => id),
  )
  const worth = ({ score, load, availability }: Row) =>
    (score * (availability === 'busy' ? busy : 1)) / (1 + load)
  return there
    .filter(({ id }) => welcome.has(id))
    .sort((a, b) => worth(b) - worth(a) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** Those who lead or manage a need's group, the nearest first. */
export async function leadersOf(
  scope: Scope,
  need: NeedAbout,
  isAsked: ReadonlySet<string>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.id from groups g
    join roles r on r.org_id = g.org_id and r.group_id = any(g.path) and r.role in ('leader', 'manager')
    join groups o on o.org_id = r.org_id and o.id = r.group_id
    join members m on m.org_id = r.org_id and m.id = r.member_id and m.left_at is null
    where g.org_id = ${scope.org} and g.id = ${need.groupId} and m.id <> ${need.raisedBy}
    group by m.id order by max(cardinality(o.path)) desc, m.id`.execute(scope.db)
  return rows.map(({ id }) => id).filter((id) => !isAsked.has(id))
}
