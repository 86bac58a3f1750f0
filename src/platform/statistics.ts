/** Both ends of an interval that holds the true value as often as `z` says: 95 times in 100, unless it says otherwise. */
export interface Interval {
  low: number
  high: number
}

/** A share from 0 to 1, with its interval. */
export interface Estimate extends Interval {
  share: number
}

/** The two-sided 95 % point of the normal distribution. */
const z95 = 1.959963984540054

/**
 * The score interval for a share among `people` (not necessarily whole) of whom nothing else is known: it holds for few
 * people, and for shares near 0 and 1 too. Of nobody nothing is known: from 0 to 1.
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22 (1927).
 */
export function wilson(share: number, people: number, z = z95): Interval {
  if (people <= 0) return { low: 0, high: 1 }
  const middle = share + z ** 2 / (2 * people)
  const reach = z * Math.sqrt((share * (1 - share)) / people + z ** 2 / (4 * people ** 2))
  const whole = 1 + z ** 2 / people
  // At a share of 0 or 1 the end is exact: rounding must not pass it.
  return {
    low: share === 0 ? 0 : Math.max(0, (middle - reach) / whole),
    high: share === 1 ? 1 : Math.min(1, (middle + reach) / whole),
  }
}

/**
 * By how much the second of two independent shares is more than the first, as sure as their own intervals are.
 * R. G. Newcombe, Interval estimation for the difference between independent proportions, method 10, Stat. Med. 17 (1998).
 */
export function newcombe(first: Estimate, second: Estimate): Interval {
  const between = second.share - first.share
  return {
    low: between - Math.hypot(second.share - second.low, first.high - first.share),
    high: between + Math.hypot(second.high - second.share, first.share - first.low),
  }
}

/**
 * The quantile of the normal distribution for a probability `p` between 0 and 1, with a relative error below 1.2e-9.
 * P. J. Acklam, An algorithm for computing the inverse normal cumulative distribution function (2003).
 */
export function normalQuantile(p: number): number {
  const poly = (xs: readonly number[], x: number) => xs.reduce((sum, one) => sum * x + one, 0)
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p))
    return poly(tailTop, q) / (poly(tailBelow, q) * q + 1)
  }
  if (p > 1 - 0.02425) return -normalQuantile(1 - p)
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
