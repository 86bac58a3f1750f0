import type { Thanks } from './thanks.ts'

/** What can be said of a ring in words: counts of thanks as they were given. */
export interface Evidence {
  /** How often they thanked one another, and how often anybody. */
  thanks: number
  allThanks: number
  points: number
  allPoints: number
  /** Of the thanks among them, those that say for what. */
  grounded: number
  /** The first and the last day of thanks among them. */
  first: number
  last: number
}

const none = (): Evidence => ({
  ...{ thanks: 0, allThanks: 0, points: 0, allPoints: 0, grounded: 0 },
  ...{ first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
})

type Members = { members: readonly number[] }

/** By member the rings that they are in; somebody may be in several. */
function ringsByMember(rings: readonly Members[]): Map<number, number[]> {
  const ringsOf = new Map<number, number[]>()
  for (const [ring, { members }] of rings.entries())
    for (const one of members) ringsOf.set(one, [...(ringsOf.get(one) ?? []), ring])
  return ringsOf
}

/** How often the members of each of some rings thanked one another: of one day one counts, for each whom somebody thanked. */
export function timesAmong(thanks: Thanks, rings: readonly Members[]): number[] {
  const ringsOf = ringsByMember(rings)
  const times = rings.map(() => new Set<string>())
  for (let at = 0; at < thanks.from.length; at += 1) {
    const [from, to] = [thanks.from[at] as number, thanks.to[at] as number]
    for (const ring of ringsOf.get(from) ?? [])
      if (ringsOf.get(to)?.includes(ring)) times[ring]?.add(`${from} ${to} ${thanks.day[at]}`)
  }
  return times.map(({ size }) => size)
}

/** What can be said of each of some rings. */
export function evidenceOf(thanks: Thanks, rings: readonly Members[]): Evidence[] {
  const found = rings.map(none)
  const ringsOf = ringsByMember(rings)
  for (let at = 0; at < thanks.from.length; at += 1)
    for (const ring of ringsOf.get(thanks.from[at] as number) ?? []) {
      const one = found[ring] as Evidence
      const points = thanks.points[at] as number
      one.allThanks += 1
      one.allPoints += points
      if (!ringsOf.get(thanks.to[at] as number)?.includes(ring)) continue
      one.thanks += 1
      one.points += points
      one.grounded += thanks.grounded[at] as number
      one.first = Math.min(one.first, thanks.day[at] as number)
      one.last = Math.max(one.last, thanks.day[at] as number)
    }
  return found
}
