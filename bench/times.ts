import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { askForDemo, type DemoState, getDemo } from '#app/demo/contract.ts'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import type { Endpoint } from '#platform/http/endpoint'
import { createLog } from '#platform/log'
import { asOwner } from '#test/setup/databases.ts'
import { freePort } from '#test/setup/server.ts'
import { scratch } from '../bin/scratch.ts'

/** How long people wait, in milliseconds, on a machine that does nothing else. */
export interface Times {
  /** `npm start` in an installed, built clone without a data folder, until it says that Cairn is ready. */
  firstStart: number
  /** The same when all is there. */
  start: number
  /** From asking for the demo until it is ready. */
  demo: number
  /** A test file's database, cloned from the migrated template: the median and the slowest of `clones`. */
  clone: number
  slowestClone: number
}

export const clones = 20
const launcher = fileURLToPath(new URL('../bin/cairn.mjs', import.meta.url))
const patience = 300_000

/** A folder in which also an unprivileged account may enter, so that root's database stays in it. */
function folderFor(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `cairn-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

async function started(env: Record<string, string>): Promise<{ child: ChildProcess; took: number }> {
  const begun = performance.now()
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout }))
    if (line.includes('Cairn is ready')) return { child, took: performance.now() - begun }
  throw new Error('The server ended before it was ready.')
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

async function demoIn(base: string): Promise<number> {
  const begun = performance.now()
  const call = async ({ method, path }: Endpoint): Promise<DemoState> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const response = await fetch(`${base}/api${path}`, {
      method,
      ...(method === 'POST' && { headers, body: '{}' }),
    })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (await response.json()) as DemoState
  }
  for (let { state } = await call(askForDemo); state !== 'ready'; { state } = await call(getDemo)) {
    if (state === 'failed' || performance.now() - begun > patience) throw new Error(`The demo is ${state}.`)
    await pause(50)
  }
  return performance.now() - begun
}

/** Where the tests have their databases. */
async function cloned(): Promise<number[]> {
  const { folder: dataDir, end } = scratch()
  const postgres = await startLocalPostgres({ dataDir, log: createLog('error'), fast: true })
  try {
    await asOwner(postgres.url, (client) => client.query('create database pattern'))
    const pattern = Object.assign(new URL(postgres.url), { pathname: 'pattern' }).href
    await migrate(pattern, (error) => process.stderr.write(`${error.message}\n`))
    const took: number[] = []
    for (let index = 0; index < clones; index += 1) {
      const begun = performance.now()
      await asOwner(postgres.url, (client) =>
        client.query(`create database copy_${index} template pattern strategy file_copy`),
      )
      took.push(performance.now() - begun)
    }
    return took.sort((one, other) => one - other)
  } finally {
    await postgres.stop()
    end()
  }
}

/** Measures what people wait for beside pages. */
export async function measureTimes(): Promise<Times> {
  const folder = folderFor('times')
  const env = { DATA_DIR: folder, PORT: String(await freePort()), LOG_LEVEL: 'warn', DATABASE_URL: '' }
  try {
    const first = await started(env)
    await ended(first.child)
    const { child, took: start } = await started(env)
    const demo = await demoIn(`http://localhost:${env.PORT}`)
    await ended(child)
    const took = await cloned()
    const clone = took[Math.floor(took.length / 2)] ?? Number.NaN
    return { firstStart: first.took, start, demo, clone, slowestClone: took.at(-1) ?? Number.NaN }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
