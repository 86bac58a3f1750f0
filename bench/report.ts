import { cpus, totalmem } from 'node:os'
import { type Measured, usualWarmUp } from './drive.ts'
import { whole } from './parts.ts'
import type { Felt } from './phone.ts'
import type { Memory } from './processes.ts'
import { clones, type Times } from './times.ts'

export interface Row extends Measured {
  members: number
  name: string
  connections: number
  /** Requests/s as a share of those of the bare SELECT, measured by turns with it. */
  share: number
}

export interface Results {
  bare: Record<string, Measured[]>
  rows: Row[]
  memory: Memory
  felt: Felt
  times: Times
  connections: number[]
  seconds: number
}

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const percent = (value: number) => `${Math.round(value * 100)} %`

/** What is aimed at, and every figure that is not there yet. */
function aims({ rows, memory, felt, times }: Results, timeOf: (row: Row) => number): string {
  const reads = rows.filter(({ name }) => name !== 'answer' && name !== 'sign-in')
  const range = (all: number[]) =>
    all.length ? `${percent(Math.min(...all))} to ${percent(Math.max(...all))}` : ''
  const names = [...new Set(reads.map(({ name }) => name))]
  const shares = names.map(
    (name) => `${name} ${range(reads.filter((row) => row.name === name).map(({ share }) => share))}`,
  )
  const largest = Math.max(...rows.map(({ members }) => members))
  const slower = rows
    .filter((row) => row.members === largest && timeOf(row) > 1.5)
    .map(
      (row) =>
        `${row.name} (${whole(row.members)} members, ${row.connections} connections: ${timeOf(row).toFixed(2)})`,
    )
  const met = (isMet: boolean) => (isMet ? 'met' : 'not met')
  return `- Reads at 40 % or more of the bare SELECT: ${met(reads.every(({ share }) => share >= 0.4))}. ${shares.join(', ')}.
- Time at the largest within 1.5 times of the smallest organization: ${met(slower.length === 0)}${slower.length ? `. ${slower.join(', ')}` : ''}.
- Server memory under 250 MB: ${met(memory.peak < 250)}.
- First load under 150 KB compressed: ${met(felt.scriptKb < 150)}.
- Ready within 3 s when all is there: ${met(times.start < 3000)}. ${inSeconds(times.start)}; ${inSeconds(times.firstStart)} when the database has to be made first.
- The demo within 40 s of asking: ${met(times.demo < 40_000)}. ${inSeconds(times.demo)}.
- A database for a test file in under 100 ms: ${met(times.slowestClone < 100)}. Of ${clones} in a row ${whole(times.clone)} ms in the middle, ${whole(times.slowestClone)} ms at most.`
}

/** The site's part of BENCHMARKS.md: every figure measured in this run, and every ratio to a reference of the same run. */
export function report(results: Results): string {
  const { bare, rows, memory, felt, connections, seconds } = results
  const smallest = Math.min(...rows.map(({ members }) => members))
  const small = (row: Row) =>
    rows.find(
      (one) => one.name === row.name && one.connections === row.connections && one.members === smallest,
    )?.share ?? Number.NaN
  const timeOf = (row: Row) => small(row) / row.share
  const bareLines = Object.entries(bare).flatMap(([name, all]) =>
    all.map(
      (one, index) =>
        `| ${name === 'row' ? 'one indexed SELECT by hand' : 'hello'} | ${connections[index]} | ${whole(one.requests)} | ${one.p50} | ${one.p99} |`,
    ),
  )
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${whole(row.members)} | ${row.connections} | ${whole(row.requests)} | ${row.p50} | ${row.p99} | ` +
      `${percent(row.share)} | ${timeOf(row).toFixed(2)} | ${row.failures} |`,
  )
  return `## The site

Written by \`npm run bench\`; not edited by hand. ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.version}, each figure the middle of ${seconds} turns of a second after ${usualWarmUp} s of warming up. Load and database run on the same cores, so compare the ratios, not the figures.

Server memory after the whole run: ${memory.now} MB, ${memory.peak} MB at most.

On a phone (360 px, CPU four times slower, 1.6 Mbit/s, 150 ms): first load ${Math.round(felt.scriptKb)} KB of compressed script until the feed is shown (and ${Math.round(felt.aheadKb)} KB ahead of need after that), largest contentful paint ${whole(felt.lcp)} ms, interaction to next paint ${whole(felt.inp)} ms at worst of ${felt.interactions}.

### Aims

${aims(results, timeOf)}

### References of the same run

| what | connections | requests/s | p50 ms | p99 ms |
| --- | --- | --- | --- | --- |
${bareLines.join('\n')}

### Pages

“to the SELECT” compares requests/s with those of the bare SELECT, measured with as many connections by turns with it; “time” compares time a request, by that measure, with the smallest organization.

| page | members | connections | requests/s | p50 ms | p99 ms | to the SELECT | time | failed |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`
}
