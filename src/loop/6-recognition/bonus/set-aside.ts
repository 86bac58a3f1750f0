import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { AccountOf } from '../ledger/accounts.ts'
import { post } from '../ledger/post.ts'
import { budgetOf } from './budgets.ts'
import type { Terms } from './terms.ts'

/** What is set aside for one bonus until it is decided. */
export const setAsideFor = (bonusId: string, unit: string): AccountOf => ({
  ...{ kind: 'owed', unit, ownerId: bonusId },
})
export const keyOf = (bonusId: string) => `bonus ${bonusId}`

/** A version of a rule that proposes a bonus, and what it is about, by ids. */
interface ByRule {
  ruleId: string
  version: number
  about: Record<string, string>
}

interface Proposed {
  memberId: string
  /** Whose budget it is from. */
  groupId: string
  unit: string
  /** In smallest units. */
  amount: number
  reason: string
  terms: Terms & { period: string }
  by: { memberId: string } | ByRule
}

/**
 * Sets a bonus aside from the budget of the period that runs, and sends it along the chain as that is now; gives its id.
 * That there is so much left is for the caller to see. Throws 409 `ledger.overdrawn` where there is not.
 */
export async function setAside(scope: Scope, bonus: Proposed): Promise<string> {
  const id = newIdIn(scope)
  const { memberId, groupId, unit, amount, terms, by } = bonus
  await write(scope, id, bonus)
  await post(scope, {
    ...{ kind: 'bonus', key: keyOf(id) },
    about: { bonusId: id, groupId, ...('ruleId' in by && by.about) },
    legs: [
      { account: budgetOf(groupId, unit, terms.period), amount: -amount },
      { account: setAsideFor(id, unit), amount },
    ],
  })
  const rule = 'ruleId' in by ? { ruleId: by.ruleId } : {}
  await record(scope, 'bonus.proposed', { bonusId: id, memberId, groupId, unit, amount, ...rule })
  tell(scope, { topics: ['bonuses'] })
  return id
}

async function write(scope: Scope, id: string, bonus: Proposed): Promise<void> {
  const { memberId, groupId, unit, amount, reason, by } = bonus
  const { period, chain } = bonus.terms
  await scope.db
    .insertInto('bonuses')
    .values({
      ...{ orgId: scope.org, id, memberId, groupId, unit, amount, period, reason },
      ...('ruleId' in by ? { ruleId: by.ruleId, ruleVersion: by.version } : { proposedBy: by.memberId }),
      ...{ proposedAt: scope.now, state: 'asked' },
    })
    .execute()
  await scope.db
    .insertInto('bonusSteps')
    .values(chain.map((approver, place) => ({ orgId: scope.org, bonusId: id, number: place + 1, approver })))
    .execute()
}
