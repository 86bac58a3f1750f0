/** Thanks in columns, one place each. */
export interface Thanks {
  /** Members are numbered from 0. */
  readonly members: number
  readonly from: ArrayLike<number>
  readonly to: ArrayLike<number>
  /** Days since 1970. */
  readonly day: ArrayLike<number>
  readonly points: ArrayLike<number>
  /** 1 where they are for a course, a need, an answer or a review that anybody can go and look at; else 0. */
  readonly grounded: ArrayLike<number>
}

/** Who thanked whom, each pair once, in the order of who gave and who received. */
export interface Pairs {
  readonly from: Int32Array
  readonly to: Int32Array
  /** What all of it weighs, and what of that speaks for a ring: see `groundedSpeaks`. */
  readonly weight: Float32Array
  readonly speaks: Float32Array
}

/** Thanks that say for what speak half for a ring: who works together has something to thank for. */
const groundedSpeaks = 0.5
/** A gift of very many points is one gift still. */
const mostWeight = 3

/** What thanks weigh: half for having been said, half for their points against the mean; one where nobody gives points. */
function weighing({ points }: Thanks): (at: number) => number {
  let sum = 0
  for (let at = 0; at < points.length; at += 1) sum += points[at] as number
  if (sum === 0) return () => 1
  const mean = sum / points.length
  return (at) => Math.min(mostWeight, (1 + (points[at] as number) / mean) / 2)
}

/** The places of thanks, by who gave, who received, and day. */
function inOrder({ from, to, day, members }: Thanks): Uint32Array {
  const size = from.length
  const key = Float64Array.from(
    { length: size },
    (_, at) => (from[at] as number) * members + (to[at] as number),
  )
  const places = Uint32Array.from({ length: size }, (_, at) => at)
  return places.sort(
    (a, b) => (key[a] as number) - (key[b] as number) || (day[a] as number) - (day[b] as number),
  )
}

/** Every pair that thanked. Of thanks of one day only the weightiest count: said three times they are said once. */
export function pairsOf(thanks: Thanks): Pairs {
  const order = inOrder(thanks)
  const weigh = weighing(thanks)
  const [from, to] = [new Int32Array(order.length), new Int32Array(order.length)]
  const [weight, speaks] = [new Float32Array(order.length), new Float32Array(order.length)]
  let [pair, day, most, mostSpeaks] = [-1, 0, 0, 0]
  for (const at of order) {
    const [giver, taker] = [thanks.from[at] as number, thanks.to[at] as number]
    const isNewPair = pair === -1 || from[pair] !== giver || to[pair] !== taker
    if (isNewPair) {
      pair += 1
      from[pair] = giver
      to[pair] = taker
    }
    if (isNewPair || thanks.day[at] !== day) [day, most, mostSpeaks] = [thanks.day[at] as number, 0, 0]
    const all = weigh(at)
    const speaking = thanks.grounded[at] ? all * groundedSpeaks : all
    weight[pair] = (weight[pair] as number) + Math.max(0, all - most)
    speaks[pair] = (speaks[pair] as number) + Math.max(0, speaking - mostSpeaks)
    most = Math.max(most, all)
    mostSpeaks = Math.max(mostSpeaks, speaking)
  }
  const size = pair + 1
  return {
    ...{ from: from.subarray(0, size), to: to.subarray(0, size) },
    ...{ weight: weight.subarray(0, size), speaks: speaks.subarray(0, size) },
  }
}
