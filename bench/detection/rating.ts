import type { Known, Method } from './protocol.ts'
import { type Help, votesOf } from './sets.ts'

/** How good somebody is believed to be, and how sure that is. */
interface Belief {
  mean: number
  variance: number
}

const start: Belief = { mean: 25, variance: (25 / 3) ** 2 }
const noise = (25 / 6) ** 2
const drift = (25 / 300) ** 2

const density = (t: number) => Math.exp((-t * t) / 2) / Math.sqrt(2 * Math.PI)

/** The share of a normal distribution below t, to seven digits (Abramowitz and Stegun 1964, 26.2.17). */
function below(t: number): number {
  const k = 1 / (1 + 0.2316419 * Math.abs(t))
  const tail =
    density(t) *
    k *
    (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))))
  return t < 0 ? tail : 1 - tail
}

/** One wins against the other (TrueSkill without draws: Herbrich, Minka, Graepel 2007). */
function play(winner: Belief, loser: Belief): [Belief, Belief] {
  const [up, down] = [winner.variance + drift, loser.variance + drift]
  const spread = Math.sqrt(2 * noise + up + down)
  const t = (winner.mean - loser.mean) / spread
  // Far below, the quotient is lost to rounding and tends to -t.
  const v = t < -6 ? -t : density(t) / below(t)
  const w = v * (v + t)
  return [
    { mean: winner.mean + (up / spread) * v, variance: up * (1 - (up / spread ** 2) * w) },
    { mean: loser.mean - (down / spread) * v, variance: down * (1 - (down / spread ** 2) * w) },
  ]
}

const better = (one: Help, other: Help) =>
  Number(other.acceptedAt < Infinity) - Number(one.acceptedAt < Infinity) ||
  votesOf(other) - votesOf(one) ||
  one.at - other.at

/** The best answer to each question wins against its asker and the other answers (Liu, Song, Lin 2011). */
export const trueSkill: Method = ({ helps, members }: Known) => {
  const beliefs = Array.from({ length: members }, () => start)
  const meet = (winner: number, loser: number) => {
    if (winner < 0 || loser < 0 || winner === loser) return
    const [won, lost] = play(beliefs[winner] ?? start, beliefs[loser] ?? start)
    beliefs[winner] = won
    beliefs[loser] = lost
  }
  for (const all of Map.groupBy(helps, ({ question }) => question).values()) {
    const [best, ...others] = all.toSorted(better)
    if (!best) continue
    meet(best.by, best.to)
    for (const other of others) meet(best.by, other.by)
  }
  return Float64Array.from(beliefs, ({ mean, variance }) => mean - 3 * Math.sqrt(variance))
}
