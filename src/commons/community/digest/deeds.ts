import { sql } from 'kysely'
import { person } from '#people'
import type { Quiet } from '#platform/scope'
import type { Deed, Digest, DigestItem } from '../digest.contract.ts'
import { mostInSection, mostLookedAt } from '../limits.ts'
import { inCommunity } from '../members.ts'

/** One thing that a leader did, and the groups that somebody must be able to see to be told of it. */
export interface Done extends DigestItem {
  deed: Deed
  rooms: { private: boolean; path: string[] }[]
}

/** The least id that a fact of this moment or later can have: facts are found by their ids. */
function leastId(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

const room = (alias: string) =>
  sql`json_build_object('private', ${sql.ref(`${alias}.private`)}, 'path', ${sql.ref(`${alias}.path`)})`
const aCourse = sql`join courses c on c.org_id = f.org_id and c.id = (f.data->>'courseId')::uuid and c.published_at is not null
  and c.retired_at is null join groups g on g.org_id = c.org_id and g.id = c.group_id`

/** SQL: for each kind of deed the facts `f` of it with what they are about: who did it, what it is called, and where it is. */
const kinds = sql`
  select 'course' as deed, c.author_id as member_id, c.title, c.id as course_id, null::uuid as need_id,
      null::uuid as post_id, f.at, json_build_array(${room('g')}) as rooms, c.id as once
    from told f ${aCourse} where f.type = 'course.published' and f.data->>'first' = 'true'
  union all
  select 'review', (f.data->>'reviewerId')::uuid, c.title, c.id, null, null, f.at, json_build_array(${room('g')}), c.id
    from told f ${aCourse} where f.type = 'review.given' and coalesce(f.data->>'isBlind', 'false') <> 'true'
  union all
  select 'need', c.author_id, n.title, c.id, n.id, null, f.at, json_build_array(${room('g')}, ${room('ng')}), n.id
    from told f ${aCourse} join needs n on n.org_id = f.org_id and n.id = (f.data->>'needId')::uuid
    join groups ng on ng.org_id = n.org_id and ng.id = n.group_id where f.type = 'need.answered'
  union all
  select 'answer', a.author_id, c.title, c.id, null, null, f.at, json_build_array(${room('g')}), a.id
    from told f join comments a on a.org_id = f.org_id and a.id = (f.data->>'commentId')::uuid and a.removed_at is null
    join comments q on q.org_id = a.org_id and q.id = a.parent_id and q.accepted_id = a.id
    join courses c on a.subject = 'course' and c.org_id = a.org_id and c.id = a.subject_id
      and c.published_at is not null and c.retired_at is null
    join groups g on g.org_id = c.org_id and g.id = c.group_id where f.type = 'comment.accepted'
  union all
  select 'contribution', (f.data->>'memberId')::uuid, c.title, c.id, null, null, f.at, json_build_array(${room('g')}),
      (f.data->>'contributionId')::uuid
    from told f ${aCourse} where f.type = 'contribution.credited'
  union all
  select 'post', p.author_id, p.title, null, null, p.id, f.at, json_build_array(${room('g')}), p.id
    from told f join community_posts p on p.org_id = f.org_id and p.id = (f.data->>'postId')::uuid
      and p.withdrawn_at is null
    join groups g on g.org_id = p.org_id and g.id = p.group_id where f.type = 'post.made'
  union all
  select 'hour', h.host_id, h.topic, null, null, null, f.at, json_build_array(${room('g')}), h.id
    from told f join office_hours h on h.org_id = f.org_id and h.id = (f.data->>'hourId')::uuid
    join groups g on g.org_id = h.org_id and g.id = h.group_id where f.type = 'hour.held'
  union all
  select 'leader', r.member_id, g.name, null, null, null, f.at, json_build_array(${room('g')}), g.id
    from told f join roles r on r.org_id = f.org_id and r.member_id = (f.data->>'memberId')::uuid
      and r.group_id = (f.data->>'groupId')::uuid and r.role = 'leader'
    join groups g on g.org_id = r.org_id and g.id = r.group_id
    where f.type = 'role.granted' and f.data->>'role' = 'leader'`

const types = [
  ...['course.published', 'review.given', 'need.answered', 'comment.accepted'],
  ...['contribution.credited', 'post.made', 'hour.held', 'role.granted'],
]

/** What leaders who are here did between two moments and what still stands of it, each once, the latest first: one query. */
export async function deedsBetween(
  { org, db }: Quiet,
  { from, to }: { from: Date; to: Date },
): Promise<Done[]> {
  const { rows } = await sql<Done>`
    with told as (select f.org_id, f.type, f.at, f.data from facts f where f.org_id = ${org}
      and f.type = any(${types}) and f.id >= ${leastId(from)}::uuid and f.id < ${leastId(to)}::uuid),
    once as (select distinct on (d.deed, d.member_id, d.once) d.*, ${person('m')} as member from (${kinds}) d
      join members m on m.org_id = ${org} and m.id = d.member_id
      where ${inCommunity} order by d.deed, d.member_id, d.once, d.at),
    placed as (select o.*, row_number() over (partition by o.deed order by o.at desc, o.once) as place from once o)
    select deed, member, title, course_id, need_id, post_id, at, rooms from placed
    where place <= ${mostLookedAt} order by deed, place`.execute(db)
  return rows
}

/** Whether somebody who may enter these private groups may be told of it. */
const isSeen = ({ rooms }: Done, opened: readonly string[]): boolean =>
  rooms.every((one) => !one.private || one.path.some((id) => opened.includes(id)))

const inOrder: readonly Deed[] = [
  'leader',
  'course',
  'need',
  'answer',
  'review',
  'contribution',
  'post',
  'hour',
]

/** What somebody may be told of it, deed by deed; nothing of deeds that nobody did. */
export function sectionsFor(done: readonly Done[], opened: readonly string[]): Digest['sections'] {
  const seen = Map.groupBy(
    done.filter((one) => isSeen(one, opened)),
    ({ deed }) => deed,
  )
  return inOrder.flatMap((deed) => {
    const all = seen.get(deed) ?? []
    const items = all.slice(0, mostInSection).map(({ deed: _, rooms: __, ...item }) => item)
    return all.length > 0 ? [{ deed, count: all.length, items }] : []
  })
}
