import { type Pairs, pairsOf, type Thanks } from './thanks.ts'

/**
 * Pairs from both of their ends, in compressed rows: the ties of member `x` are the places from `start[x]` up to
 * `start[x + 1]`.
 */
export interface Ties {
  readonly members: number
  readonly start: Uint32Array
  readonly other: Int32Array
  /** 1 where the member thanked the other one, 0 where they were thanked. */
  readonly gave: Uint8Array
  readonly weight: Float32Array
  readonly speaks: Float32Array
  /** What each member gave and received in all, in weights. */
  readonly given: Float64Array
  readonly received: Float64Array
  /** Which share of everything speaks. */
  readonly speaking: number
}

const add = (sums: Float64Array | Uint32Array, at: number, amount: number) => {
  sums[at] = (sums[at] as number) + amount
}

/** How many ties each member has, added up. */
function startsOf({ from, to }: Pairs, members: number): Uint32Array {
  const start = new Uint32Array(members + 1)
  for (const ends of [from, to]) for (const one of ends) add(start, one + 1, 1)
  for (let member = 0; member < members; member += 1) add(start, member + 1, start[member] as number)
  return start
}

const sumOf = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0)

export function tiesOf(thanks: Thanks): Ties {
  const { members } = thanks
  const pairs = pairsOf(thanks)
  const { from, to } = pairs
  const start = startsOf(pairs, members)
  const next = start.slice()
  const size = from.length * 2
  const [other, gave] = [new Int32Array(size), new Uint8Array(size)]
  const [weight, speaks] = [new Float32Array(size), new Float32Array(size)]
  const [given, received] = [new Float64Array(members), new Float64Array(members)]
  const put = (end: number, far: number, isGiver: boolean, pair: number) => {
    const place = next[end] as number
    other[place] = far
    gave[place] = isGiver ? 1 : 0
    weight[place] = pairs.weight[pair] as number
    speaks[place] = pairs.speaks[pair] as number
    next[end] = place + 1
  }
  for (const [pair, giver] of from.entries()) {
    const taker = to[pair] as number
    put(giver, taker, true, pair)
    put(taker, giver, false, pair)
    add(given, giver, pairs.weight[pair] as number)
    add(received, taker, pairs.weight[pair] as number)
  }
  const speaking = from.length === 0 ? 1 : sumOf(pairs.speaks) / sumOf(pairs.weight)
  return { members, start, other, gave, weight, speaks, given, received, speaking }
}
