/** What one reader says of a course or a step: from 0, it should be changed, to 1, it is good. `at` in milliseconds. */
export interface Word {
  good: number
  at: number
}

/** Both ends of an interval that holds the true value 95 times in 100. */
export interface Interval {
  low: number
  high: number
}

export interface Share extends Interval {
  /** The weighed share of good, 0 to 1. */
  share: number
  /** How many people said something. */
  people: number
}

export type Trend = 'better' | 'worse' | 'same' | 'few'

const day = 86_400_000
/** What was said so long ago weighs half: content ages, and readers who praised it then do not speak for today. */
export const halfLife = 365 * day
/** This window is compared with the one before. */
export const window = 90 * day

/** The two-sided 95 % point of the normal distribution. */
const z = 1.959963984540054

/**
 * The score interval for a share among `people` (not necessarily whole) of whom nothing else is known.
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22 (1927).
 */
export function wilson(share: number, people: number): Interval {
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
 * The share of good among those who said something until `now`; undefined where nobody has. Words are worth less the
 * older they are, and so many people as are worth the same carry the interval: L. Kish, Survey Sampling (1965). A word
 * between good and bad varies less than one of both, so the interval is rather too wide than too narrow.
 */
export function shareOf(words: readonly Word[], now: number): Share | undefined {
  const weighed = words
    .filter(({ at }) => at <= now)
    .map(({ good, at }) => ({ good, weight: 2 ** ((at - now) / halfLife) }))
  const sum = weighed.reduce((total, { weight }) => total + weight, 0)
  if (sum === 0) return
  const squares = weighed.reduce((total, { weight }) => total + weight ** 2, 0)
  // A mean of nothing but ones is one, whatever the rounding.
  const share = Math.min(1, weighed.reduce((total, { good, weight }) => total + good * weight, 0) / sum)
  return { share, people: weighed.length, ...wilson(share, sum ** 2 / squares) }
}

/**
 * By how much the second of two independent shares is more than the first.
 * R. G. Newcombe, Interval estimation for the difference between independent proportions, method 10, Stat. Med. 17 (1998).
 */
export function differenceOf(before: Share, after: Share): Interval {
  const between = after.share - before.share
  return {
    low: between - Math.hypot(after.share - after.low, before.high - before.share),
    high: between + Math.hypot(after.high - after.share, before.share - before.low),
  }
}

/** How the last window stands to the one before: only as sure as both together are. */
export function trendOf(
  words: readonly Word[],
  now: number,
  fewest: number,
): { trend: Trend; difference: Interval | null } {
  const within = (from: number, to: number) =>
    shareOf(
      words.filter(({ at }) => at > from && at <= to),
      to,
    )
  const [before, after] = [within(now - 2 * window, now - window), within(now - window, now)]
  if (!before || !after || Math.min(before.people, after.people) < fewest)
    return { trend: 'few', difference: null }
  const difference = differenceOf(before, after)
  const trend = difference.low > 0 ? 'better' : difference.high < 0 ? 'worse' : 'same'
  return { trend, difference }
}
