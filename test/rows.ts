import { expect } from 'vitest'
import type { World } from './world.ts'

const tablesOf = `select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and has_table_privilege(c.oid, 'select')
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)`
const questions = new WeakMap<World, Promise<string>>()

/** One question for the rows of every table: to ask for each by itself takes most of the time of the tests that do. */
async function questionFor(world: World, org: string): Promise<string> {
  const tables = await world.stored<{ name: string }>(org, tablesOf)
  expect(tables.length).toBeGreaterThan(25)
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, to_jsonb(t) as row from "${name}" t where t.org_id = $1`,
  )
  return `select name, jsonb_agg(row order by row::text) as rows from (${parts.join(' union all ')}) every group by name`
}

/** Everything that is stored of an organization, table by table, as the product may read it. */
export async function rowsOf(world: World, org: string): Promise<Record<string, unknown[]>> {
  const question = questions.get(world) ?? questionFor(world, org)
  questions.set(world, question)
  const tables = await world.stored<{ name: string; rows: unknown[] }>(org, await question, org)
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))
}

/** Every text in a value, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
