import { difference, type Estimate, meanOf } from './interval.ts'

/** One level that somebody gave, beside those that others gave to the same. */
export interface Compared {
  /** What was judged: a round of review, or a practice course. */
  unit: string
  criterion: string
  own: number
  /** What others gave to the same on the same criterion; never empty. */
  others: readonly number[]
  /** When, in milliseconds. */
  at: number
}

/** Below so many units nothing is said: one odd course would make a habit. */
export const fewestUnits = 5

export interface Figures {
  units: number
  /** How many units are missing before anything is said; 0 where it is. */
  missing: number
  /** Of every two levels, own and other's, which share is the same, and which at most one level apart; 0 to 1. */
  agreement: { same: number; near: number } | null
  /** By how many levels one judges higher than others do; below 0: lower. */
  leniency: Estimate | null
  /** By how much leniency of the later half of the units differs from that of the earlier. Needs twice as many units. */
  drift: Estimate | null
}

/**
 * How somebody judges beside others. Leniency is the mean over units of the mean difference between own level and the mean of the
 * others', so that a course judged on many criteria, or by many people, counts once; its interval is Student's, over units.
 */
export function figuresOf(compared: readonly Compared[]): Figures {
  const units = unitsOf(compared)
  const missing = Math.max(0, fewestUnits - units.length)
  if (missing > 0) return { units: units.length, missing, agreement: null, leniency: null, drift: null }
  const half = Math.ceil(units.length / 2)
  const [before, lately] = [units.slice(0, half), units.slice(half)]
  return {
    units: units.length,
    missing: 0,
    agreement: agreementOf(compared),
    leniency: meanOf(units),
    drift: lately.length < fewestUnits ? null : difference(lately, before),
  }
}

/** How much higher than the others one judged each unit, the earliest first. */
function unitsOf(compared: readonly Compared[]): number[] {
  const grouped = [...Map.groupBy(compared, ({ unit }) => unit)].map(([unit, some]) => ({
    unit,
    at: Math.max(...some.map(({ at }) => at)),
    higher: mean(some.map(({ own, others }) => own - mean(others))),
  }))
  return grouped.sort((a, b) => a.at - b.at || (a.unit < b.unit ? -1 : 1)).map(({ higher }) => higher)
}

function agreementOf(compared: readonly Compared[]): { same: number; near: number } {
  const apart = compared.flatMap(({ own, others }) => others.map((other) => Math.abs(own - other)))
  const share = (most: number) => apart.filter((levels) => levels <= most).length / apart.length
  return { same: share(0), near: share(1) }
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
