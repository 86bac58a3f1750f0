import { table, whole, writePart } from '../parts.ts'

export const size = { people: 2000, statement: 1_000_000, clients: 32, seconds: 20, pages: 100 }

/** Transactions a second, and milliseconds of one. */
interface Rated {
  perSecond: number
  median: number
  p99: number
}

export interface Measured {
  bare: Rated
  gifts: Rated
  hot: Rated
  /** Milliseconds of the first page of a long statement. */
  page: { median: number; p99: number }
  /** Seconds in which the whole ledger was proven. */
  proof: number
  load: number
}

const ms = (value: number) => value.toFixed(1)
const met = (isMet: boolean) => (isMet ? 'met' : 'not met')

/** Writes the part of BENCHMARKS.md. */
export function report({ bare, gifts, hot, page, proof, load }: Measured): void {
  const rows = [
    { what: 'gifts among all', ...gifts },
    { what: 'gifts to one account', ...hot },
    { what: 'a bare row, inserted by hand', ...bare },
  ]
  const text = `## The ledger

Written by \`npm run bench:ledger\`: an organization of ${whole(size.people)} members, one of whom has a statement of ${whole(size.statement)} entries, in an embedded PostgreSQL on disk, on the cores that the clients run on too. ${size.clients} clients book one transaction after the other for ${size.seconds} seconds over the ten connections that a server process has, each committed on its own, with its entries, balances and chain; then the whole ledger was proven to hold, in ${whole(proof)} s. The load of the machine when it began was ${load.toFixed(1)}.

- 2,000 transactions a second or more: ${met(gifts.perSecond >= 2000)} (${whole(gifts.perSecond)}). 99 of 100 within 50 ms: ${met(gifts.p99 < 50)} (${ms(gifts.p99)} ms).
- The first page of the long statement within 20 ms, as a whole request: ${met(page.median < 20)} (${ms(page.median)} ms in the median, ${ms(page.p99)} ms for 99 of 100).

${table(
  ['what', 'a second', 'to the bare row', 'median ms', 'p99 ms'],
  rows.map(({ what, perSecond, median, p99 }) => [
    ...[what, whole(perSecond), (perSecond / bare.perSecond).toFixed(2), ms(median), ms(p99)],
  ]),
)}
`
  writePart('bench:ledger', text)
  console.log(text)
}
