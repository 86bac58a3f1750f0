import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { conflict, keeping, notFound, Problem } from '#platform/problem'
import { newIdIn, type Scope } from '#platform/scope'
import { record } from '#record'
import { longestSide, mostPixels, type NewFile, type Uploaded } from './contract.ts'
import { digestsOf } from './digest.ts'
import { hasTooManyPixels, type ImageSize, imageSizeOf, isOfPixels, mostHead } from './image-size.ts'
import { isAllowed, typeOf } from './kind.ts'
import { isMissing, isThere, pathOf } from './where.ts'

const largestPart = 8 * 1024 * 1024

/** Announces a file for something that is made once its files are there; nobody sees it until then. */
export const startUploadAhead = (scope: Scope, file: NewFile): Promise<Uploaded> => announceFile(scope, file)

/**
 * Announces a file, for a course that the actor writes where it is for one; goes on with the one of the same fingerprint
 * that they left. Throws 413 where it is too large.
 */
export async function announceFile(
  scope: Scope,
  file: NewFile,
  place: { courseId?: string } = {},
): Promise<Uploaded> {
  const limit = scope.install.uploadLimit
  if (file.size > limit) throw new Problem(413, 'file.too-large', { limit })
  const left = file.fingerprint && (await goOnWith(scope, file, place.courseId ?? null))
  if (left) return getUpload(scope, left)
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

/**
 * An upload of the actor's own that was left: it is kept another week. One that has arrived is among them as long as
 * nothing was made with it.
 */
async function goOnWith(scope: Scope, file: NewFile, courseId: string | null): Promise<string | null> {
  const row = await scope.db
    .selectFrom('assets')
    .select(['id', 'finishedAt'])
    .where('orgId', '=', scope.org)
    .where('uploadedBy', '=', scope.actor.id)
    .where('fingerprint', '=', file.fingerprint ?? null)
    .where('name', '=', file.name)
    .where('size', '=', file.size)
    .where('courseId', courseId ? '=' : 'is', courseId)
    .where((left) => left.or([left('finishedAt', 'is', null), left('keptAt', 'is', null)]))
    .orderBy('received', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  // Nobody would find out until what is made with it is read.
  if (row.finishedAt && !(await isThere(pathOf(scope, row.id)))) return null
  const set = { startedAt: scope.now }
  await scope.db
    .updateTable('assets')
    .set(set)
    .where('orgId', '=', scope.org)
    .where('id', '=', row.id)
    .execute()
  return row.id
}

type Announced = Awaited<ReturnType<typeof findUpload>>

async function findUpload(scope: Scope, id: string) {
  const row = await scope.db
    .selectFrom('assets')
    .select(['id', 'courseId', 'name', 'size', 'received', 'mediaType', 'width', 'height', 'finishedAt'])
    .select('fingerprint')
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('uploadedBy', '=', scope.actor.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('file')
  return row
}

const present = ({ finishedAt, ...row }: Omit<Announced, 'courseId' | 'fingerprint'>): Uploaded => ({
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

/** Looks at the content: its type is what it is, not what its name says, and it is what was announced. */
async function finish(scope: Scope, row: Announced): Promise<void> {
  const path = pathOf(scope, row.id)
  const { imageSize, ...found } = await lookAt(path, row).catch((error) => drop(scope, row.id, error))
  await scope.db
    .updateTable('assets')
    .set({ ...found, finishedAt: scope.now, ...imageSize })
    .where('orgId', '=', scope.org)
    .where('id', '=', row.id)
    .execute()
  const { mediaType } = found
  await record(scope, 'file.uploaded', { assetId: row.id, courseId: row.courseId, mediaType, size: row.size })
}

/** What is refused for its content does not stay on the disk, and nothing of it has arrived. */
async function drop(scope: Scope, id: string, error: unknown): Promise<never> {
  if (!(error instanceof Problem)) throw error
  await rm(pathOf(scope, id))
  await noteReceived(scope, id, 0)
  throw keeping(error)
}

/** What a file holds. Refuses what is nothing known, what was not announced, and a picture of too many pixels or that hides how many it has. */
async function lookAt(
  path: string,
  { size: bytes, fingerprint }: Announced,
): Promise<{ mediaType: string; sha256: string; imageSize: ImageSize | null }> {
  const mediaType = await typeOf(path)
  if (!mediaType || !isAllowed(mediaType)) throw new Problem(415, 'file.type-refused', { mediaType })
  const imageSize = await imageSizeOf(path, mediaType)
  if (imageSize && hasTooManyPixels(mediaType, imageSize)) {
    const { width, height } = imageSize
    throw new Problem(413, 'file.too-many-pixels', { pixels: mostPixels, side: longestSide, width, height })
  }
  if (!imageSize && isOfPixels(mediaType) && bytes > mostHead)
    throw new Problem(415, 'file.type-refused', { mediaType })
  const digests = await digestsOf(path)
  if (fingerprint && fingerprint !== digests.fingerprint) throw new Problem(422, 'file.changed')
  return { mediaType, sha256: digests.sha256, imageSize }
}
