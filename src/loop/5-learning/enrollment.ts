import { findPublishedCourse } from '#course'
import { compiled } from '#platform/db/compiled'
import { notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'

/** What of one learner in one course is asked for. */
export interface Whose {
  org: string
  member: string
  courseId: string
}

const kept = ['version', 'startedAt', 'stepId', 'completedAt'] as const

const enrollment = (mode: 'look' | 'hold') =>
  compiled(({ org, member, courseId }: Whose, db) =>
    db
      .selectFrom('enrollments')
      .select(kept)
      .where('orgId', '=', org)
      .where('courseId', '=', courseId)
      .where('memberId', '=', member)
      .$if(mode === 'hold', (found) => found.forUpdate()),
  )
const enrollments = { look: enrollment('look'), hold: enrollment('hold') }

/** The actor's enrollment in a course; undefined before they start. Held, nobody else changes it meanwhile. */
export const findEnrollment = async (scope: Scope, courseId: string, mode: 'look' | 'hold' = 'look') =>
  (await enrollments[mode](scope.db, { org: scope.org, member: scope.actor.id, courseId }))[0]

/**
 * A published course and how far the actor is in it. One that was taken out of sight since is there for whoever had begun
 * it, and for nobody else: throws 404.
 */
export async function findCourseToLearn(scope: Scope, courseId: string, mode: 'look' | 'hold' = 'look') {
  const [course, enrollment] = await Promise.all([
    findPublishedCourse(scope, courseId, { isRetiredToo: true }),
    findEnrollment(scope, courseId, mode),
  ])
  if (course.retiredAt && !enrollment) throw notFound('course')
  return { course, enrollment }
}

/**
 * Enrolls the actor in a course, or notes where they are in it; what it answers is held. Opening the course does it,
 * and so does the first answer or finished step, which may be there before: nobody is told to start first.
 */
export async function enroll(
  scope: Scope,
  courseId: string,
  at: { version: number; stepId: string },
): Promise<NonNullable<Awaited<ReturnType<typeof findEnrollment>>>> {
  const values = { ...at, seenAt: scope.now }
  const made = await scope.db
    .insertInto('enrollments')
    .values({ orgId: scope.org, courseId, memberId: scope.actor.id, startedAt: scope.now, ...values })
    .onConflict((conflict) => conflict.columns(['orgId', 'courseId', 'memberId']).doUpdateSet(values))
    .returning(kept)
    .executeTakeFirstOrThrow()
  if (made.startedAt === scope.now.toISOString())
    await record(scope, 'course.started', { courseId, memberId: scope.actor.id })
  tell(scope, { topics: ['my-learning'], to: [scope.actor.id] })
  return made
}
