import type { Circle } from './circle.ts'
import type { Ties } from './ties.ts'

/** The group that each member works in, by number; less than 0 for none. */
export type Groups = ArrayLike<number>

/** What thanks stay within groups. */
interface Inward {
  /** What the members of each group received, in weights. */
  received: Map<number, number>
  /** Which share of what they give stays within in groups that keep more to themselves than nine of ten. */
  most: number
}

/** Groups that gave less say nothing of what is usual. */
const leastOfGroup = 10

function inwardOf(ties: Ties, groups: Groups): Inward {
  const received = new Map<number, number>()
  const given = new Map<number, { all: number; within: number }>()
  for (let member = 0; member < ties.members; member += 1) {
    const group = groups[member] as number
    if (group < 0) continue
    received.set(group, (received.get(group) ?? 0) + (ties.received[member] as number))
    const sums = given.get(group) ?? { all: 0, within: 0 }
    sums.all += ties.given[member] as number
    for (let at = ties.start[member] as number; at < (ties.start[member + 1] as number); at += 1)
      if (ties.gave[at] && groups[ties.other[at] as number] === group)
        sums.within += ties.weight[at] as number
    given.set(group, sums)
  }
  const shares = [...given.values()].filter(({ all }) => all >= leastOfGroup)
  const sorted = shares.map(({ all, within }) => within / all).sort((a, b) => a - b)
  return { received, most: sorted[Math.floor(sorted.length * 0.9)] ?? 0 }
}

/**
 * Which share of what the members of a circle give would go round among them had nobody arranged it: each gives to their
 * own group as much as the groups that keep most to themselves do, there and elsewhere to everybody as much as others
 * thank them (expected weights by group and by strength, as in the degree-corrected block model: Karrer, Newman 2011;
 * what the circle gave itself says nothing of how much its members are thanked). A team that thanks itself is explained
 * by being a team.
 */
export function explainedBy(ties: Ties, groups: Groups): (circle: Circle) => number {
  const { received, most } = inwardOf(ties, groups)
  const all = ties.received.reduce((sum, one) => sum + one, 0)
  return ({ members, round, given }) => {
    const own = round / members.length
    const thanked = (one: number) => Math.max(0.5, (ties.received[one] as number) - own)
    const sumOf = (those: readonly number[]) => those.reduce((sum, one) => sum + thanked(one), 0)
    let stays = 0
    for (const one of members) {
      const group = groups[one] as number
      const isNear = (other: number) => group >= 0 && groups[other] === group
      const others = members.filter((other) => other !== one)
      const near = others.filter(isNear)
      const [nearby, afar] = [sumOf(near), sumOf(others.filter((other) => !isNear(other)))]
      const ofGroup = (received.get(group) ?? 0) - (ties.received[one] as number) - near.length * own
      const inward = group >= 0 ? most : 0
      const share = inward * (nearby / Math.max(ofGroup, nearby, 1)) + (1 - inward) * Math.min(1, afar / all)
      stays += share * (ties.given[one] as number)
    }
    return given === 0 ? 0 : (ties.speaking * stays) / given
  }
}
