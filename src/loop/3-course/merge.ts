import { areApart } from '#need'
import { conflict, invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { record } from '#record'
import { findPublishedCourse } from './find.ts'
import { findRetirable, retireCourse, returnCourse } from './life.ts'

/** Takes a course out of sight in favour of another one: whoever comes to it is led there, who began it keeps it. */
export async function mergeCourse(scope: Scope, id: string, into: string): Promise<void> {
  const row = await findRetirable(scope, id)
  if (row.mergedInto === into) return
  if (!row.publishedAt || row.retiredAt) throw conflict('course.not-published')
  if (into === id) throw invalidField('/into', 'course.merge-same')
  const target = await findPublishedCourse(scope, into)
  if (await areApart(scope, row.groupId, target.groupId)) throw invalidField('/into', 'course.merge-apart')
  await retireCourse(scope, id)
  await scope.db
    .updateTable('courses')
    .set({ mergedInto: into })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'course.merged', { courseId: id, into })
}

/** Brings it back; its readers are led nowhere any more. */
export async function unmergeCourse(scope: Scope, id: string): Promise<void> {
  const { mergedInto } = await findRetirable(scope, id)
  if (!mergedInto) throw conflict('course.not-merged')
  await returnCourse(scope, id)
}
