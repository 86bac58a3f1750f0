import { sql } from 'kysely'
import { type Scope, tell } from '#platform/scope'
import { type Reaction, reaction, recordAll } from '#record'
import type { HealthKind } from '../health.contract.ts'
import { judge } from './judge.ts'
import { ownerOf } from './state.ts'

interface Moved {
  itemId: string
  courseId: string
  kind: HealthKind
  ownerId: string
  before: string | null
}

/** Gives open items another owner (`to`, SQL on their course `c` and its author `a`), where they have another one. */
async function assignAll(
  scope: Scope,
  those: ReturnType<typeof sql>,
  to: ReturnType<typeof sql>,
): Promise<void> {
  const { rows } = await sql<Moved>`
    with found as (
      select i.id, i.owner_id as before, ${to} as owner_id from health_items i
        join courses c on c.org_id = i.org_id and c.id = i.course_id
        join members a on a.org_id = c.org_id and a.id = c.author_id
      where i.org_id = ${scope.org} and i.closed_at is null and ${those} for update of i
    )
    update health_items i set owner_id = f.owner_id from found f
    where i.org_id = ${scope.org} and i.id = f.id and f.owner_id is distinct from f.before and f.owner_id is not null
    returning i.id as item_id, i.course_id, i.kind, i.owner_id, f.before`.execute(scope.db)
  await recordAll(scope, 'health.assigned', rows)
  if (rows.length > 0) tell(scope, { topics: ['health'] })
}

/** A course as it stands after what was done with it, and those that say nearly the same. */
async function judgeAround(scope: Scope, courseId: string, by: string | null): Promise<void> {
  const { rows } = await sql<{ courseId: string }>`select distinct course_id from health_items
    where org_id = ${scope.org} and other_id = ${courseId}`.execute(scope.db)
  await judge(scope, [courseId, ...rows.map((row) => row.courseId)], { by })
}

const onCourse = async (scope: Scope, { subject, subjectId }: { subject: string; subjectId: string }) => {
  if (subject === 'course') await judge(scope, [subjectId])
}

/** Content is judged whenever something happens to it, and every night. */
export const healthReactions: Reaction[] = [
  reaction('reaction.given', 'learning.health-said', (scope, { data }) => onCourse(scope, data)),
  reaction('reaction.withdrawn', 'learning.health-unsaid', (scope, { data }) => onCourse(scope, data)),
  reaction('course.published', 'learning.health-published', (scope, { data, actorId }) =>
    judge(scope, [data.courseId], { by: actorId, isNew: true }),
  ),
  reaction('course.dated', 'learning.health-dated', (scope, { data }) => judge(scope, [data.courseId])),
  reaction('course.verified', 'learning.health-verified', (scope, { data, actorId }) =>
    judge(scope, [data.courseId], { by: actorId }),
  ),
  reaction('course.unverified', 'learning.health-unverified', (scope, { data }) =>
    judge(scope, [data.courseId]),
  ),
  reaction('course.retired', 'learning.health-retired', (scope, { data, actorId }) =>
    judgeAround(scope, data.courseId, actorId),
  ),
  reaction('course.returned', 'learning.health-returned', (scope, { data, actorId }) =>
    judgeAround(scope, data.courseId, actorId),
  ),
  reaction('member.left', 'learning.health-left', (scope, { data }) =>
    assignAll(scope, sql`i.owner_id = ${data.memberId}`, ownerOf),
  ),
  reaction('courses.handed-over', 'learning.health-handed-over', (scope, { data }) =>
    assignAll(scope, sql`i.course_id = any(${data.courseIds}::uuid[])`, sql`a.id`),
  ),
  reaction('courses.handed-back', 'learning.health-handed-back', (scope, { data }) =>
    assignAll(scope, sql`i.course_id = any(${data.courseIds}::uuid[])`, ownerOf),
  ),
]
