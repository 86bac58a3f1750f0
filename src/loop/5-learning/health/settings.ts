import { holds } from '#people'
import { holdAlone } from '#platform/db/locks'
import { forbidden } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { HealthSettings, Thresholds } from '../health.contract.ts'
import { findSettings, readThresholds, thresholdsOf } from './settings-row.ts'
import { askForHealth } from './task.ts'
import { usual } from './usual.ts'

const names = ['lowest', 'verifyAfterDays', 'outdated', 'wrong', 'daysToAct'] as const

/** The same, with who said so last. */
export async function getHealthSettings(scope: Scope): Promise<HealthSettings> {
  const row = await findSettings(scope)
  const changed = row ? { by: { id: row.id, name: row.name, title: row.title }, at: row.changedAt } : null
  const can = { set: holds(scope.actor, [scope.org], 'admin') }
  return { thresholds: thresholdsOf(row), usual, changed, can }
}

/** Says it: an administrator of the whole organization. The same again changes nothing. */
export async function setHealthSettings(scope: Scope, after: Thresholds): Promise<HealthSettings> {
  if (!holds(scope.actor, [scope.org], 'admin')) throw forbidden('health.admin-needed')
  await holdAlone(scope, `health ${scope.org}`)
  const before = await readThresholds(scope)
  if (names.every((name) => before[name] === after[name])) return getHealthSettings(scope)
  const values = { ...after, changedBy: scope.actor.id, changedAt: scope.now }
  await scope.db
    .insertInto('healthSettings')
    .values({ orgId: scope.org, ...values })
    .onConflict((known) => known.column('orgId').doUpdateSet(values))
    .execute()
  await record(scope, 'health.set', { after, before })
  askForHealth(scope)
  tell(scope, { topics: ['health'] })
  return getHealthSettings(scope)
}
