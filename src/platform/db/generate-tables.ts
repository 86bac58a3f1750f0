import { writeFile } from 'node:fs/promises'
import pg from 'pg'

/**
 * Writes tables.ts, the types of every table, from a migrated database. Run by `npm run check` against a fresh
 * template, so that the file can never say something else than the migrations.
 */
const scalars: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  bytea: 'Buffer',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  timestamptz: 'Moment',
  jsonb: 'Json',
  tsvector: 'string',
}

interface Column {
  table: string
  name: string
  type: string
  nullable: boolean
  defaulted: boolean
  generated: boolean
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string) => camel(`_${name}`)

function typeOf(column: Column): string {
  const scalar = column.type.startsWith('_') ? `${scalars[column.type.slice(1)]}[]` : scalars[column.type]
  if (!scalar) throw new Error(`No TypeScript type for ${column.type} of ${column.table}.${column.name}.`)
  const type = column.nullable ? `${scalar} | null` : scalar
  if (column.generated) return `GeneratedAlways<${type}>`
  if (column.defaulted && scalar === 'Json') return 'ColumnType<unknown, string | undefined, string>'
  return column.defaulted ? `Generated<${type}>` : type
}

/** The text of tables.ts for the database behind `client`. */
export async function tablesText(client: pg.Client | pg.PoolClient): Promise<string> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
      a.atthasdef and a.attgenerated = '' as defaulted, a.attgenerated <> '' as generated
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and a.attnum > 0 and not a.attisdropped and c.relname not in ('schema_migrations', 'application_login')
    order by c.relname, a.attnum`)
  const tables = Map.groupBy(rows, (row) => row.table)
  const interfaces = [...tables].map(([table, columns]) => {
    const lines = columns.map((column) => `  ${camel(column.name)}: ${typeOf(column)}`)
    return `export interface ${pascal(table)} {\n${lines.join('\n')}\n}\n`
  })
  const entries = [...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)}`)
  return `// Generated from db/migrations by src/platform/db/generate-tables.ts. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as an ISO string, written as a Date or an ISO string. */
export type Moment = ColumnType<string, Date | string, Date | string>

/** Read as parsed JSON, written as a JSON string. */
export type Json = ColumnType<unknown, string, string>

${interfaces.join('\n')}
export interface Tables {
${entries.join('\n')}
}
`
}

if (import.meta.main) {
  const client = new pg.Client({ connectionString: process.argv[2] })
  await client.connect()
  await writeFile(new URL('./tables.ts', import.meta.url), await tablesText(client))
  await client.end()
}
