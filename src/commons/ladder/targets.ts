import { type RawBuilder, sql } from 'kysely'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import { mostOpen } from './limits.ts'
import type { ContributionKind } from './rungs.ts'

/** A question or a need that waits for somebody. */
export interface Waiting {
  needId: string | null
  courseId: string | null
  stepId: string | null
  about: string
}

/** A course of somebody else’s to which a member may give something, and what its steps have. */
export interface Open {
  id: string
  title: string
  /** What they have given to it already. */
  mine: ContributionKind[]
  steps: {
    id: string
    title: string
    hasQuestion: boolean
    hasMedia: boolean
    /** The first paragraph with words, in which other words could stand. */
    blockId: string | null
  }[]
}

/** For whom something is looked for, and the groups whose private groups they may enter. */
export interface Seeker {
  id: string
  opened: string[]
}

/** Whether somebody leads anywhere: whom leaders may ask to coach them. */
export async function doesLead({ org, db }: Scope, memberId: string): Promise<boolean> {
  const role = await db
    .selectFrom('roles')
    .select('role')
    .where('orgId', '=', org)
    .where('memberId', '=', memberId)
    .where('role', 'in', ['leader', 'admin'])
    .limit(1)
    .executeTakeFirst()
  return role !== undefined
}

/** Whether somebody waits for what peers say of a course: another one is no small thing then. */
export async function waitsForReview({ org, db }: Scope, memberId: string): Promise<boolean> {
  const review = await db
    .selectFrom('reviews')
    .select('id')
    .where('orgId', '=', org)
    .where('askedBy', '=', memberId)
    .where('closedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return review !== undefined
}

/** SQL: how many of the topics of the subject `id` are among those that the member `m` says they can help with. */
const inTopics = (id: RawBuilder<unknown>) => sql`(select count(*) from subject_topics s
  join profile_topics p on p.org_id = s.org_id and p.topic_id = s.topic_id and p.member_id = m.id
  where s.org_id = m.org_id and s.subject_id = ${id})`

/** SQL: whether anything in a step is of one of these types. */
const has = (...types: string[]) =>
  sql`jsonb_path_exists(step, ${`$.** ? (${types.map((type) => `@.type == "${type}"`).join(' || ')})`}::jsonpath)`

/** A need on which somebody was asked, else a question in the talk of a course that nobody has answered; nearest topics first. */
export async function findWaiting(scope: Scope, { id: memberId, opened }: Seeker): Promise<Waiting | null> {
  const { org } = scope
  const { rows } = await sql<Waiting>`
    (select n.id as need_id, null::uuid as course_id, null as step_id, n.title as about
      from members m join asked_experts e on e.org_id = m.org_id and e.member_id = m.id and e.answer is null
      join needs n on n.org_id = e.org_id and n.id = e.need_id and n.answered_at is null and n.closed_at is null
        and n.merged_into is null
      join groups g on g.org_id = n.org_id and g.id = n.group_id and ${groupVisible({ opened }, 'g')}
      where m.org_id = ${org} and m.id = ${memberId} order by e.asked_at, n.id limit 1)
    union all
    (select null, c.id, (select step #>> '{attrs,id}' from jsonb_array_elements(v.document -> 'content') step
        where q.anchor <> '' and jsonb_path_exists(step, '$.**.attrs ? (@.id == $id)',
          jsonb_build_object('id', q.anchor)) limit 1), left(q.body, 200)
      from members m join comments q on q.org_id = m.org_id and q.subject = 'course' and q.parent_id is null
        and q.removed_at is null and q.author_id <> m.id and q.body like '%?%'
      join courses c on c.org_id = q.org_id and c.id = q.subject_id and c.retired_at is null and c.discarded_at is null
      join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version
      join groups g on g.org_id = c.org_id and g.id = c.group_id and ${groupVisible({ opened }, 'g')}
      where m.org_id = ${org} and m.id = ${memberId}
        and not exists (select from comments a where a.org_id = q.org_id and a.parent_id = q.id and a.removed_at is null)
      order by ${inTopics(sql`c.id`)} desc, q.made_at desc, q.id limit 1)
    limit 1`.execute(scope.db)
  return rows[0] ?? null
}

/** The need that somebody promised to teach, else one of their topics that most people share and nobody teaches. */
export async function findTaught(
  scope: Scope,
  { id: memberId, opened }: Seeker,
): Promise<{ id: string; title: string } | null> {
  const { rows } = await sql<{ id: string; title: string }>`
    select n.id, n.title from members m
    join needs n on n.org_id = m.org_id and n.answered_at is null and n.closed_at is null and n.merged_into is null
    join groups g on g.org_id = n.org_id and g.id = n.group_id and ${groupVisible({ opened }, 'g')}
    left join claims l on l.org_id = n.org_id and l.need_id = n.id and l.member_id = m.id and l.released_at is null
    where m.org_id = ${scope.org} and m.id = ${memberId} and (l.id is not null or n.raised_by <> m.id
        and not exists (select from claims o where o.org_id = n.org_id and o.need_id = n.id and o.released_at is null)
        and ${inTopics(sql`n.id`)} > 0)
      and not exists (select from courses c where c.org_id = n.org_id and c.need_id = n.id and c.author_id = m.id
        and c.discarded_at is null)
    order by l.id is not null desc, n.id limit 1`.execute(scope.db)
  return rows[0] ?? null
}

/** So many courses are looked at. */
const mostCourses = 6

/** Courses to which somebody may give something: of their topics first, then those that they finished, then began. */
export async function findOpen(scope: Scope, { id: memberId, opened }: Seeker): Promise<Open[]> {
  const { rows } = await sql<Open>`
    with near as (
      select c.id, v.title, v.document, array(select distinct x.kind from contributions x where x.org_id = m.org_id
          and x.course_id = c.id and x.member_id = m.id and x.state <> 'withdrawn') as mine,
        row_number() over (order by ${inTopics(sql`c.id`)} desc, (e.completed_at is not null) desc,
          (e.member_id is not null) desc, c.first_published_at desc, c.id) as place
      from members m join courses c on c.org_id = m.org_id and c.author_id <> m.id and c.retired_at is null
        and c.discarded_at is null
      join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version
      join groups g on g.org_id = c.org_id and g.id = c.group_id and ${groupVisible({ opened }, 'g')}
      left join enrollments e on e.org_id = c.org_id and e.course_id = c.id and e.member_id = m.id
      where m.org_id = ${scope.org} and m.id = ${memberId} and (select count(*) from contributions x
        where x.org_id = m.org_id and x.course_id = c.id and x.member_id = m.id and x.state = 'open') < ${mostOpen}
      order by place limit ${mostCourses})
    select id, title, mine, (select json_agg(json_build_object('id', step #>> '{attrs,id}',
        'title', step #>> '{attrs,title}', 'hasQuestion', ${has('question')},
        'hasMedia', ${has('image', 'video', 'embed')}, 'blockId', (select block #>> '{attrs,id}'
          from jsonb_array_elements(step -> 'content') with ordinality as b (block, nth)
          where block ->> 'type' = 'paragraph' and block ? 'content' order by nth limit 1)) order by nth)
      from jsonb_array_elements(document -> 'content') with ordinality as s (step, nth)) as steps
    from near order by place`.execute(scope.db)
  return rows
}
