import { nobody } from './acts.ts'
import type { Basis, Whole } from './score.ts'

/** What one kind of help adds to a member's score, and how much of it there was. */
export interface Part {
  kind: number
  /** Of the score. */
  part: number
  acts: number
  /** Different people who were helped; those who are not known are not counted. */
  people: number
  /** Of how many groups they are. */
  groups: number
  /** The day of the first act. */
  since: number
}

interface Tally extends Part {
  /** Who was last counted: acts come in the order of whom they helped. */
  last: number
  where: Set<number>
}

/**
 * What a member's score is made of, by kind of help, the greatest part first: the parts add up to the score. `groupOf`
 * says of which group each member is, by number; below 0 is none.
 */
export function breakdownOf(
  basis: Basis,
  member: number,
  { parts, factor }: Whole,
  groupOf: ArrayLike<number>,
): Part[] {
  const { from, kind, helped, day } = basis.acts
  const byKind = new Map<number, Tally>()
  const start = from[member] as number
  for (const [at, strength] of parts.entries()) {
    const row = start + at
    const on = day[row] as number
    const which = kind[row] as number
    const tally = byKind.get(which) ?? emptyTally(which, on)
    const whom = helped[row] as number
    tally.part += strength * factor
    tally.acts += 1
    tally.since = Math.min(tally.since, on)
    if (whom !== tally.last) {
      tally.last = whom
      tally.people += 1
      const group = groupOf[whom] as number
      if (group >= 0) tally.where.add(group)
    }
    byKind.set(which, tally)
  }
  return [...byKind.values()]
    .map(({ last: _, where, ...rest }) => ({ ...rest, groups: where.size }))
    .sort((a, b) => b.part - a.part || a.kind - b.kind)
}

const emptyTally = (kind: number, day: number): Tally => ({
  ...{ kind, part: 0, acts: 0, people: 0, groups: 0, since: day },
  last: nobody,
  where: new Set(),
})

/** How many acts of help a member did in the last so many days, and in as many before. */
export function lately(
  { acts, today }: Basis,
  member: number,
  days: number,
): [recent: number, former: number] {
  let [recent, former] = [0, 0]
  for (let row = acts.from[member] as number; row < (acts.from[member + 1] as number); row += 1) {
    const ago = today - (acts.day[row] as number)
    if (ago < days) recent += 1
    else if (ago < 2 * days) former += 1
  }
  return [recent, former]
}
