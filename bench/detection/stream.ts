import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { cairnOn } from '#app/cairn.ts'
import { frugal } from '../../src/platform/heap.mjs'
import { configOf, log, newFolder, onDatabase } from '../database.ts'
import { type Loaded, loadOrganization } from '../load.ts'
import { tableBySize, whole, writePart } from '../parts.ts'
import { addDay, fillOrganization } from './stream-fill.ts'
import type { Run } from './stream-one.ts'
import { type Felt, feel, rate } from './stream-site.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    // The largest sizes take an hour to fill, beside other work if need be, and a quiet machine to measure.
    fill: { type: 'string' },
    filled: { type: 'string' },
  },
})
const script = fileURLToPath(new URL('./stream-one.ts', import.meta.url))

interface Row {
  signals: number
  members: number
  /** The first run; the second, which packs signals where they are many; and the next one, after one more day. */
  first: Run
  packing: Run
  next: Run
  /** How many more signals there were in it. */
  more: number
  felt: Felt
}

const runOnce = (url: string, org: string): Run =>
  JSON.parse(execFileSync(process.execPath, [...frugal, script, url, org]).toString())

/** What a filled folder says of itself. */
interface Filled {
  signals: number
  members: number
  /** Where help is counted. */
  org: string
  /** Who looks at pages meanwhile. */
  crowd: Loaded
}

const noteOf = (folder: string) => join(folder, 'filled.json')

/** Puts everybody and their signals in a folder's database. */
const fill = (folder: string, signals: number) =>
  onDatabase(folder, async (owner, { ownerUrl, appUrl }) => {
    const cairn = cairnOn({ config: configOf(folder), ownerUrl, appUrl, log })
    const crowd = await loadOrganization(cairn.runtime, owner, 1000)
    const { org } = await loadOrganization(cairn.runtime, owner, 20)
    await cairn.stop()
    const members = Math.max(100, Math.round(signals / 50))
    await fillOrganization(owner, org, members, signals)
    console.log(`${whole(signals)} signals are there.`)
    const filled: Filled = { signals, members, org, crowd }
    writeFileSync(noteOf(folder), JSON.stringify(filled))
  })

/** Measures in a filled folder, once: more signals come, and scores. */
const measure = (folder: string) =>
  onDatabase(folder, async (owner, { ownerUrl, appUrl }): Promise<Row> => {
    const { signals, members, org, crowd } = JSON.parse(readFileSync(noteOf(folder), 'utf8')) as Filled
    const first = runOnce(appUrl, org)
    const packing = runOnce(appUrl, org)
    const more = await addDay(owner, org, members, signals)
    const next = runOnce(appUrl, org)
    console.log(JSON.stringify({ first, packing, next }))
    const felt = await feel({ owner, ownerUrl, appUrl, folder, org, crowd })
    return { signals, members, first, packing, next, more, felt }
  })

async function fillAndMeasure(signals: number): Promise<Row> {
  const folder = newFolder('stream')
  try {
    await fill(folder, signals)
    return await measure(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const sizes = values.sizes.split(',').map(Number)
if (values.fill) {
  mkdirSync(values.fill, { recursive: true })
  await fill(values.fill, sizes[0] ?? 0)
  process.exit()
}
const rows: Row[] = []
const load = loadavg()[0] ?? 0
if (values.filled) rows.push(await measure(values.filled))
else for (const size of sizes) rows.push(await fillAndMeasure(size))

const seconds = (value = 0) => value.toFixed(value < 10 ? 2 : 0)
const all = ({ took }: Run) => Object.values(took).reduce((sum, one) => sum + one, 0)

const command = 'bench:detection:stream'
writePart(
  command,
  `## Detection from the database

Written by \`npm run bench:detection:stream\` (\`--sizes 50000000\` for the largest; \`--fill DIR\` fills a folder with it, and \`--filled DIR\` measures there once, on a quiet machine): made-up signals of one organization, fifty a member in a year, in an embedded PostgreSQL on disk, counted as the product's job counts them. Seconds: to read everybody and every signal and put them in order, to score everybody and find their influence, overall and by topic, to write what was found; all of a second run, which also packs the signals of a large organization (docs/decisions/0029); and of a third, after one more day's signals, to read what is packed and what changed, to pack that, and all of it. Memory is the most a process had that does only that. Rows of sizes that were not measured this time are from runs before.

${tableBySize(
  command,
  [
    ...['signals', 'members', 'reading', 'scoring', 'writing', 'all', 'MB', 'packing too', 'MB'],
    ...['signals of one more day', 'reading', 'packing', 'all', 'MB'],
  ],
  rows.map(({ signals, members, first, packing, next, more }) => [
    ...[whole(signals), whole(members)],
    ...[
      first.took.reading,
      (first.took.scoring ?? 0) + (first.took.influence ?? 0),
      first.took.writing,
      all(first),
    ].map(seconds),
    ...[whole(first.memory), seconds(all(packing)), whole(packing.memory), whole(more)],
    ...[next.took.reading, next.took.keeping, all(next)].map(seconds),
    whole(next.memory),
  ]),
)}

What the pages of another organization feel of it: p99 in milliseconds of four pages, ${rate} a second evenly begun, the middle of five turns of 15 s each without a run, beside one, and just after one, while the database tidies up; and the most memory of the server that did it beside its pages. The load of the machine when it began was ${load.toFixed(1)}.

${tableBySize(
  command,
  [
    'signals',
    'p99 alone',
    'p99 beside',
    'p99 just after',
    'beside / alone',
    'after / alone',
    'MB of the server',
  ],
  rows.map(({ signals, felt: { alone, beside, after, memory } }) => [
    ...[whole(signals), alone.toFixed(1), beside.toFixed(1), after.toFixed(1)],
    ...[(beside / alone).toFixed(2), (after / alone).toFixed(2), whole(memory)],
  ]),
)}
`,
)
console.log('BENCHMARKS.md has the table.')
