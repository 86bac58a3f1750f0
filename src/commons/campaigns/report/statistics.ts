import { type Estimate, newcombe, normalQuantile, wilson } from '#platform/statistics'

/** A share of people, with the bounds between which the true one lies with 95 % confidence. */
export interface Share extends Estimate {
  count: number
  of: number
}

/** So many of so many, with its interval. */
export function shareOf(count: number, of: number, z?: number): Share {
  const share = of === 0 ? 0 : count / of
  return { count, of, share, ...wilson(share, of, z) }
}

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
  const comparisons = (variants.length * (variants.length - 1)) / 2
  const z = normalQuantile(1 - 0.025 / Math.max(comparisons, 1))
  const shares = variants.map(({ interested, settled }) => shareOf(interested, settled, z))
  const best = shares.findIndex((one) =>
    shares.every((other) => other === one || newcombe(other, one).low > 0),
  )
  return best === -1 ? { is: 'unsure' } : { is: 'best', variant: best }
}
