import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { bringUpToDate, everybody, lockPath, start } from './progress.ts'

/** Whether a course is one of the path. */
async function isOfPath({ db, org }: Scope, courseId: string): Promise<boolean> {
  const row = await db
    .selectFrom('academyCourses')
    .select('place')
    .where('orgId', '=', org)
    .where('courseId', '=', courseId)
    .executeTakeFirst()
  return row !== undefined
}

/** Notes where a member is on the path, if they are on it. */
async function goOn(scope: Scope, memberId: string): Promise<void> {
  await lockPath(scope, memberId)
  await bringUpToDate(scope, sql<boolean>`p.member_id = ${memberId}`)
}

/** How far people are on the path follows from what they learn and publish, and from what is asked of them. */
export const reactions: Reaction[] = [
  reaction('course.started', 'academy.course-started', async (scope, { data }) => {
    if (await isOfPath(scope, data.courseId)) await start(scope, data.memberId)
  }),
  reaction('course.completed', 'academy.course-completed', async (scope, { data }) => {
    if (!(await isOfPath(scope, data.courseId))) return
    await start(scope, data.memberId)
    await goOn(scope, data.memberId)
  }),
  reaction('course.published', 'academy.course-published', async (scope, { data }) => {
    if (data.first) await goOn(scope, data.authorId)
  }),
  reaction('course.retired', 'academy.course-retired', async (scope, { data }) => {
    if (await isOfPath(scope, data.courseId)) await bringUpToDate(scope, everybody)
  }),
  reaction('academy.opened', 'academy.opened-again', (scope) => bringUpToDate(scope, everybody)),
  reaction('badge.restored', 'academy.badge-restored', (scope) => bringUpToDate(scope, everybody)),
]
