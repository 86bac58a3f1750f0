import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { tableBySize, whole, writePart } from '../parts.ts'
import type { Scale } from './scale-one.ts'

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '10000,100000,1000000,10000000,50000000' } },
})
const sizes = values.sizes.split(',').map(Number)

/** A Python that has igraph; undefined where there is none. */
const python = ['python3', '/usr/bin/python3'].find(
  (one) => spawnSync(one, ['-c', 'import igraph, numpy']).status === 0,
)
const script = fileURLToPath(new URL('./scale-one.ts', import.meta.url))

const rows = sizes.map((size) => {
  const args = ['--max-old-space-size=4096', script, String(size), ...(python ? [python] : [])]
  const one: Scale = JSON.parse(execFileSync(process.execPath, args, { maxBuffer: 1_000_000 }).toString())
  console.log(JSON.stringify(one))
  return one
})

const seconds = (value: number) => value.toFixed(value < 0.1 ? 4 : value < 10 ? 2 : 0)
const compared = ({ influence, igraph }: Scale) =>
  igraph
    ? [seconds(igraph.seconds), (influence / igraph.seconds).toFixed(2), igraph.spearman.toFixed(6)]
    : ['not there', '', '']

const command = 'bench:detection:scale'
writePart(
  command,
  `## Detection at scale

Written by \`npm run bench:detection:scale\`: acts of help that are made up (bench/detection/throng.ts), fifty a member in a year, each size in a process of its own. Seconds: to put the acts in order, to make the graph of who helped whom, to follow what comes back to each member, to score everybody, to find everybody's influence; and igraph's PageRank (PRPACK, graph already built) on the same graph in the same run, with our time as a share of its own and Spearman's rank correlation of both. Memory is the most the process had, before igraph. What is quickly done is done for a second, and the middle time counts, as in igraph. Rows of sizes that were not measured this time are from runs before.

${tableBySize(
  command,
  [
    'acts',
    'members',
    'pairs',
    'order',
    'graph',
    'coming back',
    'score',
    'influence',
    'igraph',
    'to igraph',
    'Spearman',
    'MB',
  ],
  rows.map((row) => [
    whole(row.acts),
    whole(row.members),
    whole(row.pairs),
    ...[row.order, row.graph, row.back, row.score, row.influence].map(seconds),
    ...compared(row),
    whole(row.memory),
  ]),
)}
`,
)
console.log('BENCHMARKS.md has the table.')
