import { conflict, forbidden, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { courseRows, findOwnCourse, mayRetire } from './find.ts'
import { keepVersion } from './versions.ts'

/**
 * Publishes a kept version (the draft as it stands when `number` is null). Called when a review approves; the need
 * it was made for, feed and search follow from the fact.
 */
export async function publishCourse(scope: Scope, courseId: string, number: number | null): Promise<number> {
  const version = number ?? (await keepVersion(scope, courseId, 'publication'))
  const course = await scope.db
    .selectFrom('courses as c')
    .innerJoin('courseVersions as v', (join) =>
      join.onRef('v.orgId', '=', 'c.orgId').onRef('v.courseId', '=', 'c.id'),
    )
    .select([
      'c.groupId',
      'c.needId',
      'c.authorId',
      'c.firstPublishedAt',
      'c.isReadyMade',
      'v.title',
      'v.tags',
    ])
    .where('c.orgId', '=', scope.org)
    .where('c.id', '=', courseId)
    .where('v.number', '=', version)
    .where('c.discardedAt', 'is', null)
    .forUpdate('c')
    .executeTakeFirst()
  if (!course) throw notFound('version')
  await set(scope, courseId, {
    publishedVersion: version,
    publishedAt: scope.now,
    firstPublishedAt: course.firstPublishedAt ?? scope.now,
    retiredAt: null,
    retiredBy: null,
    mergedInto: null,
  })
  const { firstPublishedAt, isReadyMade, tags, ...about } = course
  const first = firstPublishedAt === null
  await record(scope, 'course.published', {
    ...{ courseId, version, first, ...about, tags: tags ?? [] },
    ...(isReadyMade && { isReadyMade }),
  })
  tell(scope, { topics: ['courses', `course:${courseId}`, 'my-courses'] })
  return version
}

/** Throws away a draft that was never published. */
export async function discardCourse(scope: Scope, id: string): Promise<void> {
  const row = await findOwnCourse(scope, id)
  if (row.firstPublishedAt) throw conflict('course.was-published')
  if (row.discardedAt) return
  await set(scope, id, { discardedAt: scope.now })
  await record(scope, 'course.discarded', { courseId: id })
  tell(scope, { topics: ['my-courses'], to: [scope.actor.id] })
}

/** Takes a thrown-away draft back. */
export async function keepCourse(scope: Scope, id: string): Promise<void> {
  const row = await findOwnCourse(scope, id)
  if (!row.discardedAt) return
  await set(scope, id, { discardedAt: null })
  await record(scope, 'course.returned', { courseId: id })
  tell(scope, { topics: ['my-courses'], to: [scope.actor.id] })
}

/** Says until which day a course holds. Saying the same again changes nothing. */
export async function setVerifyBy(scope: Scope, id: string, day: string | null) {
  const { verifyBy: before } = await findOwnCourse(scope, id)
  if (before !== day) {
    await set(scope, id, { verifyBy: day })
    await record(scope, 'course.dated', { courseId: id, verifyBy: day, before })
    tell(scope, { topics: [`draft:${id}`, 'my-courses'], to: [scope.actor.id] })
  }
  return { verifyBy: day }
}

/** Takes a published course out of sight. What people did in it is kept. */
export async function retireCourse(scope: Scope, id: string): Promise<void> {
  const row = await findRetirable(scope, id)
  if (!row.publishedAt) throw conflict('course.not-published')
  if (row.retiredAt) return
  await set(scope, id, { retiredAt: scope.now, retiredBy: scope.actor.id })
  await record(scope, 'course.retired', { courseId: id })
  tell(scope, { topics: ['courses', `course:${id}`, 'my-courses'] })
}

/** Brings a retired course back. */
export async function returnCourse(scope: Scope, id: string): Promise<void> {
  const row = await findRetirable(scope, id)
  if (!row.retiredAt) return
  await set(scope, id, { retiredAt: null, retiredBy: null, mergedInto: null })
  await record(scope, 'course.returned', { courseId: id })
  if (row.mergedInto) await record(scope, 'course.unmerged', { courseId: id, from: row.mergedInto })
  tell(scope, { topics: ['courses', `course:${id}`, 'my-courses'] })
}

/** A course that the actor may take out of sight; throws 404 or, when they may know of it, 403. */
export async function findRetirable(scope: Scope, id: string) {
  const row = await courseRows(scope).where('c.id', '=', id).executeTakeFirst()
  if (!row || (!row.firstPublishedAt && row.authorId !== scope.actor.id)) throw notFound('course')
  if (mayRetire(scope, row)) return row
  throw forbidden('course.retire-not-yours')
}

const set = (scope: Scope, id: string, values: Record<string, Date | string | number | null>) =>
  scope.db.updateTable('courses').set(values).where('orgId', '=', scope.org).where('id', '=', id).execute()
