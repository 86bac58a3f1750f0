import { createHash } from 'node:crypto'
import type pg from 'pg'

/** SQL with `$1`-style parameters. */
export interface Statement {
  text: string
  values: readonly unknown[]
}

/** Rows as objects with camelCase names. */
export type Rows = Record<string, unknown>[]

export interface Answer {
  rows: Rows
  command: string
  rowCount: number | null
}

interface Wired {
  connection: { stream: { cork: () => void; uncork: () => void } }
}

/** What is sent within this turn of the event loop travels in one packet: a write to a socket is what costs most. */
export function together(client: pg.PoolClient): void {
  const { stream } = (client as unknown as Wired).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/** Asks one prepared statement. Rows come as arrays from the wire and are named here, once. */
export async function ask(client: pg.PoolClient, { text, values }: Statement): Promise<Answer> {
  const name = nameOf(text)
  together(client)
  const { rows, fields, command, rowCount } = await client.query<unknown[]>({
    ...(name && { name }),
    text,
    values: values as unknown[],
    rowMode: 'array',
  })
  const keys = fields.map((field) => camelCase(field.name))
  return { rows: rows.map((row) => named(keys, row)), command, rowCount }
}

function named(keys: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [index, key] of keys.entries()) row[key] = values[index]
  return row
}

// Statements are prepared by name once per connection. The cap keeps queries whose text varies from filling memory.
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= 1000) return known
  const name = createHash('sha1').update(text).digest('base64url')
  names.set(text, name)
  return name
}

const columns = new Map<string, string>()

function camelCase(column: string): string {
  let key = columns.get(column)
  if (key === undefined) {
    key = column.replace(/(?<=[^_])_+(.)/g, (_, first: string) => first.toUpperCase())
    if (columns.size < 10_000) columns.set(column, key)
  }
  return key
}
