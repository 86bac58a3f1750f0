import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as feed from '#feed/contract.ts'
import * as needs from '#need/contract.ts'
import { isRunning } from '../src/platform/lock.mjs'
import { companyIn, playerOn, type Wire } from './setup/company.ts'
import { type External, externalPostgres } from './setup/external.ts'
import { databaseOf, freePort, listenAt, type Server, startServer } from './setup/server.ts'

/** The database goes away and comes back, under a server that is never started again. */
const triesInVain = 10
let folder: string
let server: Server
let database: External | null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-outage-'))
  chmodSync(folder, 0o755)
  database = null
})
afterEach(async () => {
  await server.end('SIGKILL')
  await database?.go()
  if (!database) await expect.poll(() => whereItRuns()).toBe('nowhere')
  rmSync(folder, { recursive: true, force: true })
})

function whereItRuns(): string {
  try {
    return databaseOf(folder).url
  } catch {
    return 'nowhere'
  }
}

const start = async (more: Record<string, string> = {}) => {
  const settings = { DATA_DIR: folder, PORT: String(await freePort()), DEMO: 'off', LOG_LEVEL: 'warn' }
  server = await startServer({ ...settings, ...more })
}
const statusOf = async (path: string) => (await fetch(`${server.url}${path}`)).status
const lines = () =>
  server
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
const messages = () => lines().map((line) => (JSON.parse(line) as { message: string }).message)
const times = (text: string) => messages().filter((message) => message.includes(text)).length

async function company(ownerUrl: string) {
  const { root, cast } = await companyIn(ownerUrl)
  const wire: Wire = { url: () => server.url, outcomes: new Map() }
  const raise = (title: string) =>
    playerOn(wire, cast.needs).does(needs.raiseNeed, { body: { title, details: '', groupId: root } })
  const news = async () =>
    (await playerOn(wire, cast.writes).does(feed.getFeed)).items.map(({ need }) => need?.title)
  return { cast, raise, news, wire }
}

test('while the database is away every request gets a 503 that says so, health tells, and the log says it once', async () => {
  database = await externalPostgres(folder)
  await start({ DATABASE_URL: database.url })
  const { cast } = await company(database.url)
  expect(await statusOf('/health')).toBe(200)
  await database.go()

  const cookie = cast.needs.cookie
  const key = () => ({ cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() })
  const many = Array.from({ length: 40 }, (_, i) =>
    i % 2
      ? fetch(`${server.url}/api/needs`, { headers: { cookie } })
      : fetch(`${server.url}/api/needs`, { method: 'POST', headers: key(), body: '{}' }),
  )
  for (const response of await Promise.all(many)) {
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d?$/)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 503, code: 'server.database-away' })
  }
  expect((await fetch(`${server.url}/`)).headers.get('content-type')).toContain('text/html')
  expect(await statusOf('/health')).toBe(503)
  expect(await statusOf('/health/live')).toBe(200)
  await database.come()
  await expect.poll(() => statusOf('/health')).toBe(200)
  expect(times('The database does not answer')).toBe(1)
  await expect.poll(() => times('The database is back')).toBe(1)
  expect(lines().length).toBeLessThan(12)
})

test('requests, jobs and live streams go on by themselves after an outage in which the server tried again and again', async () => {
  database = await externalPostgres(folder)
  await start({ DATABASE_URL: database.url })
  const { cast, raise, news } = await company(database.url)
  const stream = await listenAt(server.url, cast.writes.cookie)
  await raise('Before the outage')
  await expect.poll(news).toEqual(['Before the outage'])
  const before = stream.heard.length
  expect(stream.heard).toContain('needs')

  // In the middle of work: the jobs of this need meet the outage.
  await raise('Right before the outage')
  await database.go()
  await expect.poll(() => times('live updates are interrupted') + times('does not answer')).toBe(1)
  // So long that the listener, the jobs and the pool have each tried again in vain.
  await database.refuse(triesInVain)
  await database.come()
  await expect.poll(() => stream.heard.slice(before)).toContain('*')
  await raise('After the outage')
  await expect.poll(news).toEqual(['After the outage', 'Right before the outage', 'Before the outage'])
  await expect.poll(() => stream.heard.slice(stream.heard.indexOf('*') + 1)).toContain('feed')
  stream.close()
})

test('an embedded PostgreSQL that is killed comes back with its streams, and the log says it in a few lines', async () => {
  await start()
  const { cast, raise, news } = await company(databaseOf(folder).url)
  const stream = await listenAt(server.url, cast.writes.cookie)
  const { pid } = databaseOf(folder)
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => stream.heard).toContain('*')
  await raise('After the kill')
  await expect.poll(news).toEqual(['After the kill'])
  expect(isRunning(pid)).toBe(false)
  expect(times('PostgreSQL stopped; starting it again')).toBe(1)
  expect(times('The database does not answer')).toBe(1)
  expect(lines().length).toBeLessThan(12)
  stream.close()
})

test('a server told to stop while its database is away stops, in order and at once', async () => {
  database = await externalPostgres(folder)
  await start({ DATABASE_URL: database.url })
  await database.go()
  await expect.poll(() => times('does not answer')).toBe(1)
  expect(await server.end('SIGTERM')).toBe(0)
  expect(times('did not close within ten seconds')).toBe(0)
})
