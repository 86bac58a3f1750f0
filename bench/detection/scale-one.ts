import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { collectActs } from '#leader/expertise/acts.ts'
import { comingBack } from '#leader/expertise/coming-back.ts'
import { type HelpGraph, helpGraphOf } from '#leader/expertise/help-graph.ts'
import { influenceOf } from '#leader/expertise/influence.ts'
import { basisOf, scoresOf } from '#leader/expertise/score.ts'
import { usualWeights } from '#leader/expertise/worth.ts'
import { spearmanOf } from './measures.ts'
import { throng, throngToday } from './throng.ts'

/** One size, measured in a process of its own. Seconds, megabytes. */
export interface Scale {
  acts: number
  members: number
  pairs: number
  order: number
  graph: number
  back: number
  score: number
  influence: number
  memory: number
  /** Null where Python has no igraph. */
  igraph: { seconds: number; spearman: number } | null
}

/** The result of a step that can be done once only, and its seconds. */
function once<Result>(step: () => Result): [Result, seconds: number] {
  const start = performance.now()
  return [step(), (performance.now() - start) / 1000]
}

/** The result of a step, and its seconds: what is quickly done is done for a second, and the middle time counts. */
function timed<Result>(step: () => Result): [Result, seconds: number] {
  const laps: number[] = []
  for (let spent = 0; ; ) {
    const [result, lap] = once(step)
    laps.push(lap)
    spent += lap
    if (spent >= 1) return [result, laps.toSorted((one, other) => one - other)[laps.length >> 1] ?? lap]
  }
}

/** igraph's seconds for the same graph, and how alike its order is. */
function compare({ members, out }: HelpGraph, shares: Float64Array, python: string): Scale['igraph'] {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-igraph-'))
  try {
    const rows = new Int32Array(out.to.length * 3)
    for (let member = 0; member < members; member += 1)
      for (let pair = out.from[member] as number; pair < (out.from[member + 1] as number); pair += 1)
        rows.set([out.to[pair] as number, member, out.times[pair] as number], pair * 3)
    const [edges, result] = [join(folder, 'edges'), join(folder, 'result')]
    writeFileSync(edges, rows)
    const script = fileURLToPath(new URL('./pagerank.py', import.meta.url))
    const seconds = Number(execFileSync(python, [script, String(members), edges, result]).toString())
    const bytes = readFileSync(result)
    const theirs = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    return { seconds, spearman: spearmanOf(shares, theirs) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measure(size: number, python: string | undefined): Scale {
  const members = Math.max(100, Math.round(size / 50))
  const collected = collectActs(members, throngToday)
  for (const act of throng(members, size, 1)) collected.add(act)
  const [acts, order] = once(collected.acts)
  if (acts.size !== size) throw new Error(`Of ${size} acts ${acts.size} were taken.`)
  const [graph, graphSeconds] = timed(() => helpGraphOf(acts))
  const [, back] = timed(() => comingBack(graph))
  const [shares, influence] = timed(() => influenceOf(members, graph.out, graph.out.times))
  const basis = basisOf({ acts, weights: { ...usualWeights, kinds: [1] }, today: throngToday })
  const [, score] = timed(() => scoresOf(basis))
  return {
    acts: acts.size,
    members,
    pairs: graph.out.to.length,
    order,
    graph: graphSeconds,
    back,
    score,
    influence,
    memory: process.resourceUsage().maxRSS / 1024,
    igraph: python ? compare(graph, shares, python) : null,
  }
}

const [size, python] = process.argv.slice(2)
process.stdout.write(JSON.stringify(measure(Number(size), python)))
