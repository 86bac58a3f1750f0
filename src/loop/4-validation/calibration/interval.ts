/** A mean, and between which figures it lies with 95 % confidence. */
export interface Estimate {
  mean: number
  low: number
  high: number
}

/** Of some values, at least two, their mean with Student's interval. */
export function meanOf(values: readonly number[]): Estimate {
  const { mean, error } = momentsOf(values)
  return around(mean, error, values.length - 1)
}

/**
 * By how much the mean of some values differs from that of others, at least two each; their spread need not be the same.
 * Source: Welch, B. L. (1947), The generalization of "Student's" problem when several different population variances are involved.
 */
export function difference(some: readonly number[], others: readonly number[]): Estimate {
  const [a, b] = [momentsOf(some), momentsOf(others)]
  const [one, other] = [a.error ** 2, b.error ** 2]
  const degrees =
    one + other === 0
      ? some.length + others.length - 2
      : (one + other) ** 2 / (one ** 2 / (some.length - 1) + other ** 2 / (others.length - 1))
  return around(a.mean - b.mean, Math.sqrt(one + other), degrees)
}

function momentsOf(values: readonly number[]): { mean: number; error: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}

function around(mean: number, error: number, degrees: number): Estimate {
  const reach = error * studentQuantile(degrees)
  return { mean, low: mean - reach, high: mean + reach }
}

/** The 97.5th percentile of the normal distribution. */
const z = 1.959_963_984_540_054

/**
 * The 97.5th percentile of Student's distribution, to two decimals from four degrees of freedom on.
 * Source: Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.7.5.
 */
export function studentQuantile(degrees: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ]
  return terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), z)
}
