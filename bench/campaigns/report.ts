import { table, whole, writePart } from '../parts.ts'

export const size = { members: 100_000, counts: 30, seconds: 20, rate: 20 }

export interface Counted {
  what: string
  people: number
  /** Milliseconds of a whole request. */
  median: number
  p99: number
}

export interface Measured {
  counts: Counted[]
  /** Seconds until a step was planned for everybody. */
  planned: number
  mails: { sent: number; seconds: number }
  /** Milliseconds of 99 of 100 reads of the feed, alone and beside the sending. */
  site: { alone: number; beside: number; medianAlone: number; medianBeside: number }
  load: number
}

const ms = (value: number) => value.toFixed(1)
const met = (isMet: boolean) => (isMet ? 'met' : 'not met')

/** Writes the part of BENCHMARKS.md. */
export function report({ counts, planned, mails, site, load }: Measured): void {
  const perSecond = mails.sent / mails.seconds
  const ratio = site.beside / site.alone
  const slowest = Math.max(...counts.map(({ p99 }) => p99))
  const text = `## Campaigns

Written by \`npm run bench:campaigns\`: an organization of ${whole(size.members)} members in an embedded PostgreSQL on disk; Cairn with its HTTP server and its jobs in one process, a mail server that takes every mail in another, and ${size.rate} reads of the feed a second, all on the same cores. The load of the machine when it began was ${load.toFixed(1)}.

- An audience of ${whole(size.members)} counted within 300 ms, as a whole request: ${met(slowest < 300)} (${ms(slowest)} ms for 99 of 100 of the slowest).
- A step to ${whole(size.members)} members planned within 30 s: ${met(planned < 30)} (${planned.toFixed(1)} s).
- 200 mails a second: ${met(perSecond >= 200)} (${whole(perSecond)} over ${whole(mails.seconds)} s; ${whole(mails.sent)} mails).
- 99 of 100 reads of the feed at most 20 % slower beside it: ${met(ratio <= 1.2)} (${ms(site.alone)} ms alone, ${ms(site.beside)} ms beside, ${ratio.toFixed(2)} times; median ${ms(site.medianAlone)} and ${ms(site.medianBeside)} ms).

${table(
  ['who is counted', 'people', 'median ms', 'p99 ms'],
  counts.map(({ what, people, median, p99 }) => [what, whole(people), ms(median), ms(p99)]),
)}
`
  writePart('bench:campaigns', text)
  console.log(text)
}
