import { hexOf } from '#platform/hex'
import { fingerprintPart } from '../fingerprint-part.ts'

const sha256 = (bytes: ArrayBuffer) => crypto.subtle.digest('SHA-256', bytes)

/**
 * All bytes of a file in one line, as the server reckons it too; undefined where they can no longer be read, and on pages
 * that came by plain http, from which browsers keep their cryptography: there a file that broke off begins anew.
 */
export async function fingerprintOf(
  file: Blob,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const parts: ArrayBuffer[] = []
  try {
    for (let at = 0; at < file.size; at += fingerprintPart) {
      signal?.throwIfAborted()
      parts.push(await sha256(await file.slice(at, at + fingerprintPart).arrayBuffer()))
    }
  } catch (error) {
    // It was moved or changed since it was chosen: sending it fails for the same reason, and says so.
    const isGone = error instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(error.name)
    if (isGone) return undefined
    throw error
  }
  return hexOf(new Uint8Array(await sha256(await new Blob(parts).arrayBuffer())))
}
