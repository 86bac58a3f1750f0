import { sql } from 'kysely'
import { invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { assetsOf, captionsOf } from './document/blocks.ts'
import type { CourseDocument } from './document/schema.ts'
import { type PictureSizes, withSizes } from './document/sizes.ts'

/** Makes files that the actor sent ahead for the text of a new course its own. A file belongs to one course for good. */
export async function adoptFiles(scope: Scope, courseId: string, document: CourseDocument): Promise<void> {
  const used = assetsOf(document)
  if (used.length === 0) return
  await scope.db
    .updateTable('assets')
    .set({ courseId })
    .where('orgId', '=', scope.org)
    .where('courseId', 'is', null)
    .where('uploadedBy', '=', scope.actor.id)
    .where('finishedAt', 'is not', null)
    .where(sql<boolean>`id = any(${used}::uuid[])`)
    .execute()
  const sizes = await refuseForeignFiles(scope, courseId, document)
  await scope.db
    .updateTable('courses')
    .set({ draft: JSON.stringify(withSizes(document, sizes)) })
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .execute()
}

/**
 * A text may show only files that were uploaded for its course: a file's readers follow from its course. Answers how
 * large its pictures are.
 */
export async function refuseForeignFiles(
  scope: Scope,
  courseId: string,
  document: CourseDocument,
): Promise<PictureSizes> {
  const used = assetsOf(document)
  if (used.length === 0) return new Map()
  const captions = captionsOf(document)
  const known = await scope.db
    .selectFrom('assets')
    .select(['id', 'mediaType', 'width', 'height'])
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .where('finishedAt', 'is not', null)
    .where(sql<boolean>`id = any(${used}::uuid[])`)
    .execute()
  const missing = used.find((asset) => !known.some(({ id }) => id === asset))
  if (missing) throw invalidField('/document', 'course.unknown-file', { file: missing })
  const silent = known.find(({ id, mediaType }) => captions.has(id) && mediaType !== 'text/vtt')
  if (silent) throw invalidField('/document', 'course.not-captions', { file: silent.id })
  return new Map(known.flatMap(({ id, width, height }) => (width && height ? [[id, { width, height }]] : [])))
}
