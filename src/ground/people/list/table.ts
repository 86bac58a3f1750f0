import { Problem } from '#platform/problem'
import { type Decoded, decode } from '#platform/table/decode'
import { recordsOf, separatorOf } from '#platform/table/records'
import { type Column, columnsOf } from './columns.ts'

const largestBytes = 2 * 1024 * 1024
const mostLines = 10_000

/** What a line says of somebody, as it was written; `broken` when its quotes cannot be read. */
export interface Row {
  line: number
  isBroken: boolean
  values: Record<Exclude<Column, 'given' | 'family'>, string>
}

export interface Table {
  encoding: Decoded['encoding']
  columns: { heading: string; column: Column | null }[]
  rows: Row[]
}

const tooLarge = () => new Problem(413, 'invitation-list.too-large')

/** Reads a table whose first line is its heading. Throws 422 when there is no line or no column of addresses. */
export function readTable(bytes: Uint8Array): Table {
  if (bytes.byteLength > largestBytes) throw tooLarge()
  const { text, encoding } = decode(bytes)
  const heading = text.split(/\r\n|\n|\r/).find((line) => line.trim() !== '') ?? ''
  const [head, ...records] = recordsOf(text, separatorOf(heading))
  if (!head || records.length === 0) throw new Problem(422, 'invitation-list.empty')
  if (records.length > mostLines) throw tooLarge()
  const headings = head.cells ?? []
  const columns = columnsOf(headings)
  if (!columns.has('email'))
    throw new Problem(422, 'invitation-list.no-address-column', {
      headings: headings.slice(0, 30).map((words) => words.slice(0, 60)),
    })
  const named = new Map([...columns].map(([column, index]) => [index, column]))
  return {
    encoding,
    columns: headings.map((words, index) => ({ heading: clean(words), column: named.get(index) ?? null })),
    rows: records.map(({ line, cells, raw }) => rowOf(line, cells, raw, columns)),
  }
}

function rowOf(line: number, cells: string[] | null, raw: string, columns: Map<Column, number>): Row {
  const value = (column: Column) => clean(cells?.[columns.get(column) ?? -1] ?? '')
  const parts = [value('name'), value('given'), value('family')].filter(Boolean)
  return {
    line,
    isBroken: cells === null,
    values: {
      name: cells === null ? clean(raw).slice(0, 200) : parts.join(' '),
      email: value('email'),
      title: value('title'),
      group: value('group'),
      role: value('role'),
      language: value('language'),
      workingTime: value('workingTime'),
    },
  }
}

/** A cell as text on one line. The apostrophe that keeps a spreadsheet from running a cell is not part of it. */
const clean = (cell: string): string =>
  cell
    .replace(/[\p{Cc}\p{Zs}\uFEFF]+/gu, ' ')
    .trim()
    .replace(/^'(?='*[=+\-@])/, '')
