import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { fingerprintPart } from './fingerprint-part.ts'

/** The SHA-256 of a file as it is on the disk, and its fingerprint, as hexadecimal digits. */
export async function digestsOf(path: string): Promise<{ sha256: string; fingerprint: string }> {
  const [whole, parts] = [createHash('sha256'), createHash('sha256')]
  let part: Hash | null = null
  let left = fingerprintPart
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    whole.update(chunk)
    for (let at = 0; at < chunk.length; ) {
      const piece = chunk.subarray(at, at + left)
      part = (part ?? createHash('sha256')).update(piece)
      at += piece.length
      left -= piece.length
      if (left > 0) continue
      parts.update(part.digest())
      part = null
      left = fingerprintPart
    }
  }
  if (part) parts.update(part.digest())
  return { sha256: whole.digest('hex'), fingerprint: parts.digest('hex') }
}
