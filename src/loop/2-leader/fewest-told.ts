import { holds } from '#people'
import { holdAlone } from '#platform/db/locks'
import { forbidden } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { forgetPreviews } from './detection/write.ts'
import type { FewestState } from './fewest.contract.ts'
import { readFewest } from './fewest.ts'

/** About how many people a figure must be here, and who said so. */
export async function getFewestTold(scope: Scope): Promise<FewestState> {
  const by = scope.db
    .selectFrom('fewestTold as f')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'f.orgId').onRef('m.id', '=', 'f.changedBy'),
    )
    .select(['m.id', 'm.name', 'm.title', 'f.changedAt'])
    .where('f.orgId', '=', scope.org)
    .executeTakeFirst()
  const [fewest, row] = await Promise.all([readFewest(scope), by])
  const changed = row ? { by: { id: row.id, name: row.name, title: row.title }, at: row.changedAt } : null
  return { ...fewest, changed, can: { set: holds(scope.actor, [scope.org], 'admin') } }
}

/** Says it: an administrator of the whole organization. The same again changes nothing. */
export async function setFewestTold(scope: Scope, people: number): Promise<FewestState> {
  if (!holds(scope.actor, [scope.org], 'admin')) throw forbidden('purpose.admin-needed')
  await holdAlone(scope, `fewest ${scope.org}`)
  const { told: before } = await readFewest(scope)
  if (people === before) return getFewestTold(scope)
  const values = { people, changedBy: scope.actor.id, changedAt: scope.now }
  await scope.db
    .insertInto('fewestTold')
    .values({ orgId: scope.org, ...values })
    .onConflict((known) => known.column('orgId').doUpdateSet(values))
    .execute()
  // Those were found by what held before.
  await forgetPreviews(scope)
  await record(scope, 'fewest.set', { people, before })
  tell(scope, { topics: ['detection', 'radar', 'topics', 'experts', 'surveys'] })
  return getFewestTold(scope)
}
