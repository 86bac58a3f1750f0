import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '#platform/log'
import { hasOtherHolders, hold, isAlive, runningServer, withLock } from './postgres-holders.ts'
import { type PostgresHome, prepareHome } from './postgres-home.ts'

export interface LocalPostgres {
  /** The database `cairn`, as its owner. */
  url: string
  /** Lets go of it; the last process that uses it stops it. */
  stop: () => Promise<void>
}

export interface LocalPostgresOptions {
  dataDir: string
  log: Log
  /** For tests: no waiting for the disk. What a power cut would lose is of no value there. */
  fast?: boolean
}

const common = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '120',
  jit: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
}
const unsafe = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * The embedded PostgreSQL of a data folder: initialized when new, started when it does not run, shared when it
 * does. Throws an Error whose message says what to do when the folder is of another version or not ours.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const home = prepareHome(options.dataDir)
  if (home.moved)
    options.log.info(`The database is kept in ${home.folder}, where the account that runs it can reach it.`)
  return withLock(home, async () => {
    const letGo = hold(home)
    try {
      if (!existsSync(join(home.cluster, 'PG_VERSION'))) initialize(home)
      refuseOtherVersion(home)
      const port = runningServer(home)?.port ?? (await start(home, options.fast ?? false))
      const url = `postgres://cairn:${passwordOf(home)}@127.0.0.1:${port}/cairn`
      await ready(home, url)
      return { url, stop: () => stop(home, letGo) }
    } catch (error) {
      letGo()
      throw error
    }
  })
}

const passwordOf = (home: PostgresHome) => readFileSync(join(home.folder, 'password'), 'utf8')

function initialize(home: PostgresHome): void {
  const file = join(home.folder, 'password')
  rmSync(home.cluster, { recursive: true, force: true })
  writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (home.account) chownSync(file, home.account.uid, home.account.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const done = spawnSync(
    join(home.bin, 'initdb'),
    [
      '-D',
      home.cluster,
      '-U',
      'cairn',
      '-A',
      'scram-sha-256',
      `--pwfile=${file}`,
      '--no-instructions',
      ...locale,
    ],
    { cwd: home.folder, encoding: 'utf8', ...home.account },
  )
  if (done.status === 0) return
  rmSync(home.cluster, { recursive: true, force: true })
  throw new Error(`The database could not be made in ${home.folder}: ${done.error?.message ?? done.stderr}`)
}

function refuseOtherVersion(home: PostgresHome): void {
  const found = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim()
  const said = spawnSync(join(home.bin, 'postgres'), ['--version'], {
    cwd: home.folder,
    encoding: 'utf8',
    ...home.account,
  })
  const ours = said.stdout?.match(/(\d+)/)?.[1]
  if (found === ours) return
  throw new Error(
    `DATA_DIR: the database in ${home.folder} was made by PostgreSQL ${found}; this Cairn brings ${ours}. ` +
      'Nothing was touched. Start the Cairn that made it, or set DATA_DIR to another folder.',
  )
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function start(home: PostgresHome, fast: boolean): Promise<number> {
  const port = await freePort()
  const flags = Object.entries({ ...common, ...(fast && unsafe) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const log = openSync(join(home.folder, 'server.log'), 'a')
  const server = spawn(join(home.bin, 'postgres'), ['-D', home.cluster, '-p', String(port), ...flags], {
    cwd: home.folder,
    stdio: ['ignore', log, log],
    detached: true,
    ...home.account,
  })
  server.on('error', () => undefined)
  server.unref()
  return port
}

/** Waits until the server answers and has our database. Throws with the end of its log when it gives up. */
async function ready(home: PostgresHome, url: string): Promise<void> {
  let last: unknown
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      return await ensureDatabase(url)
    } catch (error) {
      last = error
    }
    if (tries > 40 && !runningServer(home)) break
    await pause(50)
  }
  const tail = readFileSync(join(home.folder, 'server.log'), 'utf8').split('\n').slice(-12).join('\n')
  throw new Error(`PostgreSQL did not start in ${home.folder}. The end of its log:\n${tail}`, { cause: last })
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/cairn$/, '/postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'cairn'")
    if (!rowCount) await client.query('create database cairn')
  } finally {
    await client.end()
  }
}

async function stop(home: PostgresHome, letGo: () => void): Promise<void> {
  await withLock(home, async () => {
    letGo()
    const server = runningServer(home)
    if (!server || hasOtherHolders(home)) return
    process.kill(server.pid, 'SIGINT')
    for (let tries = 0; tries < 400 && isAlive(server.pid); tries += 1) await pause(25)
  })
}
