import { sql } from 'kysely'
import { announceFile, bytesOf } from '#files'
import type { NewFile, Uploaded } from '#files/contract.ts'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { courseRows, findOwnCourse } from './find.ts'

/** Whether a document shows a file. */
const shows = (document: string, fileId: string) =>
  sql<boolean>`coalesce(jsonb_path_exists(${sql.ref(document)},
    '$.**.attrs ? (@.asset == $file || @.captions == $file)', jsonb_build_object('file', ${fileId}::text)), false)`

/** Whether the actor was asked to review a version that shows the file. */
const isUnderReview = (scope: Scope, fileId: string) =>
  sql<boolean>`exists (select from reviews r
    join reviewers w on w.org_id = r.org_id and w.review_id = r.id and w.member_id = ${scope.actor.id}
    join course_versions rv on rv.org_id = r.org_id and rv.course_id = r.course_id and rv.number = r.version
    where r.org_id = c.org_id and r.course_id = c.id and ${shows('rv.document', fileId)})`

/** Whether the published version of the course in the row shows the file, and the course is not out of sight. */
const isShown = (fileId: string) =>
  sql<boolean>`c.retired_at is null and c.discarded_at is null and ${shows('v.document', fileId)}`

/**
 * A file for its reader: the author, those who were asked to review a version that shows it, and everyone who may see
 * the course as long as what is published shows it. A draft is nobody else's, whatever their role.
 */
export async function getFile(scope: Scope, id: string, range: string | undefined): Promise<Response> {
  const row = await courseRows(scope)
    .innerJoin('assets as f', (join) =>
      join.onRef('f.orgId', '=', 'c.orgId').onRef('f.courseId', '=', 'c.id'),
    )
    .select(['f.mediaType', 'f.name'])
    .select(isShown(id).as('shown'))
    .select(isUnderReview(scope, id).as('reviewed'))
    .where('f.id', '=', id)
    .where('f.finishedAt', 'is not', null)
    .executeTakeFirst()
  const mine = row?.authorId === scope.actor.id
  if (!row || !(mine || row.shown || row.reviewed)) throw notFound('file')
  return bytesOf(scope, { ...row, id }, range)
}

/** Announces a file for a course that the actor writes. */
export async function startUpload(scope: Scope, courseId: string, file: NewFile): Promise<Uploaded> {
  await findOwnCourse(scope, courseId)
  return announceFile(scope, file, { courseId })
}
