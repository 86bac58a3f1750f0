import type { Scope } from '#platform/scope'
import { monthOf } from '../calendar.ts'
import type { Allowance } from '../contract.ts'
import { type AccountOf, findBalances } from '../ledger/accounts.ts'
import { post } from '../ledger/post.ts'
import { readTerms } from '../settings/settings.ts'

export const pointsOf = (memberId: string): AccountOf => ({
  ...{ kind: 'points', unit: 'points', ownerId: memberId },
})

const allowanceOf = (memberId: string, month: string): AccountOf => ({
  ...{ kind: 'allowance', unit: 'points', ownerId: memberId, period: month },
})

/** What the actor may still give this month: what is left of what they were given, or all of it. */
export async function getAllowance(scope: Scope): Promise<Allowance> {
  const { allowance, timeZone } = await readTerms(scope)
  const month = monthOf(scope.now, timeZone)
  const [own] = await findBalances(scope, [allowanceOf(scope.actor.id, month)])
  return { month, granted: allowance, left: own ?? allowance }
}

/** The account that the actor gives points from, with this month’s in it: they are put there when somebody first gives. */
export async function openAllowance(scope: Scope): Promise<AccountOf> {
  const { allowance, timeZone } = await readTerms(scope)
  const month = monthOf(scope.now, timeZone)
  const account = allowanceOf(scope.actor.id, month)
  const [own] = await findBalances(scope, [account])
  if (own === null && allowance > 0)
    await post(scope, {
      ...{ kind: 'allowance', key: `allowance ${scope.actor.id} ${month}`, about: {} },
      legs: [
        { account: { kind: 'issue', unit: 'points', ownerId: scope.org }, amount: -allowance },
        { account, amount: allowance },
      ],
    })
  return account
}
