import pg from 'pg'

/** How to read the rows of a statement: a name and a parser for each column. */
export interface Reader {
  keys: string[]
  parsers: ((text: string) => unknown)[]
}

/** A statement as one connection knows it. */
export interface Prepared {
  name: string
  text: string
  /** Whether the server has it. */
  parsed: boolean
  /** What its rows look like; unknown until they were described once, null when it answers none. */
  reader: Reader | null | undefined
}

/** A column as the driver describes it. */
export interface Column {
  name: string
  dataTypeID: number
}

type TypeParser = (oid: number, format: 'text') => (text: string) => unknown

/** Queries whose text varies must not fill the server's memory: those past the limit are parsed anew each time. */
const mostStatements = 1000
const known = new WeakMap<object, Map<string, Prepared>>()

/** What this connection knows of a statement; new ones have yet to be parsed. */
export function preparedOn(client: object, text: string): Prepared {
  const statements = known.get(client) ?? new Map<string, Prepared>()
  known.set(client, statements)
  const found = statements.get(text)
  if (found) return found
  const isKept = statements.size < mostStatements
  const made = { name: isKept ? `s${statements.size}` : '', text, parsed: false, reader: undefined }
  if (isKept) statements.set(text, made)
  return made
}

/** How to read rows of these columns, with names in camelCase. */
export function readerOf(client: object, columns: readonly Column[]): Reader {
  const { getTypeParser } = client as { getTypeParser: TypeParser }
  return {
    keys: columns.map(({ name }) => camelCase(name)),
    parsers: columns.map(({ dataTypeID }) => getTypeParser.call(client, dataTypeID, 'text')),
  }
}

/** One row as an object. `values` are as they came off the wire. */
export function readRow({ keys, parsers }: Reader, values: readonly (string | null)[]) {
  const row: Record<string, unknown> = {}
  for (let index = 0; index < keys.length; index += 1) {
    const value = values[index]
    const key = keys[index] as string
    row[key] = value === null || value === undefined ? null : parsers[index]?.(value)
  }
  return row
}

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils

/** A parameter as it travels: strings as they are, times as ISO, arrays and objects as PostgreSQL and JSON write them. */
export const parameter = (value: unknown): unknown =>
  typeof value === 'string' ? value : value instanceof Date ? value.toISOString() : prepareValue(value)

const names = new Map<string, string>()

function camelCase(column: string): string {
  let key = names.get(column)
  if (key === undefined) {
    key = column.replace(/(?<=[^_])_+(.)/g, (_, first: string) => first.toUpperCase())
    if (names.size < 10_000) names.set(column, key)
  }
  return key
}
