import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { openWorld } from './world.ts'

const world = openWorld()
const rows = async <Row extends object>(sql: string): Promise<Row[]> => (await world.owner.query(sql)).rows

const tables = `select c.oid, c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)`

test('every table with an organization is behind forced row-level security', async () => {
  const found = await rows<{ name: string; secured: boolean; forced: boolean }>(tables)
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter(({ secured, forced }) => !secured || !forced).map(({ name }) => name)).toEqual([])
})

test('every table with an organization has it first in its primary key and in every unique index', async () => {
  const found = await rows<{
    name: string
    index: string
  }>(`select t.name, i.indexrelid::regclass::text as index
    from (${tables}) t join pg_index i on i.indrelid = t.oid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
    where (i.indisprimary or i.indisunique) and a.attname <> 'org_id'`)
  expect(found).toEqual([])
})

test('every foreign key is found by an index that begins with its columns', async () => {
  const found = await rows<{
    name: string
  }>(`select c.conrelid::regclass || '.' || c.conname as name from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
    and not exists (select from pg_inherits h where h.inhrelid = c.conrelid)
    and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
      and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
    and cardinality(c.conkey) > 1`)
  expect(found.map(({ name }) => name)).toEqual([])
})

test('the application owns nothing, and sees neither another organization nor what only the owner may read', async () => {
  const owned = await rows(`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
    where r.rolname like 'cairn_%'`)
  expect(owned).toEqual([])
  const [mine, other] = [await world.organization('Mine'), await world.organization('Other')]
  const { appUrl } = inject('cluster')
  const { rows: named } = await world.owner.query('select current_database() as name')
  const client = new pg.Client({
    connectionString: Object.assign(new URL(appUrl), { pathname: named[0].name }).href,
  })
  await client.connect()
  try {
    await client.query(`select set_config('app.org', '${mine.id}', false)`)
    const seen = await client.query('select distinct org_id from members')
    expect(seen.rows.map(({ org_id }) => org_id)).toEqual([mine.id])
    const write = client.query(`update members set name = 'x' where org_id = '${other.id}'`)
    expect((await write).rowCount).toBe(0)
    await expect(
      client.query(`insert into throttles select 'x', 1, now() from application_login`),
    ).rejects.toThrow('permission denied')
    await expect(client.query('select * from schema_migrations')).rejects.toThrow('permission denied')
    await expect(client.query('select * from graphile_worker._private_jobs')).rejects.toThrow(
      'permission denied',
    )
    await expect(client.query('update facts set type = type')).rejects.toThrow('permission denied')
    await expect(client.query(`select isolate('members')`)).rejects.toThrow('permission denied')
    await expect(client.query('create table public.mine (id int)')).rejects.toThrow('permission denied')
  } finally {
    await client.end()
  }
})

const root = fileURLToPath(new URL('../', import.meta.url))
const folders: Record<string, RegExp> = {
  '0002_people': /^src\/(ground\/people)\//,
  '0003_talk': /^src\/ground\/talk\//,
  '0004_need': /^src\/loop\/1-need\//,
  '0005_leader': /^src\/loop\/2-leader\//,
  '0006_course': /^src\/loop\/3-course\//,
  '0007_validation': /^src\/loop\/4-validation\//,
  '0008_learning': /^src\/loop\/5-learning\//,
  '0009_recognition': /^src\/loop\/6-recognition\//,
  '0010_impact': /^src\/loop\/7-impact\//,
  '0011_commons': /^src\/commons\//,
}
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

test('only the module that owns a table writes it', () => {
  const owners = new Map<string, RegExp>()
  for (const [file, folder] of Object.entries(folders)) {
    const text = readFileSync(join(root, 'db/migrations', `${file}.sql`), 'utf8')
    for (const [, name = ''] of text.matchAll(/create table (\w+)/g)) owners.set(name, folder)
  }
  expect(owners.size).toBeGreaterThan(20)
  const wrong: string[] = []
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  for (const path of files
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `src/${name}`)) {
    const text = readFileSync(join(root, path), 'utf8')
    for (const [name, folder] of owners) {
      const kysely = new RegExp(`(insertInto|updateTable|deleteFrom)\\('${camel(name)}( as \\w+)?'\\)`)
      const sql = new RegExp(`(insert into|update|delete from) ${name}\\b`)
      if ((kysely.test(text) || sql.test(text)) && !folder.test(path)) wrong.push(`${path} writes ${name}`)
    }
  }
  expect(wrong).toEqual([])
})
