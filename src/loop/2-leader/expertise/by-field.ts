import { lent } from './lent.ts'
import { around, type Basis, factorOf, fillParts, helpedBy, type Whole, widthBy } from './score.ts'
import { takenFrom } from './there.ts'

/** What a member is worth in one field. */
export interface OnField {
  /** What they did in it, as if they had done nothing else, for as many people as they helped in all. */
  own: number
  /** That, and `lent` of their whole score. */
  score: number
  /** Where the score would lie in nine of ten organizations where chance had sent them other people to help. */
  low: number
  high: number
}

/**
 * What a member is worth in each field that their acts are in. An act in one field never lowers the score in any, and what
 * they did in each alone may add up to more than the whole.
 */
export function scoresBy(
  basis: Basis,
  member: number,
  whole: Whole,
  fieldOf: (kind: number) => number,
): Map<number, OnField> {
  const { from, kind } = basis.acts
  const [start, end] = [from[member] as number, from[member + 1] as number]
  const fields = new Set<number>()
  for (let row = start; row < end; row += 1) fields.add(fieldOf(kind[row] as number))
  const parts = new Float64Array(end - start)
  return new Map(
    [...fields].map((field) => {
      fillParts(basis, member, parts, (one) => fieldOf(one) === field)
      return [field, inField(basis, member, whole, parts)] as const
    }),
  )
}

/** As `spreadOf` of the whole: both sums change with whoever is left out, and so does how widely one helps. */
function inField(basis: Basis, member: number, whole: Whole, parts: Float64Array): OnField {
  const { strength, exposure } = takenFrom(basis, member, parts)
  const factor = factorOf(whole.people, exposure)
  const own = strength * factor
  const score = own + lent * whole.score
  if (score === 0) return { own, score, low: 0, high: 0 }
  const here = helpedBy(basis, member, parts)
  const variance = whole.helped.reduce((sum, { part, isNew }, at) => {
    const byOwn = (factor * (here[at]?.part ?? 0)) / 2
    const byWhole = (lent * whole.factor * part) / 2
    return sum + ((byOwn + byWhole) / score + widthBy(isNew, whole.people)) ** 2
  }, 0)
  const [low, high] = around(score, Math.sqrt(variance))
  return { own, score, low, high }
}
