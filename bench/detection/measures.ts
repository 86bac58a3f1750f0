/** How well a ranking found those who came to matter. `scores` and `truth` have one entry a member. */
export interface Quality {
  /** Of the first k, the share that belongs there. */
  precision: number
  ndcg: number
  auc: number
  kendall: number
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Indices by value, the largest first; equal ones in the order they stand in. */
export const ranked = (values: ArrayLike<number>): number[] =>
  Array.from(values, (_, index) => index).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)

const gain = (index: number, truth: ArrayLike<number>) => Math.max(0, truth[index] ?? 0)
const discounted = (order: readonly number[], truth: ArrayLike<number>) =>
  order.reduce((sum, index, place) => sum + gain(index, truth) / Math.log2(place + 2), 0)

/** Järvelin and Kekäläinen 2002, with the truth itself as the gain. 0 when there is nothing to gain. */
export function ndcgOf(scores: ArrayLike<number>, truth: ArrayLike<number>, depth: number): number {
  const best = discounted(ranked(truth).slice(0, depth), truth)
  return best === 0 ? 0 : discounted(ranked(scores).slice(0, depth), truth) / best
}

export function precisionOf(scores: ArrayLike<number>, truth: ArrayLike<number>, depth: number): number {
  const wanted = new Set(ranked(truth).slice(0, depth))
  return (
    ranked(scores)
      .slice(0, depth)
      .filter((index) => wanted.has(index)).length / depth
  )
}

/** The chance that one of the true first k is ranked above one who is not; ties count half (Mann and Whitney 1947). */
export function aucOf(scores: ArrayLike<number>, truth: ArrayLike<number>, depth: number): number {
  const wanted = new Set(ranked(truth).slice(0, depth))
  const order = Array.from(scores, (_, index) => index).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0))
  let ranks = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && scores[order[to] as number] === scores[order[from] as number]) to += 1
    const rank = (from + to + 1) / 2
    for (const index of order.slice(from, to)) if (wanted.has(index)) ranks += rank
    from = to
  }
  const [few, many] = [wanted.size, order.length - wanted.size]
  return many === 0 ? 1 : (ranks - (few * (few + 1)) / 2) / (few * many)
}

/** How many pairs of equal values there are in a sorted list. */
function tiedPairs(sorted: ArrayLike<number>): number {
  let pairs = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1
    pairs += ((to - from) * (to - from - 1)) / 2
    from = to
  }
  return pairs
}

/** Sorts the list in place and counts the exchanges of neighbours that it takes. */
function exchanges(list: Float64Array, spare = new Float64Array(list.length)): number {
  if (list.length < 2) return 0
  const middle = list.length >> 1
  const [left, right] = [list.subarray(0, middle), list.subarray(middle)]
  let count = exchanges(left, spare.subarray(0, middle)) + exchanges(right, spare.subarray(middle))
  for (let at = 0, l = 0, r = 0; at < list.length; at += 1) {
    const takesLeft = r === right.length || (l < left.length && (left[l] as number) <= (right[r] as number))
    spare[at] = takesLeft ? (left[l] as number) : (right[r] as number)
    if (takesLeft) l += 1
    else {
      r += 1
      count += left.length - l
    }
  }
  list.set(spare.subarray(0, list.length))
  return count
}

/** Kendall's tau-b, with ties (Knight 1966). 0 when all of one side are equal. */
export function kendallOf(scores: ArrayLike<number>, truth: ArrayLike<number>): number {
  const size = scores.length
  const at = (of: ArrayLike<number>, index: number) => of[index] ?? 0
  const order = Array.from(scores, (_, index) => index).sort(
    (a, b) => at(scores, a) - at(scores, b) || at(truth, a) - at(truth, b),
  )
  const pairs = (size * (size - 1)) / 2
  const tiedInScores = tiedPairs(order.map((index) => at(scores, index)))
  const tiedInTruth = tiedPairs(Float64Array.from(truth).sort())
  let tiedInBoth = 0
  for (let from = 0; from < size; ) {
    let to = from
    const same = (index: number) =>
      at(scores, index) === at(scores, order[from] as number) &&
      at(truth, index) === at(truth, order[from] as number)
    while (to < size && same(order[to] as number)) to += 1
    tiedInBoth += ((to - from) * (to - from - 1)) / 2
    from = to
  }
  const discordant = exchanges(Float64Array.from(order, (index) => at(truth, index)))
  const concordant = pairs - tiedInScores - tiedInTruth + tiedInBoth - discordant
  const scale = Math.sqrt((pairs - tiedInScores) * (pairs - tiedInTruth))
  return scale === 0 ? 0 : (concordant - discordant) / scale
}

/** Ranks from 1 on, the lowest first; equal values have the mean of theirs. */
function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Uint32Array.from(values, (_, index) => index).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  )
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to += 1
    for (let at = from; at < to; at += 1) ranks[order[at] as number] = (from + to + 1) / 2
    from = to
  }
  return ranks
}

/** Spearman's rank correlation, with ties. 0 when all of one side are equal. */
export function spearmanOf(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [a, b] = [ranksOf(one), ranksOf(other)]
  const middle = (a.length + 1) / 2
  let [both, first, second] = [0, 0, 0]
  for (let at = 0; at < a.length; at += 1) {
    const [x, y] = [(a[at] ?? 0) - middle, (b[at] ?? 0) - middle]
    both += x * y
    first += x * x
    second += y * y
  }
  return first === 0 || second === 0 ? 0 : both / Math.sqrt(first * second)
}
