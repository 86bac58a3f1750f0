import { cpus, totalmem } from 'node:os'
import { type Measured, usualWarmUp } from './drive.ts'
import type { Felt } from './phone.ts'

export interface Row extends Measured {
  members: number
  name: string
  connections: number
  /** Requests/s as a share of those of the bare SELECT, measured right before. */
  share: number
}

export interface Results {
  bare: Record<string, Measured[]>
  rows: Row[]
  memory: number
  felt: Felt
  connections: number[]
  seconds: number
}

const number = (value: number) => Math.round(value).toLocaleString('en')
const percent = (value: number) => `${Math.round(value * 100)} %`

/** BENCHMARKS.md: every figure measured in this run, and every ratio to a reference of the same run. */
export function report({ bare, rows, memory, felt, connections, seconds }: Results): string {
  const smallest = Math.min(...rows.map(({ members }) => members))
  const small = (row: Row) =>
    rows.find(
      (one) => one.name === row.name && one.connections === row.connections && one.members === smallest,
    )?.share ?? Number.NaN
  const bareLines = Object.entries(bare).flatMap(([name, all]) =>
    all.map(
      (one, index) =>
        `| ${name === 'row' ? 'one indexed SELECT by hand' : 'hello'} | ${connections[index]} | ${number(one.requests)} | ${one.p50} | ${one.p99} |`,
    ),
  )
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${number(row.members)} | ${row.connections} | ${number(row.requests)} | ${row.p50} | ${row.p99} | ` +
      `${percent(row.share)} | ${(small(row) / row.share).toFixed(2)} | ${row.failures} |`,
  )
  return `# Benchmarks

Written by \`npm run bench\`; not edited by hand. ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node.js ${process.version}, ${seconds} s a figure after ${usualWarmUp} s of warming up. Load and database run on the same cores, so compare the ratios, not the figures.

Server memory after the whole run: ${memory} MB.

On a phone (360 px, CPU four times slower, 1.6 Mbit/s, 150 ms): first load ${Math.round(felt.scriptKb)} KB of compressed script until the feed is shown (and ${Math.round(felt.aheadKb)} KB ahead of need after that), largest contentful paint ${number(felt.lcp)} ms, interaction to next paint ${number(felt.inp)} ms at worst of ${felt.interactions}.

## References of the same run

| what | connections | requests/s | p50 ms | p99 ms |
| --- | --- | --- | --- | --- |
${bareLines.join('\n')}

## Cairn

“to the SELECT” compares requests/s with those of the bare SELECT, measured with as many connections right before; “time” compares time a request, by that measure, with the smallest organization.

| page | members | connections | requests/s | p50 ms | p99 ms | to the SELECT | time | failed |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`
}
