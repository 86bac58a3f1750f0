import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import type { Approver, BonusSettings, MissingStep } from '../bonus.contract.ts'
import { missingForAll, type Takers, takersOf } from './chain.ts'

/** So many groups are named. */
const mostNamed = 20

interface Row {
  id: string
  name: string
  takers: Takers
  isUsed: boolean
}

/**
 * The groups whose bonuses too few people could approve: of those that have a manager of their own or a budget for the
 * period, or of the whole organization while there are none. In one query, however many groups there are.
 */
export async function findUnfinished(
  { org, db }: Quiet,
  { chain, period }: { chain: readonly Approver[]; period: string },
): Promise<BonusSettings['unfinished']> {
  const { rows } = await sql<Row>`
    select g.id, g.name, ${takersOf} as takers, u.is_used from groups g, lateral (select
      exists (select from bonus_budgets b where b.org_id = g.org_id and b.group_id = g.id and b.period = ${period})
      or exists (select from roles r where r.org_id = g.org_id and r.group_id = g.id and r.role = 'manager') as is_used) u
    where g.org_id = ${org} and g.archived_at is null and (u.is_used or g.parent_id is null)
    order by folded(g.name), g.id`.execute(db)
  const used = rows.filter(({ isUsed }) => isUsed)
  const all = (used.length > 0 ? used : rows).flatMap(({ id, name, takers }) => {
    const step = stepOf(chain, missingForAll(chain, takers))
    return step ? [{ group: { id, name }, step }] : []
  })
  return { count: all.length, groups: all.slice(0, mostNamed) }
}

/** A step of a chain by its number. */
export function stepOf(chain: readonly Approver[], number: number | null): MissingStep | null {
  const approver = number === null ? undefined : chain[number - 1]
  return number !== null && approver ? { number, approver } : null
}
