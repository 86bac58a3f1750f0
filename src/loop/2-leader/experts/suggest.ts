import { sql } from 'kysely'
import { getNeed } from '#need'
import type { Scope } from '#platform/scope'
import type { Expert } from '../contract.ts'
import { seesRow } from '../radar/audience.ts'
import { rankNear, weights } from './near.ts'

type Reason = Expert['reasons'][number]

/** The five members of whom most speaks for a need, as far as the reader may see it, each with at most three reasons. */
export async function suggestExperts(scope: Scope, needId: string): Promise<{ items: Expert[] }> {
  const need = await getNeed(scope, needId)
  const about = { ...need, groupId: need.group.id, raisedBy: need.raisedBy.id }
  const people = await rankNear(scope, about, await seesRow(scope, 'detection', sql.ref('m.id')))
  const best = [...people.values()].sort((a, b) => b.score - a.score).slice(0, 5)
  const byWeight = (a: Reason, b: Reason) => weights[b.kind] - weights[a.kind]
  return { items: best.map((one) => ({ ...one, reasons: one.reasons.toSorted(byWeight).slice(0, 3) })) }
}
