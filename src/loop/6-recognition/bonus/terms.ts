import { holds, roles } from '#people'
import { conflict } from '#platform/problem'
import { type Quiet, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Approver, BonusKind, BonusSettings } from '../bonus.contract.ts'
import { monthOf } from '../calendar.ts'
import { maySet, readTerms, refuseUnlessAdmin } from '../settings/settings.ts'
import { findUnfinished } from './unfinished.ts'

export interface Terms {
  currency: string
  chain: Approver[]
  every: 'month' | 'quarter' | 'year'
}

/** The groups that the actor manages; what is below them is theirs too. */
export const managedGroups = ({ actor }: Pick<Scope, 'actor'>): string[] => roles.groupsHeld(actor, 'manager')

export const manages = ({ actor }: Scope, path: readonly string[]): boolean => holds(actor, path, 'manager')

const settingsOf = (scope: Quiet) =>
  scope.db
    .selectFrom('bonusSettings as s')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 's.orgId').onRef('m.id', '=', 's.changedBy'),
    )
    .select(['s.currency', 's.chain', 's.every', 's.changedAt', 'm.id', 'm.name', 'm.title'])
    .where('s.orgId', '=', scope.org)
    .executeTakeFirst()

/** What bonuses are here, and the period that runs; nothing while nobody has said so. */
export async function findTerms(scope: Quiet): Promise<(Terms & { period: string }) | null> {
  const [found, { timeZone }] = await Promise.all([settingsOf(scope), readTerms(scope)])
  if (!found) return null
  const { currency, chain, every } = found as Terms
  return { currency, chain, every, period: periodOf(scope.now, every, timeZone) }
}

/** The same; throws 409 `bonus.off` while there are no bonuses. */
export async function bonusTerms(scope: Quiet): Promise<Terms & { period: string }> {
  const terms = await findTerms(scope)
  if (!terms) throw conflict('bonus.off')
  return terms
}

/** The period of a moment where the organization counts months: 2026-11, 2026-Q4 or 2026. */
export function periodOf(at: Date, every: Terms['every'], timeZone: string): string {
  const month = monthOf(at, timeZone)
  const year = month.slice(0, 4)
  if (every === 'month') return month
  return every === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`
}

const shapes = { month: /^\d{4}-(0[1-9]|1[0-2])$/, quarter: /^\d{4}-Q[1-4]$/, year: /^\d{4}$/ }

/** Whether this names a period of that length that is not over; periods of one length are ordered as texts are. */
export const isToCome = (period: string, { every, period: now }: Terms & { period: string }): boolean =>
  shapes[every].test(period) && period >= now

export const unitOf = (kind: BonusKind, { currency }: Pick<Terms, 'currency'>): string =>
  kind === 'money' ? currency : minutes
export const minutes = 'minutes'
export const kindOf = (unit: string): BonusKind => (unit === minutes ? 'time' : 'money')

export async function getBonusSettings(scope: Scope): Promise<BonusSettings> {
  const [found, { timeZone }] = await Promise.all([settingsOf(scope), readTerms(scope)])
  const can = { set: maySet(scope), propose: managedGroups(scope).length > 0, pay: maySet(scope) }
  if (!found) return { terms: null, period: null, changed: null, unfinished: { count: 0, groups: [] }, can }
  const { currency, chain, every, changedAt: at, ...by } = found
  const terms = { currency, chain, every } as Terms
  const period = periodOf(scope.now, terms.every, timeZone)
  const unfinished = can.set ? await findUnfinished(scope, { ...terms, period }) : { count: 0, groups: [] }
  return { terms, period, changed: { by, at }, unfinished, can }
}

/** Says what bonuses are here: an administrator of the whole organization. */
export async function setBonusSettings(scope: Scope, terms: Terms): Promise<BonusSettings> {
  refuseUnlessAdmin(scope)
  const before = (await getBonusSettings(scope)).terms
  const values = { ...terms, changedBy: scope.actor.id, changedAt: scope.now }
  await scope.db
    .insertInto('bonusSettings')
    .values({ orgId: scope.org, ...values })
    .onConflict((known) => known.column('orgId').doUpdateSet(values))
    .execute()
  await record(scope, 'bonus.terms-set', { after: terms, before })
  tell(scope, { topics: ['bonuses'] })
  return getBonusSettings(scope)
}
