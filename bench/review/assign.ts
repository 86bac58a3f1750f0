import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import type pg from 'pg'
import { newFolder, onDatabase } from '../database.ts'
import { type Asks, type Place, pattern, readNeeds, readRounds, readyToAsk, readyToPassOn } from './asking.ts'
import { addEmpty, type Made, open } from './enter.ts'
import { fillReviews, groupsOf } from './fill.ts'
import { quantile } from './measures.ts'
import { collectPlans, type Plan, tellPlans } from './plans.ts'
import { type Row, report, times } from './report.ts'

/** With what the database tells of its plans an assignment takes longer: so many are asked for that, and not timed. */
const explained = 5

/** How long something took, in milliseconds; what it gives looks whether it did anything. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  const look = await work()
  const ms = performance.now() - begun
  if (typeof look === 'function') await look()
  return ms
}

function rowOf(where: string, what: string, took: readonly number[]): Row {
  const sorted = took.toSorted((a, b) => a - b)
  const [median, p95, longest] = [quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 1)]
  const row = { where, what, median, p95, longest }
  console.log(JSON.stringify(row))
  return row
}

async function measureAll(place: Place, needs: readonly Asks[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const { name, ids } of groupsOf(place.made.groupId)) {
    const [asked, passed]: [number[], number[]] = [[], []]
    const rounds = await readRounds(place, ids, times)
    for (let turn = 0; turn < times; turn += 1) {
      const on = { groupId: ids[(turn * 7) % ids.length] as string, need: needs[turn * 31] as Asks }
      asked.push(await timed(await readyToAsk(place, { ...on, isFor: turn % 2 === 0 })))
      passed.push(await timed(await readyToPassOn(place, rounds[turn] as string)))
    }
    rows.push(rowOf(name, 'an author asks for a review', asked))
    rows.push(rowOf(name, 'a turn runs out, somebody else is asked', passed))
  }
  return rows
}

/** The bare SELECT of the same run: a row by its key, prepared, on a connection that is open. */
async function measureSelect(owner: pg.Pool, { org, memberId }: Made): Promise<Row> {
  const one = { name: 'row', text: 'select id, name, title from members where org_id = $1 and id = $2' }
  const took: number[] = []
  while (took.length < 20 * times)
    took.push(await timed(() => owner.query({ ...one, values: [org, memberId] })))
  return rowOf('', 'one indexed SELECT by hand', took.slice(times))
}

/** How the database ran the statements of one assignment in each kind of group: of some, the one whose slowest took longest. */
async function explain(place: Place, needs: readonly Asks[]): Promise<Plan[][]> {
  const plans = collectPlans(place.cairn.runtime.pool)
  const longest = (one: readonly Plan[]) => Math.max(...one.map(({ ms }) => ms))
  const chosen: Plan[][] = []
  for (const { ids } of groupsOf(place.made.groupId)) {
    const found: Plan[][] = []
    for (let turn = 0; turn < explained; turn += 1) {
      const on = { groupId: ids[(turn * 7) % ids.length] as string, need: needs[turn * 31 + 1] as Asks }
      const ask = await readyToAsk(place, { ...on, isFor: true })
      plans.length = 0
      await ask()
      found.push(plans.slice())
    }
    chosen.push(found.toSorted((a, b) => longest(b) - longest(a))[0] ?? [])
  }
  return chosen
}

const load = loadavg()[0] ?? 0
const folder = newFolder('review')
try {
  await onDatabase(folder, async (owner, urls) => {
    const filling = open(folder, urls)
    const made = await addEmpty(filling)
    await fillReviews(owner, made.org, await pattern(filling, made))
    const needs = await readNeeds(owner, made.org)
    const rows = await measureAll({ cairn: filling, owner, made }, needs)
    const select = await measureSelect(owner, made)
    await filling.stop()
    await tellPlans(owner)
    const telling = open(folder, urls)
    const plans = await explain({ cairn: telling, owner, made }, needs)
    await telling.stop()
    report({ rows, select, plans, load })
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log('BENCHMARKS.md has the table.')
