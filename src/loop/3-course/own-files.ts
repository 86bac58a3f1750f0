import { sql } from 'kysely'
import { invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { assetsOf, captionsOf } from './document/blocks.ts'
import type { CourseDocument } from './document/schema.ts'
import type { PictureSizes } from './document/sizes.ts'

/**
 * Makes the files of a text, which the actor sent ahead, those of its new course. A file belongs to one course for
 * good: of two courses that begin with it at the same moment, one is refused.
 */
export async function adoptFiles(scope: Scope, courseId: string, document: CourseDocument): Promise<void> {
  const used = assetsOf(document)
  if (used.length === 0) return
  const adopted = await scope.db
    .updateTable('assets')
    .set({ courseId })
    .where('orgId', '=', scope.org)
    .where('courseId', 'is', null)
    .where('uploadedBy', '=', scope.actor.id)
    .where('finishedAt', 'is not', null)
    .where(sql<boolean>`id = any(${used}::uuid[])`)
    .returning('id')
    .execute()
  refuseMissing(used, adopted)
}

function refuseMissing(used: readonly string[], found: readonly { id: string }[]): void {
  const missing = used.find((asset) => !found.some(({ id }) => id === asset))
  if (missing) throw invalidField('/document', 'course.unknown-file', { file: missing })
}

/**
 * A text may show only files that were uploaded for its course, or that the actor sent ahead where there is none yet:
 * a file's readers follow from its course. Answers how large its pictures are.
 */
export async function refuseForeignFiles(
  scope: Scope,
  courseId: string | null,
  document: CourseDocument,
): Promise<PictureSizes> {
  const used = assetsOf(document)
  if (used.length === 0) return new Map()
  const captions = captionsOf(document)
  const known = await scope.db
    .selectFrom('assets')
    .select(['id', 'mediaType', 'width', 'height'])
    .where('orgId', '=', scope.org)
    .where((file) =>
      courseId
        ? file('courseId', '=', courseId)
        : file.and([file('courseId', 'is', null), file('uploadedBy', '=', scope.actor.id)]),
    )
    .where('finishedAt', 'is not', null)
    .where(sql<boolean>`id = any(${used}::uuid[])`)
    .execute()
  refuseMissing(used, known)
  const silent = known.find(({ id, mediaType }) => captions.has(id) && mediaType !== 'text/vtt')
  if (silent) throw invalidField('/document', 'course.not-captions', { file: silent.id })
  return new Map(known.flatMap(({ id, width, height }) => (width && height ? [[id, { width, height }]] : [])))
}
