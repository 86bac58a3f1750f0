import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { isRunning } from '../../src/platform/lock.mjs'
import { databaseOf, freePort, type Server, startServer } from './server.ts'

/** For each test a server of its own with its own database, ended when the test is over; `restart` kills it first. */
export function openServer(more: Record<string, string> = {}) {
  let dataDir: string
  let settings: Record<string, string>
  let server: Server
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'cairn-resilience-'))
    // Where an unprivileged account may enter, the database stays in the folder also for root.
    chmodSync(dataDir, 0o755)
    settings = { DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: 'warn', DEMO: 'off', ...more }
    server = await startServer(settings)
  })
  afterEach(async () => {
    const database = databaseOf(dataDir)
    await server.end()
    await expect.poll(() => isRunning(database.pid)).toBe(false)
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    server: () => server,
    databaseUrl: () => databaseOf(dataDir).url,
    databasePid: () => databaseOf(dataDir).pid,
    restart: async () => {
      await server.end('SIGKILL')
      server = await startServer(settings)
    },
  }
}

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
export function striking(seed: number, every: number, most: number, strike: () => Promise<void>) {
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
