import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { ConfigError } from '#platform/config'
import { connect } from './connect.ts'

const folder = new URL('../../../db/migrations/', import.meta.url)
const lockKey = 4_203_118

/**
 * Brings the database at `ownerUrl` up to date: the job queue's tables, then each file of db/migrations once, in
 * order, each in a transaction. Returns the URL of the role the application runs as, which owns nothing.
 * Two servers starting at once wait for one another. Throws ConfigError, before anything is touched, when the server
 * is too old, or the database is a newer Cairn's.
 */
export async function migrate(ownerUrl: string, onError: (error: Error) => void): Promise<string> {
  const pool = connect(ownerUrl, { max: 2, onError })
  try {
    const client = await pool.connect()
    try {
      await client.query('select pg_advisory_lock($1)', [lockKey])
      await refuseOldServer(client)
      const files = await readFiles()
      await refuseForeignHistory(client, files)
      await prepareRole(client)
      await runMigrations({ pgPool: pool, noPreparedStatements: true })
      await runFiles(client, files)
      const login = await applicationLogin(client)
      await client.query('select prepare_fact_partitions(now())')
      return withLogin(ownerUrl, login)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lockKey])
      client.release()
    }
  } finally {
    await pool.end()
  }
}

async function refuseOldServer(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query("select current_setting('server_version_num')::int as version")
  if (rows[0].version >= 150_000) return
  const found = Math.floor(rows[0].version / 10_000)
  throw new ConfigError(`DATABASE_URL: PostgreSQL 15 or newer is needed; this server is PostgreSQL ${found}.`)
}

async function prepareRole(client: pg.PoolClient): Promise<void> {
  await client.query(
    `do $$ begin create role cairn_app nologin; exception when duplicate_object then null; end $$`,
  )
  await client.query(`create table if not exists schema_migrations (
    name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  await client.query(`create table if not exists application_login (
    singleton boolean primary key default true check (singleton), name text not null, password text not null)`)
}

interface MigrationFile {
  name: string
  text: string
  hash: string
}

async function readFiles(): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
  return names.map((name, i) => {
    const text = texts[i] ?? ''
    return { name, text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

/** What has run here already: each file's hash by its name. */
async function historyOf(client: pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query(`select to_regclass('schema_migrations') as history`)
  if (rows[0].history === null) return new Map()
  const ran = await client.query('select name, hash from schema_migrations order by name')
  return new Map(ran.rows.map(({ name, hash }) => [name, hash]))
}

async function refuseForeignHistory(client: pg.PoolClient, files: MigrationFile[]): Promise<void> {
  for (const [name, hash] of await historyOf(client)) {
    const file = files.find((one) => one.name === name)
    if (file?.hash === hash) continue
    const why = file
      ? `db/migrations/${name} was changed after it had run here.`
      : `a newer Cairn has used it: ${name} is not known here.`
    throw new ConfigError(
      `DATA_DIR or DATABASE_URL: this database does not fit this Cairn; ${why} Nothing was touched. ` +
        'Start the Cairn that used it last, or set DATA_DIR or DATABASE_URL to another one.',
    )
  }
}

async function runFiles(client: pg.PoolClient, files: MigrationFile[]): Promise<void> {
  const history = await historyOf(client)
  for (const file of files) if (!history.has(file.name)) await runFile(client, file)
}

async function runFile(client: pg.PoolClient, { name, text, hash }: MigrationFile): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into schema_migrations (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`db/migrations/${name} failed; nothing of it was kept.`, { cause: error })
  }
}

/** The application's own login: made once per database, kept where only the owner reads it. */
async function applicationLogin(client: pg.PoolClient): Promise<{ name: string; password: string }> {
  const { rows } = await client.query('select name, password from application_login')
  const login = rows[0] ?? {
    name: `cairn_${randomBytes(6).toString('hex')}`,
    password: randomBytes(24).toString('base64url'),
  }
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login.name])
  if (rowCount) return login
  await client.query(`create role ${login.name} login password '${login.password}' in role cairn_app`)
  await client.query(
    'insert into application_login (name, password) values ($1, $2) on conflict (singleton) do nothing',
    [login.name, login.password],
  )
  return login
}

function withLogin(ownerUrl: string, login: { name: string; password: string }): string {
  const url = new URL(ownerUrl)
  url.username = login.name
  url.password = login.password
  return url.href
}
