/**
 * Gini coefficient of some amounts, 0 (all alike) to 1: half the mean difference between two of them, as a share of
 * their mean (Gini 1912). 0 where there is nothing.
 */
export function gini(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, one) => sum + one, 0)
  if (total === 0) return 0
  const weighted = sorted.reduce((sum, one, at) => sum + (2 * (at + 1) - sorted.length - 1) * one, 0)
  return weighted / (sorted.length * total)
}

/** The value below which a share of some sorted values lies; the greatest for 1. Throws where there is none. */
export function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new Error('There is no quantile of nothing.')
  return value
}
