import { holds } from '#people'
import { forbidden } from '#platform/problem'
import { type Quiet, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Recognition } from '../settings.contract.ts'

/** What holds where nobody has said anything: thanks without points. */
const usual = { allowance: 0, timeZone: 'UTC' }

export const maySet = ({ org, actor }: Scope): boolean => holds(actor, [org], 'admin')

export function refuseUnlessAdmin(scope: Scope): void {
  if (!maySet(scope)) throw forbidden('recognition.admin-needed')
}

/** How many points each may give in a month, and where a month begins. */
export async function readTerms(scope: Quiet): Promise<{ allowance: number; timeZone: string }> {
  const row = await scope.db
    .selectFrom('recognitionSettings')
    .select(['allowance', 'timeZone'])
    .where('orgId', '=', scope.org)
    .executeTakeFirst()
  return row ?? usual
}

/** What is thanked for here, by name, with what no longer is; how many points each may give, and who said so. */
export async function getRecognition(scope: Scope): Promise<Recognition> {
  const said = scope.db
    .selectFrom('recognitionSettings as s')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 's.orgId').onRef('m.id', '=', 's.changedBy'),
    )
    .select(['s.allowance', 's.timeZone', 's.changedAt', 'm.id', 'm.name', 'm.title'])
    .where('s.orgId', '=', scope.org)
    .executeTakeFirst()
  const all = scope.db
    .selectFrom('kudosValues')
    .select(['id', 'name', 'about', 'archivedAt'])
    .where('orgId', '=', scope.org)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const [row, values] = await Promise.all([said, all])
  const { allowance, timeZone } = row ?? usual
  const changed = row ? { by: { id: row.id, name: row.name, title: row.title }, at: row.changedAt } : null
  return { allowance, timeZone, values, changed, can: { set: maySet(scope) } }
}

/** Says it: an administrator of the whole organization. Who has begun to give this month keeps what they had to give. */
export async function setRecognition(
  scope: Scope,
  { allowance, timeZone }: { allowance: number; timeZone: string },
): Promise<Recognition> {
  refuseUnlessAdmin(scope)
  const before = await readTerms(scope)
  const values = { allowance, timeZone, changedBy: scope.actor.id, changedAt: scope.now }
  await scope.db
    .insertInto('recognitionSettings')
    .values({ orgId: scope.org, ...values })
    .onConflict((known) => known.column('orgId').doUpdateSet(values))
    .execute()
  await record(scope, 'recognition.set', { after: { allowance, timeZone }, before })
  tell(scope, { topics: ['recognition'] })
  return getRecognition(scope)
}
