import { type Circle, closureOf } from './circle.ts'
import type { Ties } from './ties.ts'

/** The group that each member works in, by number; less than 0 for none. */
export type Groups = ArrayLike<number>

interface Group {
  size: number
  /** What its members give anybody, and one another, in weights. */
  given: number
  within: number
}

/** What is known of a place before any circle is: what its groups keep within. */
interface Place {
  ties: Ties
  groups: Groups
  byGroup: Map<number, Group>
  /** What each member gives within their group. */
  within: Float64Array
  everybody: Group
  /** Which share stays within in groups that keep more to themselves than nine of ten. */
  inward: number
}

/** Groups that gave less say nothing of what is usual. */
const leastOfGroup = 10
/** So much that others gave counts as much as knowing nothing: then everybody is thanked alike. */
const prior = 5

function placeOf(ties: Ties, groups: Groups): Place {
  const byGroup = new Map<number, Group>()
  const within = new Float64Array(ties.members)
  const everybody: Group = { size: 0, given: 0, within: 0 }
  for (let member = 0; member < ties.members; member += 1) {
    const number = groups[member] as number
    const given = ties.given[member] as number
    for (let at = ties.start[member] as number; at < (ties.start[member + 1] as number); at += 1)
      if (ties.gave[at] && number >= 0 && groups[ties.other[at] as number] === number)
        within[member] = (within[member] as number) + (ties.weight[at] as number)
    if (given > 0 || (ties.received[member] as number) > 0) everybody.size += 1
    everybody.given += given
    if (number < 0) continue
    const group = byGroup.get(number) ?? { size: 0, given: 0, within: 0 }
    group.size += 1
    group.given += given
    group.within += within[member] as number
    byGroup.set(number, group)
  }
  everybody.within = everybody.given
  const known = [...byGroup.values()].filter(({ given }) => given >= leastOfGroup)
  const shares = known.map((group) => group.within / group.given).sort((a, b) => a - b)
  const inward = shares[Math.floor(shares.length * 0.9)] ?? 0
  return { ties, groups, byGroup, within, everybody, inward }
}

/**
 * Which share of what one of so many of a circle gives in a place would go to the others of it, had they chosen as those
 * who are not in it do; `toThem` is what those give them, of all they give there.
 */
function shareOf(count: number, { size, within }: Group, own: number, toThem: number): number {
  const others = Math.max(0, within - own)
  const alike = count / Math.max(1, size - 1)
  return Math.min(1, (((toThem + prior * alike) / (others + prior)) * (count - 1)) / count)
}

/** What others give the members of a circle: anybody, and by group those of the same group. */
function fromOthers({ ties, groups }: Place, members: readonly number[]) {
  const near = new Map<number, number>()
  let all = 0
  for (const one of members)
    for (let at = ties.start[one] as number; at < (ties.start[one + 1] as number); at += 1) {
      const other = ties.other[at] as number
      if (ties.gave[at] || members.includes(other)) continue
      const weight = ties.weight[at] as number
      all += weight
      const group = groups[one] as number
      if (group >= 0 && groups[other] === group) near.set(group, (near.get(group) ?? 0) + weight)
    }
  return { all, near }
}

function explained(place: Place, circle: Circle): number {
  const { ties, groups, byGroup, within, everybody, inward } = place
  const { members, given } = circle
  const from = fromOthers(place, members)
  const anywhere = shareOf(members.length, everybody, given, from.all)
  let stays = 0
  for (const one of members) {
    const number = groups[one] as number
    const group = byGroup.get(number)
    const near = members.filter((other) => group && groups[other] === number)
    const own = near.reduce((sum, other) => sum + (within[other] as number), 0)
    const nearby = group ? shareOf(near.length, group, own, from.near.get(number) ?? 0) : 0
    const kept = group ? inward : 0
    stays += (kept * nearby + (1 - kept) * anywhere) * (ties.given[one] as number)
  }
  return given === 0 ? 0 : (ties.speaking * stays) / given
}

/**
 * Which share of what the members of a circle give would go round among them had nobody arranged it: each gives to their
 * own group as much as the groups that keep most to themselves do, there and elsewhere as those do who are not in the
 * circle (expected weights by group and by strength, as in the degree-corrected block model: Karrer, Newman 2011; what the
 * circle gave itself says nothing of how much its members are thanked). A team that thanks itself is explained by being a
 * team, and a few people by being all there are. Not asked of a circle that is as close as is `usual` or less.
 */
export function explainedBy(ties: Ties, groups: Groups, usual: number): (circle: Circle) => number {
  const place = placeOf(ties, groups)
  return (circle) => (closureOf(circle) <= usual ? 0 : explained(place, circle))
}
