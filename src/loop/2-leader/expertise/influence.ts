import type { Rows } from './help-graph.ts'

/** How much of what somebody has is passed on; the rest everybody has to begin with (Brin and Page 1998). */
const passedOn = 0.85
const rounds = 200
const usuallyFine = 1e-10

/** For each member, one through the weight of all help they were given; 0 where they were given none. */
function perWeight(
  members: number,
  { to }: Pick<Rows, 'to'>,
  weight: Uint32Array | Float32Array,
): Float64Array {
  const sums = new Float64Array(members)
  for (let pair = 0; pair < to.length; pair += 1) {
    const whom = to[pair] as number
    sums[whom] = (sums[whom] as number) + (weight[pair] as number)
  }
  return sums.map((sum) => (sum === 0 ? 0 : 1 / sum))
}

/**
 * Brings shares to the size at which what comes in is what is there (aggregation to one: Koury, McAllister, Stewart 1984),
 * which they would take many rounds to grow to; says by how much.
 */
function scale(share: Float64Array, passes: Float64Array, all: number, passing: number): number {
  const size = (1 - passedOn) / (all - passedOn * passing)
  for (let member = 0; member < share.length; member += 1) {
    share[member] = (share[member] as number) * size
    passes[member] = (passes[member] as number) * size
  }
  return Math.abs(size - 1) * all
}

/**
 * Who is asked by those who are asked: each member's share of a walk that goes on from whoever was helped to somebody who
 * helped them (PageRank on the graph of help: Zhang, Ackerman, Adamic 2007), as solved by Gauss and Seidel. The shares
 * add up to 1. `weight` has a value of 0 or more for each pair of `out`. Members whom nobody helped pass what they have
 * to everybody alike, which only scales the solution (Del Corso, Gullì, Romani 2005). Stops when less than `fine` of all
 * moves in a round.
 */
export function influenceOf(
  members: number,
  out: Pick<Rows, 'from' | 'to'>,
  weight: Uint32Array | Float32Array,
  fine = usuallyFine,
): Float64Array {
  const { from, to } = out
  const given = perWeight(members, out, weight)
  const start = (1 - passedOn) / Math.max(1, members)
  const share = new Float64Array(members).fill(start)
  // What each passes on for a weight of one, kept beside the shares: it is read once for each pair.
  const passes = share.map((value, member) => value * (given[member] as number) * passedOn)
  for (let round = 0, moved = 1; round < rounds && moved > fine; round += 1) {
    let [all, passing] = [0, 0]
    moved = 0
    for (let member = 0; member < members; member += 1) {
      let sum = start
      const end = from[member + 1] as number
      for (let pair = from[member] as number; pair < end; pair += 1)
        sum += (weight[pair] as number) * (passes[to[pair] as number] as number)
      moved += Math.abs(sum - (share[member] as number))
      share[member] = sum
      passes[member] = sum * (given[member] as number) * passedOn
      all += sum
      if (given[member] !== 0) passing += sum
    }
    moved += scale(share, passes, all, passing)
  }
  const all = share.reduce((sum, value) => sum + value, 0)
  return share.map((value) => (all === 0 ? 0 : value / all))
}
