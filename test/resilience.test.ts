import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRunning } from '../src/platform/lock.mjs'
import { behind, castOf, companyIn, ownerPoolAt, settled, stored, type Wire } from './setup/company.ts'
import { databaseOf, freePort, type Server, startServer } from './setup/server.ts'
import { playStory, seen } from './setup/story.ts'
import { openWorld } from './world.ts'

/** The whole loop, driven over the network while processes are killed: against the same loop left in peace. */
const world = openWorld()
const titles = ['Zeroing a torque transducer', 'Reading a vernier scale', 'Choosing a gauge block']

let dataDir: string
let settings: Record<string, string>
let server: Server

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'cairn-resilience-'))
  // Where an unprivileged account may enter, the database stays in the folder also for root.
  chmodSync(dataDir, 0o755)
  settings = { DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: 'warn', DEMO: 'off' }
  server = await startServer(settings)
})
afterEach(async () => {
  const database = databaseOf(dataDir)
  await server.end()
  await expect.poll(() => isRunning(database.pid)).toBe(false)
  rmSync(dataDir, { recursive: true, force: true })
})

/** Numbers from 0 to 1, the same ones in every run. */
function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

/** So many turns of the event loop a request may be under way when it is struck. */
const mostTurns = 60
async function turn(times: number): Promise<void> {
  for (let turned = 0; turned < times; turned += 1) await new Promise(setImmediate)
}

/** Calls `strike` a few turns of the event loop after some of the tries, chosen by the seed: about one in `every`. */
function striking(seed: number, every: number, most: number, strike: () => Promise<void>) {
  const draw = draws(seed)
  let next = Math.ceil(draw() * every)
  let left = most
  let struck = 0
  let last = Promise.resolve()
  const onTry = () => {
    next -= 1
    if (next > 0 || left === 0) return
    left -= 1
    next = Math.ceil((0.5 + draw()) * every)
    const turns = Math.floor(draw() * mostTurns)
    last = last
      .then(() => turn(turns))
      .then(strike)
      .then(() => {
        struck += 1
      })
  }
  return { onTry, over: () => last, count: () => struck }
}

let peaceful: ReturnType<typeof playInPeace> | undefined
/** What the story leaves behind when nothing disturbs it: it is played once. */
const inPeace = () => (peaceful ??= playInPeace())

async function playInPeace() {
  const org = await world.organization()
  const cast = await castOf(org)
  await playStory(cast, org.root, titles)
  await world.settle()
  return { rows: await stored(world.owner, org.id), seen: await seen(cast) }
}

async function disturbed(seed: number, every: number, most: number, strike: () => Promise<void>) {
  const { org, root, cast } = await companyIn(databaseOf(dataDir).url)
  const strikes = striking(seed, every, most, strike)
  const wire: Wire = { url: () => server.url, onTry: strikes.onTry, outcomes: new Map(), sendsTwice: true }
  const players = behind(wire, cast)
  await playStory(players, root, titles)
  await strikes.over()
  const owner = ownerPoolAt(databaseOf(dataDir).url)
  try {
    await settled(owner).catch((error: Error) => {
      throw new Error(`${error.message}\nThe server said last:\n${server.said().slice(-6000)}`)
    })
    const found = { rows: await stored(owner, org), seen: await seen(players) }
    return { found, outcomes: wire.outcomes, strikes: strikes.count() }
  } finally {
    await owner.end()
  }
}

test('a server killed again and again in the middle of the loop loses nothing and doubles nothing', async () => {
  const peace = await inPeace()
  expect(peace.seen.stages).toMatchObject({
    need: 3,
    leader: 3,
    course: 3,
    validation: 3,
    learning: 3,
    recognition: 3,
  })
  const { found, outcomes, strikes } = await disturbed(20_261, 36, 5, async () => {
    await server.end('SIGKILL')
    server = await startServer(settings)
  })
  expect(strikes).toBe(5)
  expect(outcomes.get('cut off')).toBeGreaterThan(0)
  expect(found).toEqual(peace)
})

test('a PostgreSQL killed again and again in the middle of the loop comes back by itself, and nothing is lost or doubled', async () => {
  const peace = await inPeace()
  const { pid } = server.process
  const { found, outcomes, strikes } = await disturbed(4711, 36, 5, async () => {
    const before = databaseOf(dataDir).pid
    process.kill(before, 'SIGKILL')
    await expect.poll(() => isRunning(before) || databaseOf(dataDir).pid, { interval: 50 }).toBeGreaterThan(1)
  })
  expect(strikes).toBe(5)
  expect(outcomes.get('503')).toBeGreaterThan(0)
  expect([...outcomes.keys()].sort()).toEqual(['200', '201', '204', '503'])
  expect(found).toEqual(peace)
  expect(server.process.pid).toBe(pid)
  expect(isRunning(pid ?? 0)).toBe(true)
})
