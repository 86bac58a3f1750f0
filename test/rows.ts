import { expect } from 'vitest'
import type { World } from './world.ts'

/** Everything that is stored of an organization, table by table, as the product may read it. */
export async function rowsOf(world: World, org: string): Promise<Record<string, unknown[]>> {
  const tables = await world.stored<{ name: string }>(
    org,
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and has_table_privilege(c.oid, 'select')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)`,
  )
  expect(tables.length).toBeGreaterThan(25)
  const found: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    const rows = await world.stored<{ row: unknown }>(
      org,
      `select to_jsonb(t) as row from "${name}" t where t.org_id = $1 order by to_jsonb(t)::text`,
      org,
    )
    found[name] = rows.map(({ row }) => row)
  }
  return found
}

/** Every text in a value, however deep. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
