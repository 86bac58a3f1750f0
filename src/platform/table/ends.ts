import type { Decoded } from './decode.ts'

export type Encoding = Decoded['encoding']

/** A cell in quotes may go on over so many lines; beyond, a quote was forgotten. */
export const longestCell = 10
const newline = 10

/** Whether letters take two bytes each. */
export const isWide = (encoding: Encoding): boolean => encoding.startsWith('utf-16')

/** Where each line ends, behind its line feed, in bytes. */
export function lineEnds(bytes: Uint8Array, encoding: Encoding, isLast: boolean): number[] {
  const ends: number[] = []
  const wide = isWide(encoding)
  const low = encoding === 'utf-16be' ? 1 : 0
  for (let at = 0; at < bytes.length; at += wide ? 2 : 1) {
    const isEnd = wide ? bytes[at + low] === newline && bytes[at + 1 - low] === 0 : bytes[at] === newline
    if (isEnd) ends.push(at + (wide ? 2 : 1))
  }
  if (isLast && bytes.length > (ends.at(-1) ?? 0)) ends.push(bytes.length)
  return ends
}

/** Over how many lines the record at a place goes, by its quotes: 0 where one is opened and never closed. */
export function linesOfRecord(lines: readonly string[], at: number): number {
  if (!hasOpenQuote(lines[at] ?? '')) return 1
  for (let used = 2; used <= longestCell && at + used <= lines.length; used += 1)
    if (hasOpenQuote(lines[at + used - 1] ?? '')) return used
  return 0
}

const hasOpenQuote = (line: string): boolean => (line.split('"').length - 1) % 2 === 1
