import type { SignalKind } from '../signals/kinds.ts'

/** A part of a score, and how many different people were helped by it. */
interface Part {
  kind: SignalKind
  people: number
}

/** What of a part is told: all of it, how much of it there was, or that there was some. */
export type Telling = 'all' | 'acts' | 'some'

/** What was made for whoever wants it is nobody's figure. */
const isForAll = ({ kind }: Part): boolean => kind === 'published'

/**
 * Of which parts of somebody's score the figures are told to others: those in which so many people at least were helped.
 * Where some are not, neither is the least of the others: the whole without the parts that are told would be theirs else,
 * and is of at least so many people this way.
 */
export function partsTold(parts: readonly Part[], fewest: number): Telling[] {
  const told = parts.map((part): Telling => {
    if (part.people >= fewest) return 'all'
    return isForAll(part) ? 'acts' : 'some'
  })
  if (!told.includes('some')) return told
  const counted = [...parts.keys()].filter((at) => told[at] === 'all' && !isForAll(parts[at] as Part))
  const peopleOf = (at: number) => parts[at]?.people ?? 0
  const least = counted.toSorted((a, b) => peopleOf(a) - peopleOf(b))[0]
  return told.map((telling, at) => (at === least ? 'some' : telling))
}

/** And to themselves: how few named them in a survey, and on which day, would tell who they were. */
export const ownTold = (parts: readonly Part[], fewest: number): Telling[] =>
  parts.map(({ kind, people }) => (kind !== 'named' || people >= fewest ? 'all' : 'some'))
