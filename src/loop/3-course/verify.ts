import { sql } from 'kysely'
import { holds } from '#people'
import { forbidden, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { findPublishedCourse } from './find.ts'

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)

async function setDay(scope: Scope, courseId: string, verifyBy: string | null): Promise<void> {
  await scope.db
    .updateTable('courses')
    .set({ verifyBy })
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .execute()
  tell(scope, { topics: [`course:${courseId}`, `draft:${courseId}`, 'my-courses'] })
}

/**
 * Says that what is published still holds. A day that has come is answered by it: another one is named, or none; one
 * that is still to come stays unless another one is named.
 */
export async function verifyCourse(scope: Scope, courseId: string, { until }: { until: string | null }) {
  const course = await findPublishedCourse(scope, courseId)
  const mine = course.authorId === scope.actor.id
  if (!mine && !holds(scope.actor, course.path, 'reviewer', 'leader', 'manager'))
    throw forbidden('course.verify-not-yours')
  const today = dayOf(scope.now)
  if (until !== null && until <= today) throw invalidField('/until', 'course.day-past')
  const { publishedVersion: version, verifyBy: before } = course
  const verifyBy = until ?? (before !== null && before > today ? before : null)
  const kept = { orgId: scope.org, id: newIdIn(scope), courseId, version, memberId: scope.actor.id }
  await scope.db
    .insertInto('courseVerifications')
    .values({ ...kept, at: scope.now, until: verifyBy, before })
    .execute()
  await record(scope, 'course.verified', { courseId, version, until: verifyBy })
  await setDay(scope, courseId, verifyBy)
  return { verifyBy }
}

/** Takes back what the actor said last of what is published, with the day that they named. */
export async function unverifyCourse(scope: Scope, courseId: string) {
  const { publishedVersion: version, verifyBy: now } = await findPublishedCourse(scope, courseId)
  const { rows } = await sql<{ until: string | null; before: string | null }>`
    delete from course_verifications where org_id = ${scope.org} and id = (select v.id from course_verifications v
      where v.org_id = ${scope.org} and v.course_id = ${courseId} and v.version = ${version}
        and v.member_id = ${scope.actor.id} order by v.at desc, v.id desc limit 1)
    returning until, before`.execute(scope.db)
  const [taken] = rows
  if (!taken) throw notFound('verification')
  await record(scope, 'course.unverified', { courseId, version })
  const verifyBy = now === taken.until ? taken.before : now
  await setDay(scope, courseId, verifyBy)
  return { verifyBy }
}
