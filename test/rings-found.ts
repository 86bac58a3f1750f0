import { findRings, type Ring } from '#recognition/fairness/rings/rings.ts'
import type { WithRings } from './planted-rings.ts'
import type { Thankful } from './thankful.ts'

/** What is found in thanks that were made up, or in a community's. */
export const ringsIn = ({ members, thanks, groups }: Thankful): Ring[] =>
  findRings(
    {
      members,
      from: thanks.map(({ from }) => from),
      to: thanks.map(({ to }) => to),
      day: thanks.map(({ day }) => day),
      points: thanks.map(({ points }) => points),
      grounded: thanks.map(({ isGrounded }) => (isGrounded ? 1 : 0)),
    },
    groups,
  )

/** Counts of what was planted and found. */
export interface Tally {
  planted: number
  /** Rings that were found: a group that has more of its members than of others, and more than it lacks. */
  hit: number
  found: number
  /** Groups found that are a planted ring. */
  right: number
  /** Members of rings, those found in any group, and all who are in a group found. */
  members: number
  membersHit: number
  membersFound: number
  /** Pairs that thanked each other without being in a ring together, and those of them in a group found. */
  pairs: number
  pairsFlagged: number
}

/** Whether two groups are more alike than not: what both have is more than half of what either has. */
function isMatch(one: readonly number[], other: readonly number[]): boolean {
  const both = one.filter((member) => other.includes(member)).length
  return both / (one.length + other.length - both) > 0.5
}

/** Pairs that thanked each other and are in no ring together. */
function honestPairs({ thanks, members, rings }: WithRings): [number, number][] {
  const ringOf = new Map(rings.flatMap((ring, at) => ring.map((one) => [one, at] as const)))
  const all = new Set(thanks.map(({ from, to }) => from * members + to))
  return [...all].flatMap((pair): [number, number][] => {
    const [from, to] = [Math.floor(pair / members), pair % members]
    const isHonest = ringOf.get(from) === undefined || ringOf.get(from) !== ringOf.get(to)
    return from < to && isHonest && all.has(to * members + from) ? [[from, to]] : []
  })
}

/** How much of what was planted is found, and what else. */
export function tallyOf(given: WithRings): Tally {
  const found = ringsIn(given).map(({ members }) => members)
  const { rings } = given
  const groupsWith = new Map<number, number[][]>()
  for (const group of found)
    for (const one of group) groupsWith.set(one, [...(groupsWith.get(one) ?? []), [...group]])
  const pairs = honestPairs(given)
  const inRings = rings.flat()
  return {
    planted: rings.length,
    hit: rings.filter((ring) => found.some((group) => isMatch(group, ring))).length,
    found: found.length,
    right: found.filter((group) => rings.some((ring) => isMatch(group, ring))).length,
    members: inRings.length,
    membersHit: inRings.filter((one) => groupsWith.has(one)).length,
    membersFound: groupsWith.size,
    pairs: pairs.length,
    pairsFlagged: pairs.filter(([one, other]) => groupsWith.get(one)?.some((group) => group.includes(other)))
      .length,
  }
}
