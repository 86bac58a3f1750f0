export const metrics = ['nominal', 'ordinal', 'interval'] as const
/** How far two values are from each other: whether they are the same, how many values lie between, or their difference. */
export type Metric = (typeof metrics)[number]

/**
 * Krippendorff's alpha: how well observers agree beyond chance on some units. 1: they always agree; 0: as if the values had
 * been dealt out at random; below 0: they contradict each other. `units` holds for each unit the values that its observers
 * gave; who gave which does not matter, nor that some gave none. Units with fewer than two values say nothing and are left out.
 *
 * Null where fewer than two values can be paired, or where all of them are the same: without variation nobody can tell
 * agreement from habit, and the formula divides zero by zero. Work grows with the values, and with the square of how many
 * different ones there are.
 *
 * Source: Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability; Content Analysis: An Introduction to Its
 * Methodology (4th ed., 2019), chapter 12.
 */
export function alphaOf(units: readonly (readonly number[])[], metric: Metric): number | null {
  const paired = units.filter((values) => values.length > 1)
  const scale = [...new Set(paired.flat())].sort((a, b) => a - b)
  if (scale.length < 2) return null
  const at = new Map(scale.map((value, index) => [value, index]))
  const counts = paired.map((values) => countsOf(values, at, scale.length))
  const totals = scale.map((_, index) => counts.reduce((sum, one) => sum + (one[index] ?? 0), 0))
  const distance = distanceOn(scale, totals, metric)
  const all = totals.reduce((a, b) => a + b, 0)
  let observed = 0
  for (const one of counts) observed += apart(one, distance) / (one.reduce((a, b) => a + b, 0) - 1)
  return 1 - ((all - 1) * observed) / apart(totals, distance)
}

function countsOf(values: readonly number[], at: ReadonlyMap<number, number>, length: number): number[] {
  const counts = new Array<number>(length).fill(0)
  for (const value of values) {
    const index = at.get(value) ?? 0
    counts[index] = (counts[index] ?? 0) + 1
  }
  return counts
}

type Distance = (a: number, b: number) => number

/** The squared difference between two values, by their place on the scale. */
function distanceOn(scale: readonly number[], totals: readonly number[], metric: Metric): Distance {
  if (metric === 'nominal') return () => 1
  if (metric === 'interval') return (a, b) => ((scale[a] ?? 0) - (scale[b] ?? 0)) ** 2
  // Between two ranks lie the values given between them, and half of those given at either end.
  const middles: number[] = []
  let below = 0
  for (const total of totals) {
    middles.push(below + total / 2)
    below += total
  }
  return (a, b) => ((middles[a] ?? 0) - (middles[b] ?? 0)) ** 2
}

/** The sum of the squared differences of every two values of those counted. */
function apart(counts: readonly number[], distance: Distance): number {
  let sum = 0
  for (const [a, one] of counts.entries()) {
    if (one === 0) continue
    for (let b = a + 1; b < counts.length; b += 1) {
      const other = counts[b] ?? 0
      if (other > 0) sum += one * other * distance(a, b)
    }
  }
  return sum
}
