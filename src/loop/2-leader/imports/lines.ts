import { type Reading, wholeRecords } from '#platform/table/parts'
import type { TableRecord } from '#platform/table/records'
import { type Fields, fieldsOf, fieldsOfJson } from './fields.ts'

export interface Line {
  line: number
  fields: Fields
}

export interface Lines {
  lines: Line[]
  /** The columns of the file: its first line, or what its lines of JSON say. */
  columns: string[]
  taken: number
  count: number
}

/** A name of a column as it is kept: one line of text. */
const nameOf = (text: string): string =>
  text
    .replace(/\uFEFF/g, '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 150)
    .toWellFormed()

/** The names of the columns, made different where two are alike. */
export function columnsOf(head: TableRecord | undefined): string[] {
  const seen = new Map<string, number>()
  return (head?.cells ?? []).slice(0, 200).map((cell, at) => {
    const name = nameOf(cell) || `${at + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/**
 * The whole lines of a part of a file, numbered from 1 in it. `columns` are those that an earlier part named; null for
 * the first one, which begins with them.
 */
export function linesOf(
  bytes: Uint8Array,
  how: Reading,
  columns: readonly string[] | null,
  isLast: boolean,
): Lines {
  const { records, taken, lines: count } = wholeRecords(bytes, how, isLast)
  if (how.format === 'ndjson') {
    const lines = records.map(({ line, raw }) => ({ line, fields: fieldsOfJson(raw) }))
    const named = lines.slice(0, 100).flatMap(({ fields }) => Object.keys(fields ?? {}).map(nameOf))
    return { lines, columns: [...new Set(named)].slice(0, 200), taken, count }
  }
  const head = columns ? undefined : records[0]
  const names = columns ? [...columns] : columnsOf(head)
  const rest = head ? records.slice(1) : records
  return {
    lines: rest.map(({ line, cells }) => ({ line, fields: fieldsOf(cells, names) })),
    columns: names,
    taken,
    count,
  }
}
