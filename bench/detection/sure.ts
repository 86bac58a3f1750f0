import { scoresOfSet } from './cairn.ts'
import { ranked } from './measures.ts'
import type { Cut } from './protocol.ts'

/** Of those whom the product puts first, how many it is sure of, how many it is not, and how many of each belong there. */
export interface Sureness {
  sure: number
  sureRight: number
  unsure: number
  unsureRight: number
}

/** Sure is whose interval lies above the score of the first who is not among them. */
export function surenessAt({ known, seen, truth, depth }: Cut): Sureness {
  const { score, low } = scoresOfSet(known)
  const order = ranked(seen.map((member) => score[member] ?? 0))
  const next = score[seen[order[depth] ?? -1] ?? -1] ?? 0
  const wanted = new Set(ranked(truth).slice(0, depth))
  const first = order.slice(0, depth)
  const sure = first.filter((index) => (low[seen[index] ?? -1] ?? 0) > next)
  const right = (some: readonly number[]) => some.filter((index) => wanted.has(index)).length
  return {
    sure: sure.length,
    sureRight: right(sure),
    unsure: first.length - sure.length,
    unsureRight: right(first) - right(sure),
  }
}
