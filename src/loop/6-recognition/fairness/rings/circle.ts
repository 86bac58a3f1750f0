import type { Ties } from './ties.ts'

/** Some members, and what they give: in weights. */
export interface Circle {
  readonly members: readonly number[]
  /** What goes round among them: of each the lesser of what they gave the others and were given by them. */
  readonly round: number
  /** All that they gave to anybody. */
  readonly given: number
}

export const mostInRing = 8

/** Which share of what they give goes round among them, 0 to 1. */
export const closureOf = ({ round, given }: Circle): number => (given === 0 ? 0 : Math.min(1, round / given))

/** What some members gave each other, a row for each who gave. */
function flowsOf(ties: Ties, members: readonly number[]): Float64Array {
  const size = members.length
  const flows = new Float64Array(size * size)
  for (const [row, one] of members.entries())
    for (let at = ties.start[one] as number; at < (ties.start[one + 1] as number); at += 1) {
      const column = ties.gave[at] ? members.indexOf(ties.other[at] as number) : -1
      if (column !== -1) flows[row * size + column] = ties.speaks[at] as number
    }
  return flows
}

/** What goes round among those of `size` members whose bit is set. */
function roundIn(flows: Float64Array, size: number, part: number): number {
  let sum = 0
  for (let one = 0; one < size; one += 1) {
    let [gave, got] = [0, 0]
    for (let other = 0; other < size; other += 1) {
      if (!((part >> other) & 1)) continue
      gave += flows[one * size + other] as number
      got += flows[other * size + one] as number
    }
    if ((part >> one) & 1) sum += Math.min(gave, got)
  }
  return sum
}

/** The two parts, as bits, between which the least goes round. */
function bestSplit(flows: Float64Array, size: number): { part: number; kept: number } {
  const all = (1 << size) - 1
  const best = { part: 0, kept: -1 }
  for (let part = 1; part < 1 << (size - 1); part += 1) {
    const kept = roundIn(flows, size, part) + roundIn(flows, size, all ^ part)
    if (kept > best.kept) Object.assign(best, { part, kept })
  }
  return best
}

/**
 * A circle is one when it cannot be split in two without losing at least the share of one member in what goes round; else
 * its parts, each whole.
 */
export function wholesOf(ties: Ties, circle: Circle): Circle[] {
  const { members, round } = circle
  const size = members.length
  if (size < 3) return [circle]
  const flows = flowsOf(ties, members)
  const { part, kept } = bestSplit(flows, size)
  if (kept <= round * (1 - 1 / size)) return [circle]
  return [part, ((1 << size) - 1) ^ part].flatMap((bits) => {
    const those = members.filter((_, at) => (bits >> at) & 1)
    const given = those.reduce((sum, one) => sum + (ties.given[one] as number), 0)
    return those.length < 2
      ? []
      : wholesOf(ties, { members: those, round: roundIn(flows, size, bits), given })
  })
}
