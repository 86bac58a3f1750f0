import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect as dial } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as needs from '#need/contract.ts'
import { signOut } from '#people/contract.ts'
import { veiled } from '#platform/topic'
import { isRunning } from '../src/platform/lock.mjs'
import { behind, companyIn, ownerPoolAt, playerOn } from './setup/company.ts'
import { databaseOf, freePort, listenAt, type Server, type Stream, startServer } from './setup/server.ts'
import { playStory } from './setup/story.ts'

/** Two server processes on one database: what is done through one is heard by browsers at the other. */
let folder: string
let one: Server
let other: Server
let company: Awaited<ReturnType<typeof companyIn>>
/** The moment, on this process's clock, from which on the first server is known to hear all that is told. */
let hearing: number

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-live-'))
  chmodSync(folder, 0o755)
  const start = async () =>
    startServer({ DATA_DIR: folder, PORT: String(await freePort()), DEMO: 'off', LOG_LEVEL: 'warn' })
  one = await start()
  other = await start()
  company = await companyIn(databaseOf(folder).url, 50)
})
afterAll(async () => {
  const { pid } = databaseOf(folder)
  await Promise.all([one.end(), other.end()])
  expect(isRunning(pid)).toBe(false)
  rmSync(folder, { recursive: true, force: true })
})

const at = (server: Server) => ({ url: () => server.url, outcomes: new Map() })
const raise = (server: Server, title: string) =>
  playerOn(at(server), company.cast.needs).does(needs.raiseNeed, {
    body: { title, details: '', groupId: company.root },
  })

test('a browser at one server hears what was written through the other', async () => {
  const stream = await listenAt(one.url, company.cast.writes.cookie)
  await raise(other, 'Written through the other')
  await expect.poll(() => stream.heard).toContain('needs')
  hearing = performance.now()
  stream.close()
})

test('a hint to some people reaches them at every server, and nobody else', async () => {
  const { writes, reviews } = company.cast
  const [mine, mineToo, theirs] = [
    await listenAt(one.url, writes.cookie),
    await listenAt(other.url, writes.cookie),
    await listenAt(one.url, reviews.cookie),
  ]
  const body = { title: 'A course of mine', groupId: company.root }
  await playerOn(at(other), writes).does(courses.createCourse, { body })
  await raise(other, 'A need that everybody hears of')
  await expect.poll(() => [mine, mineToo, theirs].every(({ heard }) => heard.includes('needs'))).toBe(true)
  expect(mine.heard).toContain('my-courses')
  expect(mineToo.heard).toContain('my-courses')
  expect(theirs.heard).not.toContain('my-courses')
  for (const stream of [mine, mineToo, theirs]) stream.close()
})

test('who has been reading before they listen is told first what was told meanwhile, if it is for them, and all of it when it is long ago', async () => {
  const { writes, reviews } = company.cast
  const witness = await listenAt(one.url, writes.cookie)
  const body = { title: 'Another course of mine', groupId: company.root }
  await playerOn(at(other), writes).does(courses.createCourse, { body })
  await raise(other, 'A need of which the late hear too')
  await expect.poll(() => witness.heard).toEqual(expect.arrayContaining(['my-courses', 'needs']))
  // Reckoned back from when the server begins to listen, which is later than now, so a good while is asked for.
  const ago = () => Math.ceil(performance.now() - hearing)
  const [mine, theirs] = [
    await listenAt(one.url, writes.cookie, ago()),
    await listenAt(one.url, reviews.cookie, ago()),
  ]
  await expect.poll(() => mine.heard).toEqual(expect.arrayContaining(['my-courses', 'needs']))
  await expect.poll(() => theirs.heard).toContain('needs')
  expect(theirs.heard).not.toContain('my-courses')
  const latest = await listenAt(one.url, writes.cookie, 86_400_000)
  // What jobs do meanwhile is told after it.
  await expect.poll(() => latest.heard[0]).toBe('*')
  for (const stream of [witness, mine, theirs, latest]) stream.close()
})

test('what happens to a thing is told without its id, so that those who may not see it learn nothing of it', async () => {
  const stream = await listenAt(one.url, company.cast.reviews.cookie)
  const players = behind(at(other), company.cast)
  await playStory(players, company.root, ['Zeroing a torque transducer'])
  const [course] = (await players.writes.does(courses.listCourses)).items
  const word = veiled(`talk:${course?.id}`)
  await expect.poll(() => stream.heard).toContain(word)
  expect(stream.heard.join()).not.toContain(course?.id)
  expect(veiled(`talk:${crypto.randomUUID()}`)).not.toBe(word)
  stream.close()
})

test('the streams of a session that is ended are cut at once, at every server, and nobody else’s', async () => {
  const [leaver, stayer] = [company.cast.learn[0], company.cast.learn[1]]
  if (!leaver || !stayer) throw new Error('The cast has learners.')
  const streams = [await listenAt(one.url, leaver.cookie), await listenAt(other.url, leaver.cookie)]
  const kept = await listenAt(one.url, stayer.cookie)
  await playerOn(at(other), leaver).does(signOut)
  expect(await Promise.all(streams.map(({ ended }) => ended))).toEqual(['ended', 'ended'])
  expect((await listenAt(one.url, leaver.cookie)).status).toBe(401)
  await raise(other, 'Heard by who stayed')
  await expect.poll(() => kept.heard).toContain('needs')
  kept.close()
})

test('a browser with many windows listens at a server in four, and the one that began first gives way; nobody else does', async () => {
  const [own, colleague] = [company.cast.learn[2], company.more[0]]
  if (!own || !colleague) throw new Error('The cast has learners.')
  const elsewhere = [await listenAt(one.url, colleague.cookie), await listenAt(other.url, own.cookie)]
  const streams: Stream[] = []
  for (let windows = 0; windows < 6; windows += 1) streams.push(await listenAt(one.url, own.cookie))
  const [first, second, ...four] = streams
  expect([await first?.ended, await second?.ended]).toEqual(['ended', 'ended'])
  expect([first?.told, second?.told]).toEqual([['crowded'], ['crowded']])
  await raise(other, 'Heard in four windows')
  for (const { heard, told, close } of [...four, ...elsewhere]) {
    await expect.poll(() => heard).toContain('needs')
    expect(told).toEqual([])
    close()
  }
  // While they listened they may have heard of what was done before: the work on it goes on behind.
  for (const gone of [first, second]) expect(gone?.heard).not.toContain('needs')
})

test('browsers that do not read cost no memory, and learn in the end that something changed', async () => {
  const { writes } = company.cast
  const deaf = company.more.map(({ cookie }) => {
    const socket = dial(Number(new URL(one.url).port), '127.0.0.1').pause()
    socket.write(`GET /api/live HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n\r\n`)
    return socket
  })
  const hearing = await listenAt(one.url, writes.cookie)
  const owner = ownerPoolAt(databaseOf(folder).url)
  const shout = async (count: number) => {
    const last = crypto.randomUUID()
    const topic = 'a-word-of-some-length-'.repeat(100)
    await owner.query(
      `select pg_notify('live', json_build_object('org', $1::text, 'topics', array[$2 || n])::text)
       from generate_series(1, $3::int) n`,
      [company.org, topic, count],
    )
    await owner.query(
      `select pg_notify('live', json_build_object('org', $1::text, 'topics', array[$2::text])::text)`,
      [company.org, last],
    )
    await expect.poll(() => hearing.heard.includes(last) || hearing.heard.at(-1) === '*').toBe(true)
  }
  await shout(500)
  const before = memoryOf(one)
  // To each of them some forty megabytes, which would be two thousand in all.
  for (let round = 0; round < 20; round += 1) await shout(1000)
  expect(memoryOf(one) - before).toBeLessThan(200)
  let late = ''
  deaf[0]?.on('data', (chunk) => (late = `${late}${chunk}`.slice(-100))).resume()
  await expect.poll(() => late).toContain('data: {"topics":["*"]}')
  for (const socket of deaf) socket.destroy()
  hearing.close()
  await owner.end()
})

/** Resident memory in megabytes. */
const memoryOf = ({ process }: Server) =>
  Number(readFileSync(`/proc/${process.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1]) / 1024
