import { table, whole, writePart } from '../parts.ts'
import type { Reads } from '../steady.ts'

export const size = { members: 100_000, counts: 100, turns: 5, seconds: 15, rate: 50 }

export interface Counted {
  what: string
  people: number
  /** Milliseconds of a whole request. */
  median: number
  p99: number
}

/** Reads alone, and beside something. */
export interface Beside {
  alone: Reads
  beside: Reads
}

export interface Measured {
  counts: Counted[]
  /** Beside a process that keeps one processor busy with nothing. */
  burning: Beside
  /** Seconds until a step was planned for everybody, each time. */
  planned: number[]
  planning: Beside
  /** Of each turn. */
  mails: { sent: number; seconds: number }[]
  sending: Beside
  /** Seconds until a step stood in the feed of everybody, each time. */
  posted: number[]
  posting: Beside
  load: number
}

const ms = (value: number) => value.toFixed(1)
const met = (isMet: boolean) => (isMet ? 'met' : 'not met')
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const ratioOf = ({ alone, beside }: Beside) => beside.p99 / alone.p99
const timesOf = (what: Beside) =>
  `${ms(what.alone.p99)} ms alone, ${ms(what.beside.p99)} ms beside, ${ratioOf(what).toFixed(2)} times; median ${ms(what.alone.median)} and ${ms(what.beside.median)} ms`

/** Writes the part of BENCHMARKS.md. */
export function report(measured: Measured): void {
  const { counts, burning, planned, planning, mails, sending, posted, posting, load } = measured
  const sent = sumOf(mails.map((turn) => turn.sent))
  const seconds = sumOf(mails.map((turn) => turn.seconds))
  const slowest = Math.max(...counts.map(({ p99 }) => p99))
  const longest = Math.max(...planned)
  const text = `## Campaigns

Written by \`npm run bench:campaigns\`: a company of ${whole(size.members)} members with half a year behind it, as the other benchmarks load it, in an embedded PostgreSQL on disk; Cairn with its HTTP server and its jobs (with all that follows from them: feed, funnel) in one process, a mail server that takes every mail in another, and ${size.rate} reads a second of home, needs, a step of a course and the search, evenly begun, all on the same cores: alone and beside by turns, ${size.turns} of ${size.seconds} s each, of which the one in the middle counts. The load of the machine when it began was ${load.toFixed(1)}.

- An audience of ${whole(size.members)} counted within 300 ms, as a whole request: ${met(slowest < 300)} (${ms(slowest)} ms for 99 of 100 of the slowest).
- A step to ${whole(size.members)} members planned within 30 s: ${met(longest < 30)} (${longest.toFixed(1)} s for the longest of ${planned.length}).
- 200 mails a second: ${met(sent / seconds >= 200)} (${whole(sent / seconds)} over ${whole(seconds)} s; ${whole(sent)} mails).
- 99 of 100 reads at most 20 % slower beside sending: ${met(ratioOf(sending) <= 1.2)} (${timesOf(sending)}).
- The same beside planning one step after the other: ${met(ratioOf(planning) <= 1.2)} (${timesOf(planning)}).
- The same beside posting a step in ${whole(size.members)} feeds, which took ${Math.max(...posted).toFixed(1)} s at most: ${met(ratioOf(posting) <= 1.2)} (${timesOf(posting)}).
- For comparison, the same beside a process that keeps one core busy and touches nothing of Cairn: ${timesOf(burning)}. What any work costs on this machine is in the figures above, too.

${table(
  ['who is counted', 'people', 'median ms', 'p99 ms'],
  counts.map(({ what, people, median, p99 }) => [what, whole(people), ms(median), ms(p99)]),
)}
`
  writePart('bench:campaigns', text)
  console.log(text)
}
