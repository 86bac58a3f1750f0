import { table, whole, writePart } from '../parts.ts'
import { size } from './fill.ts'
import { nodesOf, type Plan } from './plans.ts'

/** How often each is measured. */
export const times = 30

/** Milliseconds. */
export interface Row {
  where: string
  what: string
  median: number
  p95: number
  longest: number
}

interface Measured {
  rows: readonly Row[]
  select: Row
  plans: readonly Plan[][]
  /** What else the machine did when it began: how many processes wanted to run, in the middle of a minute. */
  load: number
}

const aim = 1000
const ms = (value: number) => (value < 10 ? value.toFixed(2) : whole(value))
/** One line of a text, its spaces put right, cut where it is long. */
const short = (text: string, most: number) => {
  const line = text.replace(/\s+/g, ' ').replaceAll('|', '/')
  return line.length > most ? `${line.slice(0, most)}...` : line
}

/** The statements of one assignment; what runs within a function of the database counts with it. */
const outermost = (plans: readonly Plan[]) =>
  plans.filter(({ text }) => /\$1/.test(text) || plans.length === 1)

function slowestOf(plans: readonly Plan[]) {
  const all = plans.toSorted((a, b) => b.ms - a.ms)
  const [first] = all
  if (!first) throw new Error('The database told no plans.')
  // Whatever is as slow as the slowest and has no parameters is what a function does within it.
  const within = all.find((one) => one !== first && one.ms > first.ms * 0.9 && !one.text.includes('$1'))
  return { first, within: within ?? first }
}

/** Writes the part of BENCHMARKS.md. */
export function report({ rows, select, plans, load }: Measured): void {
  const p95 = Math.max(...rows.map((row) => row.p95))
  const longest = Math.max(...rows.map((row) => row.longest))
  const worst = plans.toSorted((a, b) => slowestOf(b).first.ms - slowestOf(a).first.ms)[0] ?? []
  const { first, within } = slowestOf(worst)
  const all = outermost(worst)
  const took = all.reduce((sum, one) => sum + one.ms, 0)
  writePart(
    'bench:review',
    `## Finding who reviews

Written by \`npm run bench:review\`: a made-up organization of ${whole(size.members)} members in ${whole(size.teams)} teams below departments and divisions, with ${whole(5 * size.members)} traces of what they know, ${size.topics} topics, ${whole(size.open)} rounds of review that are open and ${whole(size.over)} that are over, in an embedded PostgreSQL on disk. Milliseconds of the whole request, or of the whole job, in which the engine finds who is asked next, ${times} times each; and of a row by its key in the same run. The load of the machine when it began was ${load.toFixed(1)}.

Somebody is asked within a second, 19 times of 20 in each kind of group: ${p95 < aim ? 'met' : 'not met'} (${ms(p95)} ms; ${ms(longest)} ms at the longest of ${whole(rows.length * times)}).

${table(
  ['in', 'what', 'median ms', 'p95 ms', 'longest ms', 'to the SELECT'],
  [...rows, select].map((row) => [
    ...[row.where, row.what, ms(row.median), ms(row.p95), ms(row.longest)],
    row === select ? '1' : whole(row.median / select.median),
  ]),
)}

One request makes the database read or write ${all.length} times. Where plans are told, which takes longer, they took ${ms(took)} ms together, and the slowest ${ms(first.ms)} ms: \`${short(first.text, 160)}\`, which does

\`\`\`
${nodesOf(within, 12).join('\n')}
\`\`\`
`,
  )
}
