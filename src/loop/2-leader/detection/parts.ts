import { signalKinds } from '../signals/kinds.ts'
import type { ScorePart } from './compute.ts'

/**
 * One part of a score as bytes, the highest first: of which topic (16, all zero for none), how much of the score (8), how
 * many acts (4), people (4), and groups (4), the first day (4), what kind (2).
 */
const partSize = 42

const hexOf = (id: string) => id.replaceAll('-', '')
const idOf = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const none = '0'.repeat(32)

export function packParts(parts: readonly ScorePart[]): Buffer {
  const bytes = Buffer.alloc(parts.length * partSize)
  for (const [number, { topicId, part, acts, people, groups, since, kind }] of parts.entries()) {
    const at = number * partSize
    if (topicId !== null) bytes.write(hexOf(topicId), at, 'hex')
    bytes.writeDoubleBE(part, at + 16)
    bytes.writeInt32BE(acts, at + 24)
    bytes.writeInt32BE(people, at + 28)
    bytes.writeInt32BE(groups, at + 32)
    bytes.writeInt32BE(since, at + 36)
    bytes.writeInt16BE(signalKinds.indexOf(kind), at + 40)
  }
  return bytes
}

export function unpackParts(bytes: Buffer): ScorePart[] {
  return Array.from({ length: bytes.length / partSize }, (_, number) => {
    const at = number * partSize
    const topic = bytes.toString('hex', at, at + 16)
    const kind = signalKinds[bytes.readInt16BE(at + 40)]
    if (!kind) throw new Error('A part of a score is of a kind that is not known.')
    return {
      ...{ kind, topicId: topic === none ? null : idOf(topic), part: bytes.readDoubleBE(at + 16) },
      ...{ acts: bytes.readInt32BE(at + 24), people: bytes.readInt32BE(at + 28) },
      ...{ groups: bytes.readInt32BE(at + 32), since: bytes.readInt32BE(at + 36) },
    }
  })
}
