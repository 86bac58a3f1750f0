import { sql } from 'kysely'
import { findGroup } from '#people'
import { conflict, forbidden, invalidField, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Bonus, BonusKind } from '../bonus.contract.ts'
import { refuseAbsent } from '../here.ts'
import { balanceOf } from '../ledger/accounts.ts'
import { reverse } from '../ledger/post.ts'
import { budgetOf } from './budgets.ts'
import { findBonus } from './list.ts'
import { keyOf, setAside } from './set-aside.ts'
import { bonusTerms, manages, unitOf } from './terms.ts'

export interface NewBonus {
  memberId: string
  /** Whose budget it is from. */
  groupId: string
  kind: BonusKind
  /** Hundredths of the currency, or minutes. */
  amount: number
  reason: string
}

/** Proposes a bonus for somebody else; what it takes of the budget is set aside until it is decided. */
export async function proposeBonus(scope: Scope, input: NewBonus): Promise<Bonus> {
  const { memberId, groupId, amount, reason } = input
  const terms = await bonusTerms(scope)
  if (memberId === scope.actor.id) throw invalidField('/memberId', 'bonus.yourself')
  const group = await findGroup(scope, groupId)
  if (!manages(scope, group.path)) throw forbidden('bonus.not-manager')
  await refuseAbsent(scope, [memberId], '/memberId')
  await refuseOutside(scope, memberId, groupId)
  const unit = unitOf(input.kind, terms)
  const left = await balanceOf(scope, budgetOf(groupId, unit, terms.period))
  if (left < amount) throw conflict('bonus.over-budget', { left, asked: amount })
  const id = await setAside(scope, {
    ...{ memberId, groupId, unit, amount, reason, terms },
    by: { memberId: scope.actor.id },
  })
  return findBonus(scope, id)
}

/** Refuses somebody who is in no group that this one or one below it is. */
async function refuseOutside(scope: Scope, memberId: string, groupId: string): Promise<void> {
  const role = await scope.db
    .selectFrom('roles as r')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'r.orgId').onRef('g.id', '=', 'r.groupId'))
    .select('r.groupId')
    .where('r.orgId', '=', scope.org)
    .where('r.memberId', '=', memberId)
    .where(sql<boolean>`${groupId}::uuid = any(g.path)`)
    .executeTakeFirst()
  if (!role) throw invalidField('/groupId', 'bonus.not-in-group')
}

/** Takes back what one proposed, before it is decided. */
export async function withdrawBonus(scope: Scope, id: string): Promise<void> {
  await lockBonus(scope, id)
  const { by, can } = await findBonus(scope, id)
  if (by?.id !== scope.actor.id) throw notFound('bonus')
  if (!can.withdraw) throw conflict('bonus.settled')
  await takeOff(scope, id)
}

/** Ends a bonus that is not decided yet, held by the caller; the budget has it again. */
export async function takeOff(scope: Scope, id: string): Promise<void> {
  await settle(scope, id, 'withdrawn')
  await giveBack(scope, id)
  await record(scope, 'bonus.withdrawn', { bonusId: id })
  tell(scope, { topics: ['bonuses'] })
}

/** Whoever decides on one bonus waits for each other. */
export async function lockBonus(scope: Scope, id: string): Promise<void> {
  await scope.db
    .selectFrom('bonuses')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .forUpdate()
    .execute()
}

/** Says what became of a bonus. */
export async function settle(
  scope: Scope,
  id: string,
  state: 'approved' | 'declined' | 'withdrawn',
): Promise<void> {
  await scope.db
    .updateTable('bonuses')
    .set({ state, settledAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
}

/** The budget has again what was set aside for a bonus. */
export async function giveBack(scope: Scope, id: string): Promise<void> {
  const booked = await scope.db
    .selectFrom('ledgerTransactions')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('key', '=', keyOf(id))
    .executeTakeFirstOrThrow()
  await reverse(scope, booked.id, { bonusId: id })
}
