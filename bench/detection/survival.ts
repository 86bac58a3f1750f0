import type { Known, Method } from './protocol.ts'

/** On how many days after the first somebody helped, when last, and how long ago the first was, in days. */
interface History {
  again: number
  last: number
  age: number
}

/** Logarithm of the gamma function for positive numbers, to ten digits (Stirling's series, from 8 on). */
function logGamma(x: number): number {
  if (x < 8) return logGamma(x + 1) - Math.log(x)
  const series = 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5)
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + series
}
const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b)

/** How often people come, and whether they stay: gamma with shape r and rate alpha, beta with a and b. */
type Habits = [r: number, alpha: number, a: number, b: number]

/** The logarithm of the chance of one history (Fader, Hardie, Lee 2005, equation 6). */
function likelihood([r, alpha, a, b]: Habits, { again: x, last, age }: History): number {
  const common = logGamma(r + x) - logGamma(r) + r * Math.log(alpha)
  const stays = logBeta(a, b + x) - logBeta(a, b) - (r + x) * Math.log(alpha + age)
  if (x === 0) return common + stays
  const left = logBeta(a + 1, b + x - 1) - logBeta(a, b) - (r + x) * Math.log(alpha + last)
  const most = Math.max(stays, left)
  return common + most + Math.log(Math.exp(stays - most) + Math.exp(left - most))
}

/** Gauss's hypergeometric series, for z between 0 and 1. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let [term, sum] = [1, 1]
  for (let n = 0; n < 10_000 && Math.abs(term) > 1e-10 * sum; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    sum += term
  }
  return sum
}

/** On how many days more they are expected in so many days to come (the same, equation 10). */
function expected([r, alpha, a, b]: Habits, { again: x, last, age }: History, ahead: number): number {
  const part = hypergeometric(r + x, b + x, a + b + x - 1, ahead / (alpha + age + ahead))
  const shrink = ((alpha + age) / (alpha + age + ahead)) ** (r + x)
  const isGone = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + age) / (alpha + last)) ** (r + x)
  return (((a + b + x - 1) / (a - 1)) * (1 - shrink * part)) / (1 + isGone)
}

type Point = readonly number[]
const between = (one: Point, other: Point, share: number): Point =>
  one.map((value, index) => value + share * ((other[index] ?? 0) - value))

/** Looks for the lowest value downhill, from a start on (Nelder and Mead 1965). */
function lowest(value: (point: Point) => number, start: Point, rounds = 400): Point {
  const rate = (point: Point) => ({ point, value: value(point) })
  let all = [start, ...start.map((_, index) => start.map((one, at) => one + (at === index ? 0.5 : 0)))].map(
    rate,
  )
  for (let round = 0; round < rounds; round += 1) {
    all.sort((a, b) => a.value - b.value)
    const [best, worst] = [all[0], all.at(-1)]
    if (!best || !worst || worst.value - best.value < 1e-9 * Math.abs(best.value)) break
    const others = all.slice(0, -1)
    const middle = start.map(
      (_, at) => others.reduce((sum, { point }) => sum + (point[at] ?? 0), 0) / others.length,
    )
    const across = rate(between(middle, worst.point, -1))
    const farther = rate(between(middle, worst.point, -2))
    const nearer = rate(between(middle, worst.point, 0.5))
    const next = across.value < best.value && farther.value < across.value ? farther : across
    const second = others.at(-1)?.value ?? 0
    if (next.value < second) all = [...others, next]
    else if (nearer.value < worst.value) all = [...others, nearer]
    else all = [best, ...all.slice(1).map(({ point }) => rate(between(best.point, point, 0.5)))]
  }
  return all[0]?.point ?? start
}

function historiesOf({ helps, members, at }: Known): (History | undefined)[] {
  const days: Set<number>[] = Array.from({ length: members }, () => new Set())
  for (const { by, at: when } of helps) if (by >= 0) days[by]?.add(Math.floor(when))
  return days.map((all) => {
    if (all.size === 0) return undefined
    const [first, last] = [Math.min(...all), Math.max(...all)]
    return { again: all.size - 1, last: last - first, age: Math.max(at - first, last - first + 0.01) }
  })
}

/** The days on which somebody is expected to help, by how often and how lately they did (BG/NBD: Fader, Hardie, Lee 2005). */
export const expectedDays: Method = (known) => {
  const histories = historiesOf(known)
  const all = histories.filter((one) => one !== undefined)
  const cost = (point: Point) => {
    const habits = point.map(Math.exp) as Habits
    const sum = all.reduce((most, history) => most + likelihood(habits, history), 0)
    // Far off, nothing is known of people any more, and the sums lose their digits.
    return Math.max(...point.map(Math.abs)) > 8 || Number.isNaN(sum) ? Number.MAX_VALUE : -sum
  }
  const habits = lowest(cost, [-1, 1, 0.1, 0.5]).map(Math.exp) as Habits
  return histories.map((history) => (history ? expected(habits, history, 90) : 0))
}
