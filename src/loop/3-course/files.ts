import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { notFound, Problem } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { courseRows } from './find.ts'
import { isMissing, pathOf } from './uploads.ts'

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
 * the course as long as what is published shows it. A draft is nobody else's, whatever their role. It is sandboxed, so that opening it runs nothing.
 */
export async function getFile(scope: Scope, id: string, range: string | undefined): Promise<Response> {
  const row = await courseRows(scope)
    .innerJoin('assets as f', (join) =>
      join.onRef('f.orgId', '=', 'c.orgId').onRef('f.courseId', '=', 'c.id'),
    )
    .select(['f.mediaType', 'f.name', 'f.size'])
    .select(isShown(id).as('shown'))
    .select(isUnderReview(scope, id).as('reviewed'))
    .where('f.id', '=', id)
    .where('f.finishedAt', 'is not', null)
    .executeTakeFirst()
  const mine = row?.authorId === scope.actor.id
  if (!row || !(mine || row.shown || row.reviewed)) throw notFound('file')
  const path = pathOf(scope, id)
  const { size } = await stat(path).catch((error) => {
    // Not gone for good: a backup may bring it back, and the log says which one.
    throw isMissing(error) ? new Problem(404, 'file.lost', {}, { cause: error }) : error
  })
  const [, from, to] = range?.match(/^bytes=(\d+)-(\d*)$/) ?? []
  const start = from ? Number(from) : 0
  const end = to ? Math.min(Number(to), size - 1) : size - 1
  if (start > end) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  return new Response(Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>, {
    status: from ? 206 : 200,
    headers: {
      'content-type': row.mediaType ?? 'application/octet-stream',
      'content-length': String(end - start + 1),
      'accept-ranges': 'bytes',
      ...(from && { 'content-range': `bytes ${start}-${end}/${size}` }),
      'cache-control': 'private, max-age=86400, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(row.name)}`,
    },
  })
}
