import { expect, test } from 'vitest'
import { archiveGroup } from '#people/group.contract.ts'
import { terms } from '#test/bonus.ts'
import { room } from '#test/reviewing.ts'
import { bonusRule, labWith } from '#test/rule-bonus.ts'
import { ruleOn, validate } from '#test/rules.ts'
import { openWorld } from '#test/world.ts'
import * as bonuses from '../bonus.contract.ts'
import * as results from '../given.contract.ts'
import * as rules from '../rule.contract.ts'

const world = openWorld()

test('a simulation says who would have been proposed what, and what the budget has left', async () => {
  const { lab, other, dana, priya, params, told, proposed } = await labWith(world)
  for (const title of ['One', 'Two']) await validate(dana, lab, [priya], { title })
  await world.settle()
  expect(await told()).toEqual(['asked', 'asked'])
  const simulated = await other.does(results.simulateRule, { params: { ...params, number: '1' } })
  expect(simulated).toMatchObject({
    ...{ times: 2, people: 1, points: 0 },
    bonuses: { times: 2, amount: 50_000, left: 50_000, unproposed: 0 },
    members: [{ member: { id: dana.id }, bonus: 50_000, latest: [{ bonus: 25_000 }, { bonus: 25_000 }] }],
  })
  const all = await proposed()
  expect(all.map(({ amount }) => amount).reduce((a, b) => a + b, 0)).toBe(simulated.bonuses.amount)
})

test('a rule for a bonus names an amount, a currency and a budget that there are', async () => {
  const { org, lab, admin } = await room(world)
  const faultOf = async (bonus: object) => {
    const body = bonusRule(lab, {
      bonus: { unit: 'EUR', amount: 1, to: 'author', groupId: lab, ...bonus } as never,
    })
    const problem = await admin.isRefused(rules.makeRule, { body })
    return problem.faults?.[0]?.code ?? problem.code
  }
  expect(await faultOf({})).toBe('bonus.off')
  await admin.does(bonuses.setBonusSettings, { body: terms })
  for (const amount of [0, -1, 0.5, 100_000_001, 2 ** 53, Number.MAX_VALUE, '5', null])
    expect([
      amount,
      (
        await admin.isRefused(rules.makeRule, {
          body: bonusRule(lab, { bonus: { unit: 'EUR', amount, to: 'author', groupId: lab } as never }),
        })
      ).status,
    ]).toEqual([amount, 422])
  expect(await faultOf({ unit: 'minutes', amount: 525_601 })).toBe('bonus.too-much')
  expect(await faultOf({ unit: 'USD' })).toBe('rule.other-currency')
  expect(await faultOf({ to: 'learner' })).toBe('rule.no-part')
  expect(await faultOf({ groupId: crypto.randomUUID() })).toBe('group.not-found')
  const old = await org.group('Old lab')
  const { id: ruleId } = await admin.does(rules.makeRule, { body: bonusRule(old) })
  await admin.does(archiveGroup, { params: { groupId: old } })
  expect(await faultOf({ groupId: old })).toBe('group.not-found')
  const problem = await admin.isRefused(rules.switchRuleOn, { params: { ruleId }, body: { version: 1 } })
  expect(problem.code).toBe('rule.bonus-unusable')
})

test('everybody reads what bonuses are proposed for, but not of a group that they may not see', async () => {
  const { org, admin, dana } = await labWith(world)
  const secret = await org.group('Secret lab', { private: true })
  const points = [{ to: 'author' as const, points: 3 }]
  await ruleOn(admin, bonusRule(secret, { name: 'Secret alone' }))
  await ruleOn(admin, bonusRule(secret, { name: 'Secret and points', gives: points }))
  const { items } = await dana.does(results.listEarningRules)
  expect(items.map(({ name, bonus, purse }) => [name, bonus?.amount ?? null, purse?.name ?? null])).toEqual([
    ['A course is validated', 25_000, 'Lab'],
    ['Secret and points', null, null],
  ])
  expect(JSON.stringify(items)).not.toContain(secret)
})
