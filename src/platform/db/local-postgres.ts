import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '#platform/log'
import { isRunning } from '../lock.mjs'
import { initialize, passwordOf, refuseOtherVersion } from './postgres-cluster.ts'
import { hold, stopUnlessHeld, withPostgresLock } from './postgres-holders.ts'
import { explained, type PostgresHome, prepareHome } from './postgres-home.ts'
import { type RunningServer, runningServer, startServer } from './postgres-server.ts'

/** A PostgreSQL that runs on a folder of this machine, and is shared by all processes that ask for that folder. */
export interface LocalPostgres {
  /** The database `cairn`, as its owner, who is the server's superuser. */
  url: string
  /** `18.4` */
  version: string
  /** Lets go of it; the last process that uses it stops it. */
  stop: () => Promise<void>
}

export interface LocalPostgresOptions {
  dataDir: string
  log: Log
  /** For tests: no waiting for the disk. */
  fast?: boolean
  /** A folder with other PostgreSQL programs than those that npm installed. */
  bin?: string
}

const watchEvery = 1000

/**
 * The PostgreSQL of a data folder: initialized when the folder is new, started when it does not run, shared when it
 * does, started again on the same port when it is killed. Throws ConfigError, whose message says what to do, when
 * the folder holds another version's database, cannot be written, or the disk is full.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const { dataDir, log, fast: hurry = false, bin } = options
  const home = await prepareHome(dataDir, bin)
  refuseOtherVersion(home)
  if (home.moved)
    log.info(`The database is kept in ${home.folder}, where the account that runs it can reach it.`)
  return withPostgresLock(home.folder, async () => {
    const held = hold(home.folder, home.cluster)
    try {
      if (!existsSync(home.cluster)) initialize(home, hurry)
      const server = (await attach(home)) ?? (await startServer(home, { hurry }))
      const url = `postgres://cairn:${passwordOf(home)}@127.0.0.1:${server.port}/cairn`
      await ensureDatabase(url)
      const unwatch = keepRunning(home, server, hurry, log)
      return { url, version: home.version, stop: () => stop(home, unwatch, held.end, log) }
    } catch (error) {
      held.end()
      await stopUnlessHeld(home.folder, home.cluster)
      throw explained(error, home.folder)
    }
  })
}

/** The server that runs already, when it takes connections; null once there is none. */
async function attach(home: PostgresHome): Promise<RunningServer | null> {
  for (;;) {
    const server = runningServer(home.cluster)
    if (!server || server.status === 'ready') return server
    await pause(50)
  }
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

/** Starts the server again whenever it is gone. Returns how to end that, once it is not in the middle of it. */
function keepRunning(
  home: PostgresHome,
  first: RunningServer,
  hurry: boolean,
  log: Log,
): () => Promise<void> {
  const { port } = first
  let pid = first.pid
  let revival = Promise.resolve()
  let busy = false
  let complaint = ''
  const complain = (error: Error) => {
    // The end of its log, which the message may hold, has a new time in it at every try.
    const kind = error.message.replace(/\d+/g, '')
    if (kind === complaint) return
    complaint = kind
    log.error('PostgreSQL cannot be started again; it is tried every second', { error })
  }
  const revive = () =>
    withPostgresLock(home.folder, async () => {
      const other = await attach(home)
      if (!other && !complaint) log.warn('PostgreSQL stopped; starting it again')
      pid = (other ?? (await startServer(home, { hurry, port }))).pid
      complaint = ''
    })
  const timer = setInterval(() => {
    if (busy || isRunning(pid)) return
    busy = true
    revival = revive()
      .catch(complain)
      .finally(() => (busy = false))
  }, watchEvery)
  timer.unref()
  return () => {
    clearInterval(timer)
    return revival
  }
}

async function stop(
  home: PostgresHome,
  unwatch: () => Promise<void>,
  letGo: () => void,
  log: Log,
): Promise<void> {
  await unwatch()
  await withPostgresLock(home.folder, async () => {
    letGo()
    if (await stopUnlessHeld(home.folder, home.cluster)) return
    log.warn('PostgreSQL was told to stop and is taking its time', { folder: home.folder })
  })
}
