import { seeded } from '#platform/seeded'
import { ranked } from './measures.ts'
import { type Cut, depthOf } from './protocol.ts'

/** How often each member is drawn: Poisson with mean 1, which is a bootstrap of members. */
function drawn(count: number, random: () => number): Uint8Array {
  const times = new Uint8Array(count)
  for (let member = 0; member < count; member += 1) {
    let left = random() - Math.exp(-1)
    let chance = Math.exp(-1)
    for (; left > 0 && (times[member] as number) < 20; left -= chance) {
      times[member] = (times[member] as number) + 1
      chance /= times[member] as number
    }
  }
  return times
}

/** A cut with its members in the order of the truth and in that of each method. */
interface Ordered {
  cut: Cut
  ideal: number[]
  orders: number[][]
}

/** The gain of the first places when each member takes as many of them as they were drawn. */
function gained({ cut }: Ordered, order: readonly number[], times: Uint8Array, depth: number): number {
  let [place, sum] = [0, 0]
  for (const index of order) {
    const gain = Math.max(0, cut.truth[index] ?? 0)
    for (let copy = times[cut.seen[index] as number] as number; copy > 0 && place < depth; copy -= 1) {
      place += 1
      sum += gain / Math.log2(place + 1)
    }
    if (place >= depth) return sum
  }
  return sum
}

/** The methods' NDCG at one cut, had its members been drawn so often. */
function drawnNdcg(one: Ordered, times: Uint8Array): number[] {
  const all = one.cut.seen.reduce((sum, member) => sum + (times[member] as number), 0)
  const depth = depthOf(all)
  const best = gained(one, one.ideal, times, depth)
  return one.orders.map((order) => (best === 0 ? 0 : gained(one, order, times, depth) / best))
}

/**
 * Each method's NDCG, mean over the cuts, in `rounds` draws of the members with replacement (Efron 1979), the same draws
 * for all methods and cuts: by method, then draw. `scores` are by method, then cut.
 */
export function resampled(
  cuts: readonly Cut[],
  scores: readonly (readonly Float64Array[])[],
  { rounds, seed }: { rounds: number; seed: number },
): Float64Array[] {
  const random = seeded(seed)
  const ordered = cuts.map((cut, at): Ordered => {
    return { cut, ideal: ranked(cut.truth), orders: scores.map((ofMethod) => ranked(ofMethod[at] ?? [])) }
  })
  const samples = scores.map(() => new Float64Array(rounds))
  const members = cuts[0]?.known.members ?? 0
  for (let round = 0; round < rounds; round += 1) {
    const times = drawn(members, random)
    for (const one of ordered)
      for (const [method, value] of drawnNdcg(one, times).entries()) {
        const list = samples[method] as Float64Array
        list[round] = (list[round] as number) + value / cuts.length
      }
  }
  return samples
}

/** Between which values 95 of 100 lie. */
export function intervalOf(samples: ArrayLike<number>): [low: number, high: number] {
  const sorted = Float64Array.from(samples).sort()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  return [at(0.025), at(0.975)]
}
