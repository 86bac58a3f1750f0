import { CsvError, parse } from 'csv-parse/sync'
import { linesOfRecord } from './ends.ts'

/** One line of a table: where it begins in the file, and its cells; null when its quotes cannot be read. */
export interface TableRecord {
  line: number
  cells: string[] | null
  /** As it stands in the file, for who mends it. */
  raw: string
}

const separators = [',', ';', '\t'] as const
export type Separator = (typeof separators)[number]

/** The separator that cuts a heading into most cells. */
export function separatorOf(heading: string): Separator {
  const count = (separator: Separator) => splitLine(heading, separator)?.length ?? 0
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best), ',')
}

/** The lines of a table, without empty ones. A quote that is never closed spoils its own line, not those after it. */
export function recordsOf(text: string, separator: Separator): TableRecord[] {
  const lines = text.split(/\r\n|\n|\r/)
  const records: TableRecord[] = []
  for (let at = 0; at < lines.length; ) {
    const { cells, used } = recordAt(lines, at, separator)
    const raw = lines.slice(at, at + used).join(' ')
    if (raw.split(separator).some((cell) => cell.trim() !== '')) records.push({ line: at + 1, cells, raw })
    at += used
  }
  return records
}

function recordAt(lines: string[], at: number, separator: Separator) {
  const used = linesOfRecord(lines, at)
  if (used === 1) return { cells: splitLine(lines[at] ?? '', separator), used }
  const cells = used > 1 ? splitLine(lines.slice(at, at + used).join('\n'), separator) : null
  // A quote opened here and one opened there make a pair by accident: then the cell between holds whole lines.
  const isOne = cells?.every((cell) => !(cell.includes('\n') && cell.includes(separator)))
  return cells && isOne ? { cells, used } : { cells: null, used: 1 }
}

/** The cells of one record; null when its quotes are broken. */
function splitLine(record: string, separator: Separator): string[] | null {
  if (!record.includes('"')) return record.split(separator)
  try {
    return (
      parse(record, { delimiter: separator, relax_column_count: true, ltrim: true, rtrim: true })[0] ?? ['']
    )
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}
