import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { conflict, keeping, notFound, Problem } from '#platform/problem'
import { newIdIn, type Scope } from '#platform/scope'
import { record } from '#record'
import type { Uploaded } from './contract.ts'
import { imageSizeOf } from './image-size.ts'
import { isAllowed, typeOf } from './kind.ts'
import { isMissing, pathOf } from './where.ts'

const largestPart = 8 * 1024 * 1024

interface NewFile {
  name: string
  size: number
}

/** Announces a file for something that is made once its files are there; nobody sees it until then. */
export const startUploadAhead = (scope: Scope, file: NewFile): Promise<Uploaded> => announceFile(scope, file)

/** Announces a file, for a course that the actor writes where it is for one. Throws 413 where it is too large. */
export async function announceFile(
  scope: Scope,
  file: NewFile,
  place: { courseId?: string } = {},
): Promise<Uploaded> {
  const limit = scope.install.uploadLimit
  if (file.size > limit) throw new Problem(413, 'file.too-large', { limit })
  const id = newIdIn(scope)
  await scope.db
    .insertInto('assets')
    .values({
      ...{ orgId: scope.org, id, ...file, uploadedBy: scope.actor.id, startedAt: scope.now },
      ...(place.courseId && { ...place, keptAt: scope.now }),
    })
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
async function finish(
  scope: Scope,
  row: { id: string; courseId: string | null; size: number },
): Promise<void> {
  const path = pathOf(scope, row.id)
  const mediaType = await typeOf(path)
  if (!mediaType || !isAllowed(mediaType)) throw new Problem(415, 'file.type-refused', { mediaType })
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
