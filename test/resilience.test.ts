import { expect, test } from 'vitest'
import { isRunning } from '../src/platform/lock.mjs'
import { behind, castOf, companyIn, ownerPoolAt, settled, stored, type Wire } from './setup/company.ts'
import { openServer, striking } from './setup/killed.ts'
import { playStory, seen } from './setup/story.ts'
import { openWorld } from './world.ts'

/** The whole loop, driven over the network while processes are killed: against the same loop left in peace. */
const world = openWorld()
const titles = ['Zeroing a torque transducer', 'Reading a vernier scale', 'Choosing a gauge block']

const { server, databaseUrl, databasePid, restart } = openServer()

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
  const { org, root, cast } = await companyIn(databaseUrl())
  const strikes = striking(seed, every, most, strike)
  const wire: Wire = { url: () => server().url, onTry: strikes.onTry, outcomes: new Map(), sendsTwice: true }
  const players = behind(wire, cast)
  await playStory(players, root, titles)
  await strikes.over()
  const owner = ownerPoolAt(databaseUrl())
  try {
    await settled(owner).catch((error: Error) => {
      throw new Error(`${error.message}\nThe server said last:\n${server().said().slice(-6000)}`)
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
  const { found, outcomes, strikes } = await disturbed(20_261, 36, 5, restart)
  expect(strikes).toBe(5)
  expect(outcomes.get('cut off')).toBeGreaterThan(0)
  expect(found).toEqual(peace)
})

test('a PostgreSQL killed again and again in the middle of the loop comes back by itself, and nothing is lost or doubled', async () => {
  const peace = await inPeace()
  const { pid } = server().process
  const { found, outcomes, strikes } = await disturbed(4711, 36, 5, async () => {
    const before = databasePid()
    process.kill(before, 'SIGKILL')
    await expect.poll(() => isRunning(before) || databasePid(), { interval: 50 }).toBeGreaterThan(1)
  })
  expect(strikes).toBe(5)
  expect(outcomes.get('503')).toBeGreaterThan(0)
  expect([...outcomes.keys()].sort()).toEqual(['200', '201', '204', '503'])
  expect(found).toEqual(peace)
  expect(server().process.pid).toBe(pid)
  expect(isRunning(pid ?? 0)).toBe(true)
})
