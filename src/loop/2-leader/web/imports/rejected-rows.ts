import { encode } from '#platform/table/encode'
import { lineEnds, linesOfRecord } from '#platform/table/ends'
import type { Mapping } from '../../import.contract.ts'
import { type Bytes, ended, textOf, type Words, type Writer } from './rejected-line.ts'

/**
 * Rows as they stand behind a cell with the reason. It is the first one, for a row may have more cells than there are
 * columns, or fewer. Null where the file names other columns than those that were chosen.
 */
export function rowWriter(start: Bytes, mapping: Mapping, { heading, reason }: Words): Writer | null {
  const { encoding, separator } = mapping
  const head = headOf(start, mapping)
  if (!head) return null
  const ours = cellOf(heading, separator) + separator
  const [named] = cellsOf(textOf(head, encoding), separator)
  // A file that was mended and not taken again says once why.
  const isAgain = named === ours || named === `"${heading}"${separator}`
  return {
    head: [encode(isAgain ? '' : ours, encoding), ...ended(head, encoding)],
    write: (line, rejection) => {
      const [before = ''] = isAgain ? cellsOf(textOf(line, encoding), separator) : []
      const rest = line.subarray(encode(before, encoding).length)
      return [encode(cellOf(reason(rejection), separator) + separator, encoding), ...ended(rest, encoding)]
    },
  }
}

/** A cell of what we say: never what a spreadsheet would run. */
function cellOf(text: string, separator: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The first cell of a row with the separator behind it; none where nothing is behind it, or it cannot be read. */
function cellsOf(row: string, separator: string): string[] {
  const [quoted = ''] = /^"(?:[^"]|"")*"/.exec(row) ?? []
  const cell = row.slice(0, row.indexOf(separator, quoted.length) + 1)
  // What cannot be read has other bytes than its text.
  return cell === '' || cell.includes('\uFFFD') ? [] : [cell]
}

/** The record that names the columns, as it stands; null where it is not the one that was chosen from. */
function headOf(start: Bytes, { encoding, separator, helper, at }: Mapping): Bytes | null {
  const ends = lineEnds(start, encoding, true)
  const lines = ends.map((end, index) => textOf(start.subarray(ends[index - 1] ?? 0, end), encoding))
  const first = lines.findIndex((line) => line.split(separator).some((cell) => cell.trim() !== ''))
  if (first < 0) return null
  const used = linesOfRecord(lines, first) || 1
  const head = lines.slice(first, first + used).join('')
  if (![helper, at].every((name) => mayName(head, name))) return null
  return start.slice(ends[first - 1] ?? 0, ends[first + used - 1])
}

const plain = (text: string) => text.replace(/\p{Cc}/gu, ' ').replaceAll('"', '')

/** Whether a heading may name a column. One without a name is known by its place, and a second of a name by a number. */
function mayName(head: string, name: string): boolean {
  const said = plain(name).replace(/ \(\d+\)$/, '')
  return /^\d+$/.test(said) || plain(head).includes(said)
}
