/** A share, with the bounds between which the true one lies with 95 % confidence. */
export interface Share {
  count: number
  of: number
  share: number
  low: number
  high: number
}

/** The 97.5th percentile of the normal distribution. */
const z95 = 1.959963984540054

/**
 * A share of people with its interval: Wilson's score method (E. B. Wilson, “Probable inference, the law of succession, and
 * statistical inference”, JASA 22, 1927), which holds for few people and for shares near 0 and 1 too. Of nobody nothing is
 * known: from 0 to 1.
 */
export function shareOf(count: number, of: number, z = z95): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 }
  const share = count / of
  const middle = share + (z * z) / (2 * of)
  const reach = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return {
    ...{ count, of, share },
    low: count === 0 ? 0 : Math.max(0, (middle - reach) / whole),
    high: count === of ? 1 : Math.min(1, (middle + reach) / whole),
  }
}

/** By how much one share is larger than another, and between which bounds that lies. */
export interface Difference {
  difference: number
  low: number
  high: number
}

/**
 * The difference of two independent shares with its interval: Newcombe's hybrid score method (R. G. Newcombe, “Interval
 * estimation for the difference between independent proportions: comparison of eleven methods”, Statistics in Medicine 17,
 * 1998, method 10).
 */
export function differenceOf(
  one: Pick<Share, 'count' | 'of'>,
  other: Pick<Share, 'count' | 'of'>,
  z = z95,
): Difference {
  const [a, b] = [shareOf(one.count, one.of, z), shareOf(other.count, other.of, z)]
  const difference = a.share - b.share
  return {
    difference,
    low: difference - Math.hypot(a.share - a.low, b.high - b.share),
    high: difference + Math.hypot(a.high - a.share, b.share - b.low),
  }
}

/** The quantile of the normal distribution (P. J. Acklam's rational approximation; relative error below 1.2e-9). */
function quantile(p: number): number {
  const poly = (xs: readonly number[], x: number) => xs.reduce((sum, one) => sum * x + one, 0)
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p))
    return poly(tailTop, q) / (poly(tailBelow, q) * q + 1)
  }
  if (p > 1 - 0.02425) return -quantile(1 - p)
  const q = p - 0.5
  const r = q * q
  return (poly(middleTop, r) * q) / (poly(middleBelow, r) * r + 1)
}
const middleTop = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
]
const middleBelow = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
]
const tailTop = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
]
const tailBelow = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416]

/** What can be said of variants: nothing yet, since too few have had time to answer; no difference that is sure; or one that is best. */
export type Verdict =
  | { is: 'too-early'; waiting: number }
  | { is: 'unsure' }
  | { is: 'best'; variant: number }

/** So many must have had time to answer in each variant before anything is said. */
export const fewest = 30

/**
 * What the answers to the variants of a step say, once the people it went to have had their days to answer: a look at every
 * new answer would sooner or later find a difference that is none. One variant is best when it is better than each other
 * one with 95 % confidence in all comparisons together (Bonferroni).
 */
export function verdictOn(
  variants: readonly { interested: number; settled: number; waiting: number }[],
): Verdict {
  const waiting = variants.reduce((sum, one) => sum + one.waiting, 0)
  if (waiting > 0 || variants.some(({ settled }) => settled < fewest)) return { is: 'too-early', waiting }
  const shares = variants.map(({ interested, settled }) => ({ count: interested, of: settled }))
  const comparisons = (shares.length * (shares.length - 1)) / 2
  const z = quantile(1 - 0.025 / Math.max(comparisons, 1))
  const best = shares.findIndex((one) =>
    shares.every((other) => other === one || differenceOf(one, other, z).low > 0),
  )
  return best === -1 ? { is: 'unsure' } : { is: 'best', variant: best }
}
