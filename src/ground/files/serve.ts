import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Problem } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { isMissing, pathOf } from './where.ts'

interface Kept {
  id: string
  name: string
  mediaType: string | null
}

/**
 * The bytes of a file for somebody who may have them, or the part of them that `range` (RFC 9110, one range of bytes) asks
 * for. It is sandboxed, so that opening it runs nothing. Throws 404 file.lost where they are not on the disk.
 */
export async function bytesOf(
  scope: Scope,
  { id, name, mediaType }: Kept,
  range: string | undefined,
): Promise<Response> {
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
      'content-type': mediaType ?? 'application/octet-stream',
      'content-length': String(end - start + 1),
      'accept-ranges': 'bytes',
      ...(from && { 'content-range': `bytes ${start}-${end}/${size}` }),
      'cache-control': 'private, max-age=86400, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}
