import { sql } from 'kysely'
import { type Scope, tell } from '#platform/scope'
import { type Reaction, reaction, record } from '#record'
import { healthReactions } from './health/reactions.ts'
import { publishedSteps } from './published.ts'

/**
 * Brings everybody who began a course to its published version: only steps that are there count as done, whoever
 * stood at one that is gone goes on at the first they have not done, and who has done all that is left has completed
 * it. Nobody loses anything: what was done is kept, and what was completed stays so.
 */
export async function follow(scope: Scope, courseId: string): Promise<void> {
  const course = await scope.db
    .selectFrom('courses')
    .select(['publishedVersion', 'authorId'])
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow()
  const version = course.publishedVersion
  if (version === null) return
  const steps = (await publishedSteps(scope, courseId, version)).map(({ id }) => id)
  // Held in a statement of its own: the next one must see what whoever is finishing a step right now has done.
  await sql`select from enrollments where org_id = ${scope.org} and course_id = ${courseId} for update`.execute(
    scope.db,
  )
  const { rows } = await sql<{ memberId: string }>`
    with begun as (
      select e.member_id, e.step_id, e.completed_at, array(select p.step_id from step_progress p
        where p.org_id = e.org_id and p.course_id = e.course_id and p.member_id = e.member_id
          and p.done_at is not null and p.step_id = any(${steps}::text[])) as done
      from enrollments e where e.org_id = ${scope.org} and e.course_id = ${courseId} and e.member_id <> ${course.authorId}
    ), now as (
      select b.*, (select s.id from unnest(${steps}::text[]) with ordinality s (id, n) where s.id <> all(b.done)
        order by s.id = b.step_id desc, s.n limit 1) as next
      from begun b
    ), moved as (
      update enrollments e set steps_done = cardinality(n.done), step_id = coalesce(n.next, e.step_id),
        version = case when n.next is distinct from e.step_id then ${version} else e.version end,
        completed_at = case when n.next is null then coalesce(e.completed_at, ${scope.now.toISOString()}) else e.completed_at end
      from now n where e.org_id = ${scope.org} and e.course_id = ${courseId} and e.member_id = n.member_id
    )
    select member_id from now where next is null and completed_at is null order by member_id`.execute(
    scope.db,
  )
  for (const { memberId } of rows) await record(scope, 'course.completed', { courseId, memberId })
  tell(scope, { topics: ['my-learning', `course:${courseId}`] })
}

export const reactions: Reaction[] = [
  reaction('course.published', 'learning.follow', (scope, { data }) => follow(scope, data.courseId)),
  ...healthReactions,
]
