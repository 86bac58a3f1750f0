import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { ourFiles, read } from './source.ts'
import { openWorld } from './world.ts'
import { ownersOfTables, tablesWrittenIn, writesOf } from './written.ts'

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

// An index of the rows whose key is there is enough: a key that is not there refers to nothing.
test('every foreign key is found by an index that begins with its columns', async () => {
  const found = await rows<{
    name: string
  }>(`select c.conrelid::regclass || '.' || c.conname as name from pg_constraint c
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace
    and not exists (select from pg_inherits h where h.inhrelid = c.conrelid)
    and not exists (select from pg_index i where i.indrelid = c.conrelid and (i.indpred is null or exists (
        select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)
        and pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))
      and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`)
  expect(found.map(({ name }) => name)).toEqual([])
})

test('a foreign key between tables of organizations holds within the organization', async () => {
  const found = await rows<{ name: string; inside: boolean }>(`
    select c.conrelid::regclass || '.' || c.conname as name,
      (select a.attname = 'org_id' and b.attname = 'org_id' from pg_attribute a, pg_attribute b
        where a.attrelid = c.conrelid and a.attnum = c.conkey[1]
        and b.attrelid = c.confrelid and b.attnum = c.confkey[1]) as inside
    from pg_constraint c join (${tables}) t on t.oid = c.conrelid where c.contype = 'f'`)
  expect(found.length).toBeGreaterThan(30)
  expect(found.filter(({ inside }) => !inside)).toEqual([])
})

test('beside the tables of organizations the application reads three: tries and answers at doors, and how far the demo is', async () => {
  const found = await rows<{ name: string }>(`select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and not (c.relrowsecurity and c.relforcerowsecurity)
    and has_table_privilege('cairn_app', c.oid, 'select, insert, update, delete, truncate')`)
  expect(found.map(({ name }) => name).sort()).toEqual(['demo_builds', 'door_answers', 'throttles'])
})

test('every rule by which the application sees rows asks for its organization', async () => {
  const asks = "(org_id = (current_setting('app.org'::text))::uuid)"
  const found = await rows<{ name: string; to: string[]; reads: string; writes: string | null }>(`
    select tablename || '.' || policyname as name, roles::text[] as to, qual as reads, with_check as writes
    from pg_policies where schemaname = 'public'`)
  const open = found.filter(({ to }) => to.includes('cairn_app') || to.includes('public'))
  expect(open.length).toBeGreaterThan(25)
  expect(open.filter(({ reads, writes }) => reads !== asks || writes !== asks)).toEqual([])
})

/** What the application may ask of the owner, who sees more than one organization; each with its reason in ARCHITECTURE.md. */
const asOwner = [
  'enqueue',
  'find_entries',
  'find_organizations',
  'find_sign_in',
  'forget_old',
  'forget_old_misses',
  'forget_old_traces',
  'forget_unfinished_uploads',
  'prepare_fact_partitions',
  'schedule_upkeep',
  'traces_near',
]

test('nobody but the application may ask the owner to look past row-level security, and only for this', async () => {
  const found = await rows<{ name: string; everybody: boolean; application: boolean; bounded: boolean }>(`
    select p.proname as name, has_function_privilege('public', p.oid, 'execute') as everybody,
      has_function_privilege('cairn_app', p.oid, 'execute') as application,
      coalesce(p.proconfig::text like '%search_path%', false) as bounded
    from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace order by p.proname`)
  const wanted = { everybody: false, application: true, bounded: true }
  expect(found).toEqual(asOwner.map((name) => ({ name, ...wanted })))
  for (const name of asOwner) expect(read('ARCHITECTURE.md')).toContain(`\`${name}\``)
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

const everyTable = `select c.oid, c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`

/** What the database writes itself (docs/decisions/0040). */
const writtenByTriggers = ['ledger_entries']

test('every table has one owner, and only the owner writes it', async () => {
  const owners = ownersOfTables()
  const there = (await rows<{ name: string }>(everyTable)).map(({ name }) => name)
  expect(there.map((name) => [name, owners.get(name)?.length])).toEqual(there.map((name) => [name, 1]))
  expect([...owners.keys()].filter((name) => !there.includes(name))).toEqual([])
  const found = writesOf(ourFiles()).filter(({ table }) => table === '?' || there.includes(table))
  const written = new Set(found.map(({ table }) => table))
  expect(there.filter((name) => !written.has(name))).toEqual(writtenByTriggers)
  const wrong = found.filter(({ file, table }) => !file.startsWith(owners.get(table)?.[0] ?? '?'))
  expect(wrong).toEqual([])
})

test.each([
  ["db.insertInto('feedEntries')", 'feed_entries'],
  ["db.updateTable('needs as n')", 'needs'],
  ["db.deleteFrom(\n  'voices')", 'voices'],
  ["db.mergeInto('needs')", 'needs'],
  ['db.insertInto(table)', '?'],
  ['Insert  Into\n needs (id)', 'needs'],
  ['update only public.needs n set x = 1', 'needs'],
  ['with gone as (delete from "needs") select', 'needs'],
  ['merge into needs using', 'needs'],
  ['truncate table needs', 'needs'],
])('%s is seen as a write', (text, table) => {
  expect(tablesWrittenIn(text)).toEqual([table])
})

test('nothing writes behind the code: there are no rules, and no triggers but those of the ledger', async () => {
  const found = await rows<{ name: string }>(`select distinct c.relname as name from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relnamespace = 'public'::regnamespace order by 1`)
  expect(found.map(({ name }) => name)).toEqual(['ledger_accounts', 'ledger_entries', 'ledger_transactions'])
  expect(await rows(`select rulename from pg_rules where schemaname = 'public'`)).toEqual([])
})
