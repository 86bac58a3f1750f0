import type { PersonalBest } from '../board.contract.ts'

export interface Week {
  /** The Monday it began, such as 2026-11-23. */
  week: string
  people: number
}

const mondayBefore = (week: string, weeks: number): string =>
  new Date(Date.parse(`${week}T00:00:00Z`) - weeks * 7 * 86_400_000).toISOString().slice(0, 10)

/**
 * Weeks in a row, up to this one, in which somebody was helped; this one counts as soon as somebody was. One week without
 * does not end it, as nobody is always there; two in a row do.
 */
export function streakOf(weeks: readonly Week[], current: string): number {
  const helped = new Set(weeks.filter(({ people }) => people > 0).map(({ week }) => week))
  let streak = helped.has(current) ? 1 : 0
  let off = 0
  for (let back = 1; off < 2 && back <= weeks.length * 2 + 2; back += 1) {
    if (helped.has(mondayBefore(current, back))) {
      streak += 1
      off = 0
    } else off += 1
  }
  return streak
}

/** What somebody did week by week, told as this week, the best of the others, and the streak. */
export function bestOf(weeks: readonly Week[], current: string): PersonalBest {
  const others = weeks.filter(({ week }) => week !== current)
  const best = others.reduce<Week | null>(
    (most, one) => (one.people > (most?.people ?? 0) ? one : most),
    null,
  )
  const week = weeks.find((one) => one.week === current)?.people ?? 0
  return { week, best, streak: streakOf(weeks, current), weeks: [...weeks] }
}
