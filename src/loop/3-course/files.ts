import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileTypeFromFile } from 'file-type'
import { sql } from 'kysely'
import { conflict, keeping, notFound, Problem } from '#platform/problem'
import { newIdIn, type Scope } from '#platform/scope'
import { record } from '#record'
import { courseRows, findOwnCourse } from './find.ts'
import { imageSizeOf } from './image-size.ts'
import type { Uploaded } from './material.contract.ts'

const allowed =
  /^(image\/(png|jpeg|gif|webp|avif|svg\+xml)|video\/(mp4|webm|quicktime)|audio\/(mpeg|mp4|ogg|wav|x-m4a)|text\/(plain|vtt)|application\/(pdf|zip|vnd\.openxmlformats-officedocument\..*))$/
const largestPart = 8 * 1024 * 1024

const pathOf = ({ install, org }: Scope, id: string) => join(install.filesDir, org, id)

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** Announces a file for a course that the actor writes. */
export async function startUpload(
  scope: Scope,
  courseId: string,
  file: { name: string; size: number },
): Promise<Uploaded> {
  await findOwnCourse(scope, courseId)
  const limit = scope.install.uploadLimit
  if (file.size > limit) throw new Problem(413, 'file.too-large', { limit })
  const id = newIdIn(scope)
  await scope.db
    .insertInto('assets')
    .values({ orgId: scope.org, id, courseId, ...file, uploadedBy: scope.actor.id, startedAt: scope.now })
    .execute()
  return getUpload(scope, id)
}

async function findUpload(scope: Scope, id: string) {
  const row = await scope.db
    .selectFrom('assets')
    .select(['id', 'courseId', 'name', 'size', 'received', 'mediaType', 'width', 'height', 'finishedAt'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('uploadedBy', '=', scope.actor.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('file')
  return row
}

const present = ({
  finishedAt,
  ...row
}: Omit<Awaited<ReturnType<typeof findUpload>>, 'courseId'>): Uploaded => ({
  ...row,
  finished: finishedAt !== null,
})

/** How much of one's own upload has arrived. */
export async function getUpload(scope: Scope, id: string): Promise<Uploaded> {
  const row = await scope.db
    .selectFrom('assets')
    .select(['id', 'name', 'size', 'received', 'mediaType', 'width', 'height', 'finishedAt'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('uploadedBy', '=', scope.actor.id)
    .executeTakeFirst()
  if (!row) throw notFound('file')
  return present(row)
}

/**
 * Adds bytes at `offset`, which must be where the file ends so far. Bytes that were written but not recorded (a
 * server that died) are overwritten by the next try.
 */
export async function sendPart(
  scope: Scope,
  id: string,
  offset: number,
  bytes: Uint8Array | null,
): Promise<Uploaded> {
  const row = await findUpload(scope, id)
  if (row.finishedAt) throw conflict('file.finished')
  if (offset !== row.received) {
    throw conflict('file.wrong-offset', { received: row.received })
  }
  const most = Math.min(largestPart, row.size - offset)
  const written = await writeAt(pathOf(scope, id), offset, most, bytes).catch((error) =>
    beginAnew(scope, id, error),
  )
  const received = offset + written
  await noteReceived(scope, id, received)
  if (received === row.size) await finish(scope, row)
  return getUpload(scope, id)
}

const noteReceived = (scope: Scope, id: string, received: number) =>
  scope.db
    .updateTable('assets')
    .set({ received })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()

/** What had arrived of a file is gone from the disk: whoever sends it is told to begin at its beginning. */
async function beginAnew(scope: Scope, id: string, error: unknown): Promise<never> {
  if (!isMissing(error)) throw error
  await noteReceived(scope, id, 0)
  throw keeping(new Problem(409, 'file.wrong-offset', { received: 0 }, { cause: error }))
}

/** Adds a whole file that is at hand to a course the actor writes; answers its id. */
export async function addFile(
  scope: Scope,
  courseId: string,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const { id } = await startUpload(scope, courseId, { name, size: bytes.length })
  await sendPart(scope, id, 0, bytes)
  return id
}

async function writeAt(
  path: string,
  offset: number,
  most: number,
  bytes: Uint8Array | null,
): Promise<number> {
  const size = bytes?.byteLength ?? 0
  if (size > most) throw new Problem(413, 'file.too-much', { most })
  await mkdir(join(path, '..'), { recursive: true })
  const handle = await open(path, offset === 0 ? 'w' : 'r+')
  try {
    for (let written = 0; bytes && written < size; )
      written += (await handle.write(bytes, written, size - written, offset + written)).bytesWritten
    await handle.sync()
  } finally {
    await handle.close()
  }
  return size
}

/** Looks at the content: its type is what it is, not what its name says. */
async function finish(scope: Scope, row: { id: string; courseId: string; size: number }): Promise<void> {
  const path = pathOf(scope, row.id)
  const mediaType = await typeOf(path)
  if (!mediaType || !allowed.test(mediaType)) {
    throw new Problem(415, 'file.type-refused', { mediaType })
  }
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  const set = {
    mediaType,
    sha256: hash.digest('hex'),
    finishedAt: scope.now,
    ...(await imageSizeOf(path, mediaType)),
  }
  await scope.db
    .updateTable('assets')
    .set(set)
    .where('orgId', '=', scope.org)
    .where('id', '=', row.id)
    .execute()
  await record(scope, 'file.uploaded', { assetId: row.id, courseId: row.courseId, mediaType, size: row.size })
}

async function typeOf(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path)
  if (found && found.mime !== 'application/xml') return found.mime
  const handle = await open(path)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
  await handle.close()
  const head = buffer.subarray(0, bytesRead)
  if (head.includes(0)) return null
  const text = head.toString('utf8').trimStart()
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(text))
    return 'image/svg+xml'
  return text.startsWith('WEBVTT') ? 'text/vtt' : 'text/plain'
}

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
