import type { Columns } from '../expertise/columns.ts'

/**
 * One member's acts as bytes, one column after the other, each number with its lowest byte first: whom (4), useful (4),
 * what kind and about what (4), day (2). Whether an act was accepted is a signal of its own.
 */
const actSize = 14

/** The rows from `start` to `end`; `whom` says by which number somebody is kept. */
export function packed(acts: Columns, start: number, end: number, whom: (helped: number) => number): Buffer {
  const count = end - start
  const bytes = new Uint8Array(count * actSize)
  const helped = new Int32Array(bytes.buffer, 0, count)
  for (let at = 0; at < count; at += 1) helped[at] = whom(acts.helped[start + at] as number)
  new Float32Array(bytes.buffer, count * 4, count).set(acts.useful.subarray(start, end))
  new Uint32Array(bytes.buffer, count * 8, count).set(acts.kind.subarray(start, end))
  new Uint16Array(bytes.buffer, count * 12, count).set(acts.day.subarray(start, end))
  return Buffer.from(bytes.buffer)
}

/** How many acts so many bytes are. */
export const countOf = (length: number): number => length / actSize
