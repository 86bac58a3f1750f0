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

/** What the first so many of some amounts are together, a part of one by its share. */
function upTo(sorted: readonly number[], count: number): number {
  const whole = Math.floor(count)
  const sum = sorted.slice(0, whole).reduce((all, one) => all + one, 0)
  return sum + (count - whole) * (sorted[whole] ?? 0)
}

/**
 * The Lorenz curve (Lorenz 1905): which share of everything the lowest 1/`steps`, 2/`steps` and so on of people have,
 * from 0 to 1. Empty where there is nothing.
 */
export function lorenz(amounts: readonly number[], steps: number): number[] {
  const sorted = amounts.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, one) => sum + one, 0)
  if (total === 0) return []
  return Array.from({ length: steps + 1 }, (_, at) => upTo(sorted, (sorted.length * at) / steps) / total)
}

/** Which share of everything the tenth has that has most, the tenth rounded up. */
export function topShare(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => b - a)
  const total = sorted.reduce((sum, one) => sum + one, 0)
  return total === 0 ? 0 : upTo(sorted, Math.ceil(sorted.length / 10)) / total
}
