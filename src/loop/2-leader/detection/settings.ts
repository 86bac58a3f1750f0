import { isDeepStrictEqual } from 'node:util'
import { holds } from '#people'
import { conflict, forbidden } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { DetectionSettings } from '../weights.contract.ts'
import { readSettings } from './read-settings.ts'
import { askForDetection } from './task.ts'
import { usualSettings } from './weights.ts'
import { forgetPreviews } from './write.ts'

/** Who manages or administers the whole organization says what counts. */
const maySet = ({ org, actor }: Scope): boolean => holds(actor, [org], 'manager')

export function refuseUnlessMaySet(scope: Scope): void {
  if (!maySet(scope)) throw forbidden('weights.not-yours')
}

/** Refuses settings by which nothing counts. */
export function refuseNothing({ kinds: all }: DetectionSettings): void {
  if (Object.values(all).every((weight) => weight === 0)) throw conflict('weights.nothing')
}

export async function getDetectionSettings(scope: Scope) {
  const by = scope.db
    .selectFrom('detectionSettings as s')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 's.orgId').onRef('m.id', '=', 's.changedBy'),
    )
    .select(['m.id', 'm.name', 'm.title', 's.changedAt'])
    .where('s.orgId', '=', scope.org)
    .executeTakeFirst()
  const [settings, row] = await Promise.all([readSettings(scope), by])
  const changed = row ? { by: { id: row.id, name: row.name, title: row.title }, at: row.changedAt } : null
  return { settings, usual: usualSettings, changed, can: { set: maySet(scope) } }
}

/** Says what counts how much from now on: everybody's help is counted anew. The same again changes nothing. */
export async function setDetectionSettings(scope: Scope, settings: DetectionSettings) {
  refuseUnlessMaySet(scope)
  refuseNothing(settings)
  const before = await readSettings(scope)
  if (isDeepStrictEqual(before, settings)) return getDetectionSettings(scope)
  const values = {
    ...{ percent: settings.percent, memory: settings.memory, kinds: JSON.stringify(settings.kinds) },
    ...{ changedBy: scope.actor.id, changedAt: scope.now },
  }
  await scope.db
    .insertInto('detectionSettings')
    .values({ orgId: scope.org, ...values })
    .onConflict((known) => known.column('orgId').doUpdateSet(values))
    .execute()
  await forgetPreviews(scope)
  await record(scope, 'detection.weighed', { ...settings, before })
  askForDetection(scope)
  tell(scope, { topics: ['radar'] })
  return getDetectionSettings(scope)
}
