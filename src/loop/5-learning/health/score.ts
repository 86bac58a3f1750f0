import { type Estimate, type Interval, newcombe, wilson } from '#platform/statistics'

/** What one reader says of a course or a step: from 0, it should be changed, to 1, it is good. `at` in milliseconds. */
export interface Word {
  good: number
  at: number
}

/** The weighed share of good, 0 to 1. */
export interface Share extends Estimate {
  /** How many people said something. */
  people: number
}

export type Trend = 'better' | 'worse' | 'same' | 'few'

const day = 86_400_000
/** What was said so long ago weighs half: content ages, and readers who praised it then do not speak for today. */
export const halfLife = 365 * day
/** This window is compared with the one before. */
export const window = 90 * day

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
  const difference = newcombe(before, after)
  const trend = difference.low > 0 ? 'better' : difference.high < 0 ? 'worse' : 'same'
  return { trend, difference }
}
