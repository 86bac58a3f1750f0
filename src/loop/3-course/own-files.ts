import { sql } from 'kysely'
import { keepFiles } from '#files'
import { invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { CourseDocument } from './document/schema.ts'
import type { PictureSizes } from './document/sizes.ts'
import { fits, type UsedFile, usesOf } from './document/uses.ts'

/**
 * Makes the files of a text, which the actor sent ahead, those of its new course. A file belongs to one course for
 * good: of two courses that begin with it at the same moment, one is refused.
 */
export async function adoptFiles(scope: Scope, courseId: string, document: CourseDocument): Promise<void> {
  const used = usesOf(document)
  if (used.length === 0) return
  const adopted = await keepFiles(
    scope,
    used.map(({ file }) => file),
    { courseId },
  )
  refuseMissing(
    used,
    adopted.map(({ id }) => id),
  )
}

const isOneOf = (used: readonly UsedFile[]) => sql<boolean>`id = any(${used.map(({ file }) => file)}::uuid[])`

function refuseMissing(used: readonly UsedFile[], found: readonly string[]): void {
  const known = new Set(found)
  const missing = used.find(({ file }) => !known.has(file))
  if (missing)
    throw invalidField(`/document${missing.pointer}`, 'course.unknown-file', { file: missing.file })
}

/** A picture that is none shows nothing, and captions that are none say nothing: a file is used as what it is. */
function refuseMisused(
  used: readonly UsedFile[],
  found: readonly { id: string; name: string; mediaType: string | null }[],
): void {
  const byId = new Map(found.map((file) => [file.id, file]))
  for (const { file, use, pointer } of used) {
    const { name = '', mediaType } = byId.get(file) ?? {}
    if (fits(use, mediaType ?? '')) continue
    if (use === 'captions') throw invalidField(`/document${pointer}`, 'course.not-captions', { file: name })
    throw invalidField(`/document${pointer}`, 'course.other-use', { file: name, use })
  }
}

/**
 * A text may show only files that were uploaded for its course, or that the actor sent ahead where there is none yet:
 * a file's readers follow from its course. Each is used as what its content is. Answers how large its pictures are.
 */
export async function refuseForeignFiles(
  scope: Scope,
  courseId: string | null,
  document: CourseDocument,
): Promise<PictureSizes> {
  const used = usesOf(document)
  if (used.length === 0) return new Map()
  const known = await scope.db
    .selectFrom('assets')
    .select(['id', 'name', 'mediaType', 'width', 'height'])
    .where('orgId', '=', scope.org)
    .where((file) =>
      courseId
        ? file('courseId', '=', courseId)
        : file.and([file('keptAt', 'is', null), file('uploadedBy', '=', scope.actor.id)]),
    )
    .where('finishedAt', 'is not', null)
    .where(isOneOf(used))
    .execute()
  refuseMissing(
    used,
    known.map(({ id }) => id),
  )
  refuseMisused(used, known)
  return new Map(known.flatMap(({ id, width, height }) => (width && height ? [[id, { width, height }]] : [])))
}
