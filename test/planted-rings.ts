import { type Draws, draws, type Given, type Thankful, thankfulDays } from './thankful.ts'

/** How hard a ring tries. */
export interface Effort {
  /** How often each of them thanks others of the ring in what is looked at. */
  times: number
  /** Which share of what they give stays in the ring, at least. */
  share: number
}

export interface WithRings extends Thankful {
  rings: readonly (readonly number[])[]
}

/** Members, so many at random, of those who are not in a ring yet. */
function choose(those: readonly number[], size: number, taken: Set<number>, { below }: Draws): number[] {
  const free = those.filter((one) => !taken.has(one))
  if (free.length < size) throw new Error('There are too few people for so many rings.')
  const ring = Array.from({ length: size }, () => free.splice(below(free.length), 1)[0] as number)
  for (const one of ring) taken.add(one)
  return ring
}

/** The groups that are at least twice as large as a ring and have so many free to be in one. */
function groupsFor(size: number, { groups, members }: Thankful, able: readonly number[], taken: Set<number>) {
  const all = new Map<number, number>()
  for (let one = 0; one < members; one += 1)
    all.set(groups[one] as number, (all.get(groups[one] as number) ?? 0) + 1)
  const free = new Map<number, number[]>()
  for (const one of able) {
    const group = groups[one] as number
    if (group >= 0 && !taken.has(one)) free.set(group, [...(free.get(group) ?? []), one])
  }
  return [...free].filter(([group, those]) => (all.get(group) ?? 0) >= 2 * size && those.length >= size)
}

/** What each of a ring gives in it: to the next one only, or to any of them; from some day on to the end, with good points. */
function* within(ring: readonly number[], times: number, isCycle: boolean, drawn: Draws): Iterable<Given> {
  const { below, pick, random } = drawn
  const first = below(Math.floor(thankfulDays / 3))
  for (const [place, from] of ring.entries())
    for (let count = 0; count < times; count += 1) {
      const ahead = isCycle ? 1 : 1 + below(ring.length - 1)
      const to = ring[(place + ahead) % ring.length] as number
      const day = first + below(thankfulDays - first)
      // As often for something as everybody's: a ring that takes care.
      yield { from, to, day, points: pick([10, 20, 25, 50]), isGrounded: random() < 0.55 }
    }
}

/**
 * Plants `count` rings, of the sizes in turn, among those who thanked three times or more: every third within one group
 * that is at least twice as large (where groups are known), the others of anybody; every second a cycle, in which each
 * thanks only the next one, the others cliques. Of what its members gave others before only so much is left as `share`
 * says; what others gave them stays.
 */
export function withRings(
  base: Thankful,
  { count, sizes, effort, seed }: { count: number; sizes: readonly number[]; effort: Effort; seed: number },
): WithRings {
  const drawn = draws(seed)
  const given = new Map<number, Given[]>()
  for (const one of base.thanks) given.set(one.from, [...(given.get(one.from) ?? []), one])
  const able = [...given].filter(([, those]) => those.length >= 3).map(([one]) => one)
  const taken = new Set<number>()
  const rings = Array.from({ length: count }, (_, ring) => {
    const size = sizes[(ring + seed) % sizes.length] as number
    const groups = (ring + seed) % 3 === 2 ? groupsFor(size, base, able, taken) : []
    const those = groups.length > 0 ? drawn.pick(groups)[1] : able
    return choose(those, size, taken, drawn)
  })
  const left = Math.round((effort.times * (1 - effort.share)) / effort.share)
  const dropped = new Set<Given>()
  for (const one of taken) {
    const those = [...(given.get(one) ?? [])]
    while (those.length > left) dropped.add(those.splice(drawn.below(those.length), 1)[0] as Given)
  }
  const added = rings.flatMap((ring, at) => [
    ...within(ring, effort.times, (at + Math.floor(seed / 2)) % 2 === 0, drawn),
  ])
  return { ...base, thanks: [...base.thanks.filter((one) => !dropped.has(one)), ...added], rings }
}
