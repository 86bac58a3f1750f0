/** ln of the gamma function of x > 0, by Stirling's series; for small x from those above. */
function logGamma(x: number): number {
  if (x < 8) return logGamma(x + 1) - Math.log(x)
  const square = 1 / (x * x)
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series
}

const fine = 1e-12
/** Far more than it takes. */
const mostSteps = 1000
const kept = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)

/** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method (1976). */
function fraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= mostSteps; m += 1) {
    const terms = [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]
    let step = 1
    for (const term of terms) {
      d = 1 / kept(1 + term * d)
      c = kept(1 + term / c)
      step = d * c
      value *= step
    }
    if (Math.abs(step - 1) < fine) return value
  }
  throw new Error(`the beta function of ${a} and ${b} does not settle at ${x}`)
}

/** The chance that a share with a beta distribution of `a` and `b`, both above 0, is `x` or more (DLMF 8.17). */
export function betaTail(x: number, a: number, b: number): number {
  if (x <= 0) return 1
  if (x >= 1) return 0
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  return x < (a + 1) / (a + b + 2) ? 1 - (front * fraction(x, a, b)) / a : (front * fraction(1 - x, b, a)) / b
}
