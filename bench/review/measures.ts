/** The value below which a share of some sorted values lies; the greatest for 1. Throws where there is none. */
export function quantile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new Error('There is no quantile of nothing.')
  return value
}
