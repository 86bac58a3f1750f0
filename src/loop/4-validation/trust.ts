import { sql } from 'kysely'
import { findOwnCourse, keepVersion, publishCourse } from '#course'
import { holds } from '#people'
import { conflict, forbidden } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { record } from '#record'
import type { NamedPolicy } from './policy/policies.ts'
import { nextRound, refuseUnready } from './ready.ts'
import { type OwnCourse, policyOf } from './wishes.ts'

/** Publishes the draft as it is without a review: who leads there and was approved often enough. */
export async function publishTrusted(scope: Scope, courseId: string) {
  const course = await findOwnCourse(scope, courseId)
  const policy = await policyOf(scope, course)
  if (!(await isTrusted(scope, course, policy))) throw forbidden('review.not-trusted')
  return publishUnreviewed(scope, course)
}

/**
 * Publishes a course that came with Cairn without a review, and records from where it came: whoever administers its group
 * answers for it. The charter looks at it as at any other; throws what it stops.
 */
export async function publishReadyMade(scope: Scope, courseId: string, from: string): Promise<void> {
  const course = await findOwnCourse(scope, courseId)
  if (!holds(scope.actor, course.path, 'admin')) throw forbidden('review.not-trusted')
  await publishUnreviewed(scope, course, from)
}

async function publishUnreviewed(scope: Scope, course: OwnCourse, reason?: string) {
  const { id: courseId } = course
  if (course.discardedAt) throw conflict('course.discarded')
  const version = await keepVersion(scope, courseId, 'publication')
  await refuseUnready(scope, course, version)
  await nextRound(scope, courseId)
  const approved = await countApproved(scope, course.authorId)
  await record(scope, 'review.waived', { courseId, version, approved, ...(reason && { reason }) })
  await publishCourse(scope, courseId, version)
  return { version }
}

/** Whether the policy lets the author publish without a review: they lead there, and so many of their courses were approved. */
export async function isTrusted(
  scope: Scope,
  course: OwnCourse,
  { trustedAfter }: NamedPolicy,
): Promise<boolean> {
  if (trustedAfter === null || !holds(scope.actor, course.path, 'leader', 'manager')) return false
  return (await countApproved(scope, course.authorId)) >= trustedAfter
}

async function countApproved({ org, db }: Scope, authorId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct r.course_id)::int as count from reviews r join courses c on c.org_id = r.org_id and c.id = r.course_id
    where r.org_id = ${org} and c.author_id = ${authorId} and r.outcome = 'approved'`.execute(db)
  return rows[0]?.count ?? 0
}
