import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownerPoolAt } from './setup/company.ts'
import { type External, externalPostgres } from './setup/external.ts'
import { freePort, launchServer, startServer } from './setup/server.ts'

/** What stands in the way of a start is said in plain words that name the setting, and nothing is touched. */
let databases: string
let folder: string
let external: External

beforeAll(async () => {
  databases = mkdtempSync(join(tmpdir(), 'cairn-start-'))
  chmodSync(databases, 0o755)
  external = await externalPostgres(databases)
  await asSuperuser('postgres', (pool) => pool.query('create role cairn_app'))
})
afterAll(async () => {
  await external.go()
  rmSync(databases, { recursive: true, force: true })
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-start-data-'))
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a start that must fail says for an operator, and what it logs beside that. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const port = String(await freePort())
  const { child, ended, said } = launchServer({ DATA_DIR: folder, PORT: port, ...settings })
  await expect.poll(said).toMatch(/Cairn (cannot start|is ready)/)
  child.kill('SIGTERM')
  expect(await ended).toBe(1)
  const [log = '', words = ''] = said().split('\nCairn cannot start.\n')
  expect(log).not.toContain('"error"')
  expect(words).not.toMatch(/\n\s+at /)
  return words.trim()
}

const urlWith = (
  change: Partial<Record<'username' | 'password' | 'pathname' | 'port' | 'hostname', string>>,
) => Object.assign(new URL(external.url), change).href

/** Does something as the superuser in one of the external databases. */
async function asSuperuser<T>(database: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const pool = ownerPoolAt(urlWith({ pathname: database }))
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

/** A new database with an owner who has, or lacks, what Cairn asks for. */
async function ownedDatabase(name: string, rights = 'createrole', shared = true): Promise<string> {
  await asSuperuser('postgres', async (pool) => {
    await pool.query(`create role ${name} login password 'secret' ${rights}`)
    await pool.query(`create database ${name} owner ${name}`)
    if (shared) await pool.query(`grant cairn_app to ${name} with admin option`)
  })
  return urlWith({ username: name, password: 'secret', pathname: name })
}

const tablesOf = (database: string) =>
  asSuperuser(database, async (pool) => {
    const { rows } = await pool.query(`select schemaname || '.' || tablename as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`)
    return rows.map(({ name }) => name)
  })

test('a port that is in use is named, with the way to find who has it', async () => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) =>
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
  )
  const said = await refusal({
    DATABASE_URL: await ownedDatabase('port_taken'),
    PORT: String(port),
  })
  taken.close()
  expect(said).toMatch(
    new RegExp(`^PORT: ${port} is in use by another program \\(lsof -i :${port} tells which\\)`),
  )
})

test('an address that is not this machine’s is named', async () => {
  const url = await ownedDatabase('wrong_host')
  expect(await refusal({ DATABASE_URL: url, HOST: '192.0.2.1' })).toMatch(
    /^HOST: 192\.0\.2\.1 is no address of/,
  )
})

test('a database that does not answer is named by host and port, without its password', async () => {
  const port = String(await freePort())
  const said = await refusal({ DATABASE_URL: urlWith({ port, password: 'hunter2' }) })
  expect(said).toMatch(
    new RegExp(`^DATABASE_URL: no PostgreSQL answers at 127\\.0\\.0\\.1, port ${port}\\. Start it`),
  )
  expect(said).not.toContain('hunter2')
})

test('a host that has no address is named', async () => {
  const said = await refusal({ DATABASE_URL: urlWith({ hostname: 'db.invalid' }) })
  expect(said).toMatch(/^DATABASE_URL: the name db\.invalid leads nowhere\./)
})

test('a wrong password is called one that PostgreSQL does not accept, and is not repeated', async () => {
  const said = await refusal({ DATABASE_URL: urlWith({ password: 'hunter2' }) })
  expect(said).toMatch(
    /^DATABASE_URL: PostgreSQL does not let user “cairn” in\. Correct the user and the password/,
  )
  expect(said).not.toContain('hunter2')
})

test('a database without TLS is named, when the address asks for it', async () => {
  const said = await refusal({ DATABASE_URL: `${external.url}?sslmode=require` })
  expect(said).toMatch(/^DATABASE_URL: PostgreSQL at 127\.0\.0\.1 speaks no TLS\. Remove sslmode/)
})

test('a database that is not there is named, with the statement that makes it', async () => {
  const said = await refusal({ DATABASE_URL: urlWith({ pathname: 'nowhere' }) })
  expect(said).toMatch(
    /^DATABASE_URL: there is no database “nowhere”\..* create database nowhere owner cairn;/,
  )
})

test('a user without the right to make a role is told which statement gives it', async () => {
  const said = await refusal({ DATABASE_URL: await ownedDatabase('no_rights', 'nocreaterole') })
  expect(said).toMatch(/^DATABASE_URL: user “no_rights” lacks a right\..* alter role no_rights createrole;/)
})

test('on a server where another Cairn lives, its owner is told how to share the role', async () => {
  const said = await refusal({ DATABASE_URL: await ownedDatabase('second', 'createrole', false) })
  expect(said).toMatch(
    /^DATABASE_URL: user “second” lacks a right\..* grant cairn_app to second with admin option;/,
  )
})

test('a user who does not own the database is told who can help', async () => {
  await ownedDatabase('owned')
  await ownedDatabase('stranger')
  const url = urlWith({ username: 'stranger', password: 'secret', pathname: 'owned' })
  expect(await refusal({ DATABASE_URL: url })).toMatch(
    /^DATABASE_URL: user “stranger” lacks a right\..* alter database owned owner to stranger;/,
  )
  expect(await tablesOf('owned')).toEqual([])
})

test('an older PostgreSQL is refused by its number, and left untouched', async () => {
  const url = await ownedDatabase('old_one')
  await asSuperuser('old_one', async (pool) => {
    await pool.query('create schema old')
    await pool.query(
      `create function old.current_setting(text) returns text language sql as $$ select '140012' $$`,
    )
    await pool.query('grant usage on schema old to old_one')
    await pool.query('alter database old_one set search_path = old, pg_catalog')
  })
  expect(await refusal({ DATABASE_URL: url })).toBe(
    'DATABASE_URL: PostgreSQL 15 or newer is needed; this server is PostgreSQL 14.',
  )
  expect(await tablesOf('old_one')).toEqual([])
})

test('a database that a newer Cairn has used is refused, and left untouched', async () => {
  const url = await ownedDatabase('newer')
  const server = await startServer({ DATA_DIR: folder, DATABASE_URL: url, PORT: String(await freePort()) })
  await server.end()
  await asSuperuser('newer', (pool) =>
    pool.query(`insert into schema_migrations (name, hash) values ('9999_of_the_future.sql', 'x')`),
  )
  const before = await tablesOf('newer')
  expect(await refusal({ DATABASE_URL: url })).toMatch(
    /^DATA_DIR or DATABASE_URL: .* a newer Cairn has used it: 9999_of_the_future\.sql is not known here\. Nothing was touched\./,
  )
  expect(await tablesOf('newer')).toEqual(before)
})

test('a data folder that cannot be used is named, whichever database there is', async () => {
  const url = await ownedDatabase('no_folder')
  const file = join(folder, 'a-note')
  writeFileSync(file, 'in the way')
  for (const database of [{}, { DATABASE_URL: url }])
    expect(await refusal({ DATA_DIR: join(file, 'data'), ...database })).toMatch(
      /^DATA_DIR: .* there is a file where a folder is needed\./,
    )
  expect(await tablesOf('no_folder')).toEqual([])
})

test('the embedded database of another PostgreSQL is refused by a whole start too, and left untouched', async () => {
  const cluster = join(folder, 'postgres', 'cluster')
  mkdirSync(cluster, { recursive: true })
  appendFileSync(join(cluster, 'PG_VERSION'), '16\n')
  expect(await refusal({})).toMatch(
    /^DATA_DIR: .* was made by PostgreSQL 16; this Cairn brings 18\. Nothing was touched/,
  )
  expect(readdirSync(cluster)).toEqual(['PG_VERSION'])
})
