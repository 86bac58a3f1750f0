import * as bonuses from '#recognition/bonus.contract.ts'
import * as results from '#recognition/given.contract.ts'
import { terms } from './bonus.ts'
import { room, say } from './reviewing.ts'
import { type NewRule, ruleOn } from './rules.ts'
import type { World } from './world.ts'

/** 250 euros for who wrote a course that is validated, from the budget of a group. */
export const bonusRule = (groupId: string, more: Partial<NewRule> = {}): NewRule => ({
  ...{ name: 'A course is validated', when: { is: 'event', event: 'course-validated' }, about: {} },
  ...{ gives: [], bonus: { unit: 'EUR', amount: 25_000, to: 'author', groupId } },
  caps: { member: null, month: null },
  ...more,
})

/**
 * A lab with a budget of 1,000 euros, in which one reviewer validates a course, and a rule that acts there; a second
 * administrator, who did not make it.
 */
export async function labWith(
  world: World,
  more: Partial<NewRule> = {},
  chain: bonuses.Approver[] = ['admin'],
) {
  const all = await room(world)
  const { org, lab, admin } = all
  await say(admin, lab, { approvals: 1, approvers: ['reviewers'] })
  const other = await org.person('Olga Brandt', 'admin')
  await admin.does(bonuses.setBonusSettings, { body: { ...terms, chain } })
  const setBudget = (amount: number) =>
    admin.does(bonuses.setBudget, { params: { groupId: lab }, body: { kind: 'money', amount } })
  await setBudget(100_000)
  const { id: ruleId } = await ruleOn(admin, bonusRule(lab, more))
  const params = { ruleId }
  const left = async () => {
    const { items } = await admin.does(bonuses.listBudgets, {})
    return items.find(({ group }) => group.id === lab)?.money?.left
  }
  const proposed = async () => (await other.does(bonuses.listBonuses, {})).items
  const gifts = async () => (await other.does(results.listRuleGifts, { params })).items
  /** What became of each gift, the first one first. */
  const told = async () => (await gifts()).map(({ bonus }) => bonus?.against ?? bonus?.state).toReversed()
  return { ...all, other, ruleId, params, setBudget, left, proposed, gifts, told }
}
