import { conflict, forbidden, invalidField } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Bonus } from '../bonus.contract.ts'
import type { AccountOf } from '../ledger/accounts.ts'
import { post } from '../ledger/post.ts'
import { refuseUnlessAdmin } from '../settings/settings.ts'
import { budgetOf } from './budgets.ts'
import { findBonus } from './list.ts'
import { giveBack, lockBonus, settle } from './propose.ts'
import { keyOf, setAsideFor } from './set-aside.ts'

/** What somebody is owed until it went to payroll, and what went there. */
export const owedTo = (memberId: string, unit: string): AccountOf => ({
  ...{ kind: 'owed', unit, ownerId: memberId },
})
export const paidTo = (memberId: string, unit: string): AccountOf => ({
  ...{ kind: 'paid', unit, ownerId: memberId },
})

/**
 * Takes the next step of a bonus’s chain: with the last approval it is owed; when declined, for a reason, the budget has it
 * again. Throws 409 where it is settled already, and where they left before it was approved.
 */
export async function decideBonus(
  scope: Scope,
  id: string,
  { verdict, note }: { verdict: 'approve' | 'decline'; note: string },
): Promise<Bonus> {
  await lockBonus(scope, id)
  const bonus = await findBonus(scope, id)
  if (bonus.state !== 'asked') throw conflict('bonus.settled')
  if (!bonus.can.decide) throw forbidden('bonus.not-yours')
  if (verdict === 'decline' && note.length < 10) throw invalidField('/note', 'bonus.why')
  if (verdict === 'approve') await refuseLeft(scope, bonus.to.id)
  const number = bonus.steps.find((step) => step.verdict === null)?.number ?? 0
  await scope.db
    .updateTable('bonusSteps')
    .set({ verdict, note, decidedBy: scope.actor.id, decidedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('bonusId', '=', id)
    .where('number', '=', number)
    .execute()
  const isLast = verdict === 'decline' || number === bonus.steps.length
  const decided = { bonusId: id, verdict, step: number, isLast }
  await record(scope, 'bonus.decided', {
    ...decided,
    memberId: bonus.to.id,
    proposedBy: bonus.by?.id ?? null,
  })
  if (verdict === 'decline') await decline(scope, id)
  else if (isLast) await approve(scope, bonus)
  tell(scope, { topics: ['bonuses'] })
  return findBonus(scope, id)
}

async function refuseLeft(scope: Scope, memberId: string): Promise<void> {
  const { leftAt } = await scope.db
    .selectFrom('members')
    .select('leftAt')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  if (leftAt !== null) throw conflict('bonus.left')
}

async function decline(scope: Scope, id: string): Promise<void> {
  await settle(scope, id, 'declined')
  await giveBack(scope, id)
}

async function approve(scope: Scope, { id, to, unit, amount }: Bonus): Promise<void> {
  await settle(scope, id, 'approved')
  await post(scope, {
    ...{ kind: 'bonus-approved', key: `bonus approved ${id}`, about: await aboutOf(scope, id) },
    legs: [
      { account: setAsideFor(id, unit), amount: -amount },
      { account: owedTo(to.id, unit), amount },
    ],
  })
}

/** What a bonus is about, as it was when it was set aside. */
async function aboutOf({ org, db }: Scope, id: string): Promise<Record<string, string>> {
  const { about } = await db
    .selectFrom('ledgerTransactions')
    .select('about')
    .where('orgId', '=', org)
    .where('key', '=', keyOf(id))
    .executeTakeFirstOrThrow()
  return about as Record<string, string>
}

/** What was approved is not paid after all, whether it went to payroll or not: it goes back to the budget it came from. */
export async function returnBonus(scope: Scope, id: string, { why }: { why: string }): Promise<Bonus> {
  refuseUnlessAdmin(scope)
  await lockBonus(scope, id)
  const { can, state, to, unit, amount, group, period } = await findBonus(scope, id)
  if (!can.return) throw conflict('bonus.settled')
  await scope.db
    .updateTable('bonuses')
    .set({ state: 'returned', returnedBy: scope.actor.id, returnedWhy: why })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  const from = state === 'exported' ? paidTo(to.id, unit) : owedTo(to.id, unit)
  await post(scope, {
    ...{ kind: 'bonus-returned', key: `bonus returned ${id}`, about: { bonusId: id, groupId: group.id } },
    legs: [
      { account: from, amount: -amount },
      { account: budgetOf(group.id, unit, period), amount },
    ],
  })
  await record(scope, 'bonus.returned', { bonusId: id, memberId: to.id, why })
  tell(scope, { topics: ['bonuses'] })
  return findBonus(scope, id)
}
