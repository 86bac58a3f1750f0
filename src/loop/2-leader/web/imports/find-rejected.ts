import { lineEnds, linesOfRecord, longestCell } from '#platform/table/ends'
import type { Mapping, Rejection } from '../../import.contract.ts'
import { type Bytes, textOf } from './rejected-line.ts'

/** A line that was not taken, as it stands in the file. */
export interface Found {
  rejection: Rejection
  bytes: Bytes
}

const usualPart = 1024 * 1024
/** The server took no longer line than half of it. */
const largestPart = 16 * 1024 * 1024

/**
 * Hands over the lines of a file that were not taken, in its order, some at a time: of the file a part is in memory.
 * Lines and records are counted as the server counts them. False where the file has no such lines: it is another one.
 */
export async function findRejected(
  file: Blob,
  mapping: Mapping,
  rejections: readonly Rejection[],
  take: (found: readonly Found[]) => void,
): Promise<boolean> {
  let [at, line, size, known] = [0, 1, usualPart, 0]
  while (known < rejections.length) {
    if (at >= file.size || size > largestPart) return false
    const bytes = new Uint8Array(await file.slice(at, at + size).arrayBuffer())
    const isLast = at + bytes.length >= file.size
    const ends = lineEnds(bytes, mapping.encoding, isLast)
    const part = foundIn({ bytes, ends, line, isLast }, mapping, rejections, known)
    if (!part) return false
    take(part.found)
    known += part.found.length
    size = part.passed === 0 ? size * 2 : usualPart
    at += ends[part.passed - 1] ?? 0
    line += part.passed
  }
  return true
}

interface Part {
  bytes: Bytes
  ends: readonly number[]
  /** Which line of the file is its first. */
  line: number
  isLast: boolean
}

/** The lines of a part that were not taken, and how many lines of it are done with; null where they cannot be them. */
function foundIn(part: Part, mapping: Mapping, rejections: readonly Rejection[], known: number) {
  const { bytes, ends, line, isLast } = part
  const found: Found[] = []
  for (let next = known; next < rejections.length; next += 1) {
    const rejection = rejections[next] as Rejection
    const first = rejection.line - line
    if (first >= ends.length) break
    const used = usedBy(part, first, mapping, rejection)
    if (used === null) return null
    // It may go on in the next part, which then begins with it.
    if (used === 0) return isLast || ends.length - first >= longestCell ? null : { found, passed: first }
    found.push({ rejection, bytes: bytes.slice(ends[first - 1] ?? 0, ends[first + used - 1]) })
  }
  return { found, passed: ends.length }
}

/** Over how many lines a record goes: 0 where its end is not here, null where there is none. */
function usedBy({ bytes, ends }: Part, first: number, { format, encoding }: Mapping, { reason }: Rejection) {
  const textAt = (at: number) => textOf(bytes.subarray(ends[at - 1] ?? 0, ends[at]), encoding)
  const text = textAt(first)
  if (text.trim() === '') return null
  // A line whose quotes are broken is one by itself.
  if (format === 'ndjson' || reason === 'broken') return 1
  const last = Math.min(first + longestCell, ends.length)
  return linesOfRecord(
    Array.from({ length: last - first }, (_, at) => textAt(first + at)),
    0,
  )
}
