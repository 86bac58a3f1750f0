import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '#platform/log'
import { isRunning } from '../lock.mjs'
import { type LocalPostgres, startLocalPostgres } from './local-postgres.ts'
import { runningServer } from './postgres-server.ts'

const asRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534 }
const module = new URL('./local-postgres.ts', import.meta.url).href
const root = fileURLToPath(new URL('../../../', import.meta.url))

let dataDir: string
let children: ChildProcess[]
let said: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'cairn-local-'))
  chmodSync(dataDir, 0o755)
  children = []
  said = ''
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await expect.poll(() => runningServer(cluster())).toBeNull()
  rmSync(dataDir, { recursive: true, force: true })
})

const cluster = () => join(dataDir, 'postgres', 'cluster')
const log = createLog('info', { write: (text) => (said += text) })
const start = (fast = true) => startLocalPostgres({ dataDir, log, fast })

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** Another process that uses the folder until its input ends. Gives what it got, or how it failed. */
async function other(account: { uid?: number; gid?: number } = {}) {
  const code = `
    import { startLocalPostgres } from '${module}'
    const silent = () => {}
    const log = { debug: silent, info: silent, warn: silent, error: silent }
    const got = await startLocalPostgres({ dataDir: '${dataDir}', log, fast: true }).catch((error) => error.message)
    console.log(JSON.stringify(got))
    if (got.stop) process.stdin.on('end', got.stop).resume()
    else process.exit(1)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    ...account,
  })
  children.push(child)
  const [line] = await once(child.stdout, 'data')
  return { child, got: JSON.parse(String(line)) as LocalPostgres | string }
}
const urlOf = ({ got }: { got: LocalPostgres | string }) => (typeof got === 'string' ? got : got.url)

test('a database is there, owned by a superuser whose password is in a file that nobody else reads', async () => {
  const { url, version, stop } = await start()
  expect(version).toMatch(/^18\./)
  const text =
    'select current_user as who, current_database() as name, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()'
  expect(await query(url, text)).toEqual([{ who: 'cairn', name: 'cairn', encoding: 'UTF8' }])
  expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600)
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'select')).rejects.toThrow('password')
  await stop()
  expect(runningServer(cluster())).toBeNull()
})

test('what was committed is there after a restart', async () => {
  const first = await start()
  await query(first.url, 'create table kept as select 1 as one')
  await first.stop()
  const second = await start()
  expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }])
  await second.stop()
})

test('processes that start at once on a new folder share one server, and the last to leave stops it', async () => {
  const all = await Promise.all([other(), other(), other(), other()])
  expect(new Set(all.map(urlOf)).size).toBe(1)
  const [last, ...others] = all
  for (const { child } of others) child.stdin?.end()
  await Promise.all(others.map(({ child }) => once(child, 'exit')))
  expect(await query(urlOf(last as (typeof all)[number]), 'select 1 as one')).toEqual([{ one: 1 }])
  last?.child.stdin?.end()
  await once(last?.child as ChildProcess, 'exit')
  expect(runningServer(cluster())).toBeNull()
})

test('a process that is killed leaves no server, no watchdog and no entry behind', async () => {
  const { child } = await other()
  const server = runningServer(cluster())
  child.kill('SIGKILL')
  await expect.poll(() => server && isRunning(server.pid)).toBe(false)
  await expect.poll(() => readdirSync(join(dataDir, 'postgres', 'holders'))).toEqual([])
  await expect.poll(watchdogs).toEqual([])
})

test('a process that is killed does not take the database from another one', async () => {
  const [one, two] = [await other(), await other()]
  one.child.kill('SIGKILL')
  await expect.poll(() => readdirSync(join(dataDir, 'postgres', 'holders'))).toHaveLength(1)
  expect(await query(urlOf(two), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server that is killed comes back on its port with what was committed', async () => {
  const { url, stop } = await start(false)
  await query(url, 'create table kept as select 1 as one')
  process.kill(runningServer(cluster())?.pid ?? 0, 'SIGKILL')
  const again = () => query(url, 'select one from kept').catch((error) => error.code)
  await expect.poll(again).toEqual([{ one: 1 }])
  expect(said).toContain('PostgreSQL stopped; starting it again')
  await stop()
  expect(runningServer(cluster())).toBeNull()
})

test('a server that lost everyone who used it is used again, and stopped by the next to leave', async () => {
  const { child, got } = await other()
  for (const pid of watchdogs()) process.kill(pid, 'SIGKILL')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const { url, stop } = await start()
  expect(url).toBe(urlOf({ got }))
  await stop()
  expect(runningServer(cluster())).toBeNull()
})

test('after a power cut the database starts, whoever has the number of the old server now', async () => {
  const first = await start()
  const note = readFileSync(join(cluster(), 'postmaster.pid'), 'utf8')
  await first.stop()
  for (const pid of [4_194_000, process.pid, 1]) {
    writeFileSync(join(cluster(), 'postmaster.pid'), note.replace(/^\d+/, String(pid)))
    if (asRoot) chownSync(join(cluster(), 'postmaster.pid'), statSync(cluster()).uid, statSync(cluster()).gid)
    const { url, stop } = await start()
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  }
})

test('started as root it runs as an unprivileged account, which reaches its files nowhere but where root says', async ({
  skip,
}) => {
  if (!asRoot) skip('this run is not root')
  chmodSync(dataDir, 0o700)
  const { url, stop } = await start()
  const place = said.match(/kept in (\/var\/lib\/cairn\/\w+),/)?.[1] ?? ''
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  const server = runningServer(join(place, 'cluster'))
  expect(statSync(`/proc/${server?.pid}`).uid).not.toBe(0)
  await stop()
  rmSync(place, { recursive: true })
})

test('an ordinary user starts it alike, and root then serves what that user made', async ({ skip }) => {
  if (!asRoot) skip('only root can become another user')
  chownSync(dataDir, nobody.uid, nobody.gid)
  const { child, got } = await other(nobody)
  expect(urlOf({ got })).toMatch(/^postgres:/)
  expect(statSync(`/proc/${runningServer(cluster())?.pid}`).uid).toBe(nobody.uid)
  child.stdin?.end()
  await once(child, 'exit')
  const { stop } = await start()
  expect(statSync(`/proc/${runningServer(cluster())?.pid}`).uid).toBe(nobody.uid)
  await stop()
})

test('a folder that may not be written is said to be one', async ({ skip }) => {
  if (!asRoot) skip('only root can become another user')
  expect(urlOf(await other(nobody))).toMatch(
    /^DATA_DIR: .* Cairn may not write there\. Give it the right, or set DATA_DIR/,
  )
})

test('a user that has only a number is told why there is no database', async ({ skip }) => {
  if (!asRoot) skip('only root can become another user')
  const nameless = { uid: 61_234, gid: 61_234 }
  chownSync(dataDir, nameless.uid, nameless.gid)
  expect(urlOf(await other(nameless))).toMatch(/^DATABASE_URL: user 61234 has no name in \/etc\/passwd/)
})

/** The shells that wait for the end of those who use the folder. */
function watchdogs(): number[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  const lines = stdout
    .split('\n')
    .filter((line) => line.includes('release-postgres.ts') && line.includes(dataDir))
  return lines.map((line) => Number.parseInt(line, 10)).filter((pid) => pid > 0)
}
