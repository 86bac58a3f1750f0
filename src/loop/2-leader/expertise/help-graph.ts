import { type Acts, nobody } from './acts.ts'
import { startsOf } from './starts.ts'

/** Who helped whom and who was helped by whom, each pair once, in compressed rows: `to` and `times` from `from[x]` on. */
export interface HelpGraph {
  readonly members: number
  /** Those whom each helped, by number, and how often. */
  readonly out: Rows
  /** Those who helped each, by number, and how often. */
  readonly into: Rows
  /** How often each helped someone of whom it is not known who. */
  readonly unknown: Uint32Array
}

export interface Rows {
  readonly from: Uint32Array
  readonly to: Int32Array
  readonly times: Uint32Array
}

/** How many pairs there are: acts are in the order of helper and helped. */
function countPairs({ members, from, helped }: Acts): number {
  let pairs = 0
  for (let member = 0; member < members; member += 1)
    for (let row = from[member] as number; row < (from[member + 1] as number); row += 1) {
      const isNew = row === from[member] || helped[row] !== helped[row - 1]
      if (isNew && helped[row] !== nobody) pairs += 1
    }
  return pairs
}

function outOf(acts: Acts): { out: Rows; unknown: Uint32Array } {
  const { members, helped } = acts
  const pairs = countPairs(acts)
  const out = { from: new Uint32Array(members + 1), to: new Int32Array(pairs), times: new Uint32Array(pairs) }
  const unknown = new Uint32Array(members)
  let pair = 0
  for (let member = 0; member < members; member += 1) {
    out.from[member] = pair
    const end = acts.from[member + 1] as number
    for (let row = acts.from[member] as number; row < end; ) {
      const whom = helped[row] as number
      const first = row
      while (row < end && helped[row] === whom) row += 1
      if (whom === nobody) unknown[member] = row - first
      else {
        out.to[pair] = whom
        out.times[pair] = row - first
        pair += 1
      }
    }
  }
  out.from[members] = pair
  return { out, unknown }
}

/** The same pairs from the other side. */
function turned(out: Rows, members: number): Rows {
  const from = startsOf(out.to, 0, members)
  const next = from.slice()
  const [to, times] = [new Int32Array(out.to.length), new Uint32Array(out.to.length)]
  for (let member = 0; member < members; member += 1)
    for (let pair = out.from[member] as number; pair < (out.from[member + 1] as number); pair += 1) {
      const whom = out.to[pair] as number
      const place = next[whom] as number
      to[place] = member
      times[place] = out.times[pair] as number
      next[whom] = place + 1
    }
  return { from, to, times }
}

export function helpGraphOf(acts: Acts): HelpGraph {
  const { out, unknown } = outOf(acts)
  return { members: acts.members, out, into: turned(out, acts.members), unknown }
}
