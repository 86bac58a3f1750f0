import type { Acts } from './acts.ts'

/** When members were there to help. */
export interface There {
  /** The day a member came. */
  came: (member: number) => number
  /** How much of the time they were there, had they come on that day: 1 for full time all along, the last days counting most. */
  exposure: (member: number, since: number) => number
}

/** Nobody did anything before they came: how much of the time each was there, by member. */
export const throughout = (exposure: ArrayLike<number>): There => ({
  came: () => 0,
  exposure: (member) => exposure[member] ?? 1,
})

/** For how much of the time a newcomer is taken to have been there before: who is there for a day is not yet known. */
const before = 0.02
/** What a strength is divided by: the time it was there for, so that full time all along is 1. */
export const timeOf = (exposure: number): number => (exposure + before) / (1 + before)

/** How strong somebody's help was, and how much of the time they were there for it. */
interface Taken {
  strength: number
  exposure: number
}

/**
 * From which day on what a member did is taken, for the time from then on: from the day they came, or, where they did
 * something before (in a tool whose past was brought in), from the day of that which is best for them, so that one more
 * act never lowers a score. Acts before that day have no part.
 */
export function takenFrom(
  { acts, there }: { acts: Acts; there?: There },
  member: number,
  parts: Float64Array,
): Taken {
  const start = acts.from[member] as number
  const dayOf = (at: number) => acts.day[start + at] as number
  const came = there?.came(member) ?? 0
  const early: number[] = []
  let [strength, since] = [0, came]
  for (let at = 0; at < parts.length; at += 1) {
    if (dayOf(at) < came) early.push(at)
    else strength += parts[at] as number
  }
  const exposureFrom = (day: number) => there?.exposure(member, day) ?? 1
  let best = { strength, exposure: exposureFrom(came) }
  early.sort((one, other) => dayOf(other) - dayOf(one) || one - other)
  for (const [place, at] of early.entries()) {
    strength += parts[at] as number
    const next = early[place + 1]
    if (next !== undefined && dayOf(next) === dayOf(at)) continue
    const exposure = exposureFrom(dayOf(at))
    if (strength / timeOf(exposure) <= best.strength / timeOf(best.exposure)) continue
    best = { strength, exposure }
    since = dayOf(at)
  }
  for (const at of early) if (dayOf(at) < since) parts[at] = 0
  return best
}
