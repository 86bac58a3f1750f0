import { type Encoding, lineEnds, longestCell } from './ends.ts'
import { recordsOf, type Separator, type TableRecord } from './records.ts'

/** How the bytes of a table are to be read: as cells between separators, or as one JSON object a line. */
export interface Reading {
  format: 'csv' | 'ndjson'
  separator: Separator
  encoding: Encoding
}

interface WholeRecords {
  /** Their lines are counted from 1 within the part. */
  records: TableRecord[]
  /** How many bytes and lines they take: the next part begins behind. */
  taken: number
  lines: number
}

/**
 * The records of a part of a table that are whole: what follows the last line end, and a cell in quotes that may go on in
 * the next part, is left to it. Nothing is taken where no line ends.
 */
export function wholeRecords(bytes: Uint8Array, reading: Reading, isLast: boolean): WholeRecords {
  const { encoding, format, separator } = reading
  const ends = lineEnds(bytes, encoding, isLast)
  const all = ends.length
  // A carriage return by itself ends no line: lines are counted by their line feeds.
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, ends.at(-1) ?? 0)).replace(/\r(?!\n)/g, ' ')
  if (format === 'ndjson') return { records: linesOf(text), taken: ends.at(-1) ?? 0, lines: all }
  const records = recordsOf(text, separator)
  const open = isLast
    ? undefined
    : records.find(({ line, cells }) => cells === null && line > all - longestCell)
  if (!open) return { records, taken: ends.at(-1) ?? 0, lines: all }
  const lines = open.line - 1
  return { records: records.filter(({ line }) => line < open.line), taken: ends[lines - 1] ?? 0, lines }
}

/** The lines of a text as records of one cell, without empty ones. */
const linesOf = (text: string): TableRecord[] =>
  text
    .split('\n')
    .map((raw, at) => ({ line: at + 1, cells: [raw], raw }))
    .filter(({ raw }) => raw.trim() !== '')
