import { isCode, isTest, ourFiles, read } from './source.ts'

/** One place where the product's code writes a table. */
export interface Written {
  /** `src/loop/1-need/need.ts` */
  file: string
  /** As in the database: `feed_entries`. */
  table: string
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Every kind of write that Kysely has; the name of its table must stand there as a text. */
const builder =
  /\b(?:insertInto|replaceInto|updateTable|deleteFrom|mergeInto)\(\s*(?:(['"`])(\w+)(?: as \w+)?\1|([^)\n]*))/g
/** Every statement of SQL that writes rows. */
const statement =
  /\b(?:insert\s+into|update(?!\s+(?:set|of|skip|nowait)\b)|delete\s+from|merge\s+into|truncate(?:\s+table)?|copy)\s+(?:only\s+)?(?:public\.)?"?(\w+)"?/gi

/** The tables that a text of code writes; a table whose name is only known when it runs is called `?`. */
export const tablesWrittenIn = (text: string): string[] => [
  ...[...text.matchAll(builder)].map(([, , name]) => (name ? snake(name) : '?')),
  ...[...text.matchAll(statement)].map(([, name = '']) => name.toLowerCase()),
]

/** Every write in the product's own code. */
export const writesOf = (files: readonly string[]): Written[] =>
  files
    .filter((file) => file.startsWith('src/') && isCode(file) && !isTest(file))
    .flatMap((file) => tablesWrittenIn(read(file)).map((table) => ({ file, table })))

/** Where tables are written that belong to no module's README: the machinery's own, and the demo's. */
const elsewhere: Record<string, string> = {
  facts: 'src/record.ts',
  deliveries: 'src/app/react.ts',
  idempotency_keys: 'src/platform/http/idempotency.ts',
  door_answers: 'src/platform/http/door-answers.ts',
  throttles: 'src/platform/throttle.ts',
  schema_migrations: 'src/platform/db/migrate.ts',
  application_login: 'src/platform/db/migrate.ts',
  demo_builds: 'src/app/demo/',
}

/** What a section of a module's README says. */
export const sectionOf = (readme: string, name: string): string =>
  readme
    .split(/^## /m)
    .find((part) => part.startsWith(`${name}\n`))
    ?.slice(name.length)
    .trim() ?? ''

/** Who writes each table: a module's folder, as its README says under Tables, or a place of the machinery. */
export function ownersOfTables(): Map<string, string[]> {
  const owners = new Map<string, string[]>()
  const own = (table: string, place: string) => owners.set(table, [...(owners.get(table) ?? []), place])
  for (const [table, place] of Object.entries(elsewhere)) own(table, place)
  for (const file of ourFiles().filter((one) => /^src\/.*\/README\.md$/.test(one)))
    for (const [table] of sectionOf(read(file), 'Tables')
      .replace(/\([^)]*\)/g, '')
      .matchAll(/\b[a-z_]+\b/g))
      own(table, file.replace('README.md', ''))
  return owners
}
