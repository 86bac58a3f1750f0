import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { getFeed } from '#feed/contract.ts'
import { listMyLearning } from '#learning/contract.ts'
import { listNeeds } from '#need/contract.ts'
import { freePort } from '#test/setup/server.ts'
import type { Loaded } from '../load.ts'
import { memoryOf, startServer, stopServer } from '../processes.ts'
import { readEvenly } from '../steady.ts'

/** What people of another organization feel of a run: the 99th percentile of their pages' latencies, in milliseconds. */
export interface Felt {
  alone: number
  beside: number
  /** Just after one, while the database tidies up. */
  after: number
  /** The most memory the server ever had, the run within it, in megabytes. */
  memory: number
}

interface Place {
  owner: pg.Pool
  ownerUrl: string
  appUrl: string
  folder: string
  /** Where help is counted. */
  org: string
  /** Who looks at pages meanwhile. */
  crowd: Loaded
}

const turns = 5
const seconds = 15
/** Pages a second, as a few hundred people who are at work ask for. */
export const rate = 40

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Asks for a run as the product does, and again as soon as one is done, until told to stop; answers once the last is done. */
function keepCounting({ owner, org }: Place) {
  let isWanted = true
  const waiting = async () => {
    const { rows } = await owner.query(
      `select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'detection'`,
    )
    return rows[0].jobs > 0
  }
  const counting = (async () => {
    while (isWanted) {
      await owner.query(`select graphile_worker.add_job('detection', $1::json)`, [JSON.stringify({ org })])
      while (await waiting()) await pause(200)
    }
  })()
  return async () => {
    isWanted = false
    await counting
  }
}

/** Drives a few pages in turns: without any run, then by turns beside one and just after it. Takes the turn in the middle of each. */
export async function feel(place: Place): Promise<Felt> {
  const port = String(await freePort())
  const env = { BENCH_DATA: place.folder, BENCH_OWNER_URL: place.ownerUrl, BENCH_APP_URL: place.appUrl }
  const server = await startServer('./server.ts', { ...env, PORT: port })
  const { cookie, courseId, stepId } = place.crowd
  const paths = [getFeed.path, listMyLearning.path, listNeeds.path, `/courses/${courseId}/steps/${stepId}`]
  const url = paths.map((path) => `http://127.0.0.1:${port}/api${path}`)
  const page = async () => (await readEvenly(url, { cookie, seconds, rate })).p99
  const [alone, beside, after]: [number[], number[], number[]] = [[], [], []]
  // What the runs before left behind is tidied up first.
  await place.owner.query('vacuum analyze')
  await place.owner.query('checkpoint')
  await page()
  for (let turn = 0; turn < turns; turn += 1) alone.push(await page())
  for (let turn = 0; turn < turns; turn += 1) {
    const stop = keepCounting(place)
    beside.push(await page())
    await stop()
    after.push(await page())
  }
  const { peak } = memoryOf(server)
  await stopServer(server)
  console.log(JSON.stringify({ alone, beside, after }))
  return { alone: middle(alone), beside: middle(beside), after: middle(after), memory: peak }
}
