import { expect, test } from 'vitest'
import { decide } from '#test/bonus.ts'
import { bonusRule, labWith } from '#test/rule-bonus.ts'
import { validate } from '#test/rules.ts'
import { openWorld } from '#test/world.ts'
import { returnBonus } from '../bonus.contract.ts'
import * as results from '../given.contract.ts'
import { findBroken } from '../ledger/check.ts'
import * as rules from '../rule.contract.ts'

const world = openWorld()
const body = { reason: 'The amount was ten times too high.' }

test('a bonus that nobody has decided yet is withdrawn with what the rule gave, and the budget has it again', async () => {
  const { org, lab, other, dana, priya, left, gifts, proposed } = await labWith(world, {}, ['admin', 'admin'])
  await validate(dana, lab, [priya])
  await world.settle()
  const [bonus] = await proposed()
  // With one of two steps taken it is not decided.
  await decide(other, bonus?.id ?? '')
  const [gift] = await gifts()
  const params = { giftId: gift?.id ?? '' }
  expect(await other.does(results.takeBackGift, { params, body })).toMatchObject({
    ...{ taken: body, bonus: { state: 'withdrawn' } },
  })
  expect(await left()).toBe(100_000)
  expect((await other.isRefused(results.takeBackGift, { params, body })).code).toBe('rule-gift.taken')
  expect(await org.facts('rule.took-back')).toMatchObject([{ bonusId: bonus?.id, points: 0 }])
  expect(await org.countFacts('bonus.withdrawn')).toBe(1)
  expect(await org.as(findBroken)).toEqual([])
})

test('a bonus that was approved stays, and it is said that somebody returns it by hand', async () => {
  const { org, lab, other, dana, priya, params, left, gifts, proposed, setBudget } = await labWith(world, {
    gives: [{ to: 'author', points: 5 }],
  })
  await setBudget(60_000)
  for (const title of ['One', 'Two', 'Three']) {
    await validate(dana, lab, [priya], { title })
    await world.settle()
  }
  const [second, first] = await proposed()
  await decide(other, first?.id ?? '')
  expect(second?.state).toBe('asked')
  expect(await other.does(results.takeBackRule, { params, body })).toEqual({
    ...{ times: 3, points: 15, missing: 0, withdrawn: 1, approved: 1, left: 0 },
  })
  expect((await gifts()).map(({ bonus, taken }) => [bonus?.state ?? bonus?.against, taken !== null])).toEqual(
    [
      ['over-budget', true],
      ['withdrawn', true],
      ['approved', true],
    ],
  )
  expect(await left()).toBe(35_000)
  await other.does(returnBonus, {
    ...{ params: { bonusId: first?.id ?? '' }, body: { why: 'The rule was written wrong.' } },
  })
  expect([await left(), (await gifts())[2]?.bonus?.state]).toEqual([60_000, 'returned'])
  expect(await org.as(findBroken)).toEqual([])
})

test('what one version proposed is taken back alone; what was not proposed cannot be', async () => {
  const { lab, other, dana, priya, params, gifts, setBudget, left } = await labWith(world)
  await validate(dana, lab, [priya], { title: 'By the first version' })
  await world.settle()
  await other.does(rules.changeRule, { params, body: { ...bonusRule(lab), name: 'Again', version: 1 } })
  await other.does(rules.switchRuleOn, { params, body: { version: 2 } })
  await validate(dana, lab, [priya], { title: 'By the second version' })
  await setBudget(50_000)
  await world.settle()
  await validate(dana, lab, [priya], { title: 'Not proposed' })
  await world.settle()
  const [last] = await gifts()
  expect(last?.bonus?.against).toBe('over-budget')
  const none = { params: { giftId: last?.id ?? '' }, body }
  expect((await other.isRefused(results.takeBackGift, none)).code).toBe('rule-gift.nothing')
  const first = { ...body, version: 1 }
  expect(await other.does(results.takeBackRule, { params, body: first })).toMatchObject({
    ...{ times: 1, withdrawn: 1, left: 0 },
  })
  expect(await left()).toBe(25_000)
  const { items } = await other.does(results.listRuleVersions, { params })
  expect(items.map(({ version, bonus, given }) => [version, bonus?.amount, given])).toEqual([
    [2, 25_000, { times: 1, points: 0, bonuses: 1, takenBack: 0 }],
    [1, 25_000, { times: 1, points: 0, bonuses: 1, takenBack: 1 }],
  ])
})

test('of two who approve and take back at once one is first: it is approved and stays, or is withdrawn', async () => {
  const { org, lab, other, dana, priya, params, left, gifts, proposed } = await labWith(world)
  for (const title of ['One', 'Two', 'Three']) await validate(dana, lab, [priya], { title })
  await world.settle()
  const all = await proposed()
  await Promise.allSettled([
    ...all.map(({ id }) => decide(other, id)),
    other.does(results.takeBackRule, { params, body }),
  ])
  const states = (await gifts()).map(({ bonus }) => bonus?.state)
  expect(states.every((state) => state === 'approved' || state === 'withdrawn')).toBe(true)
  expect(await left()).toBe(100_000 - 25_000 * states.filter((state) => state === 'approved').length)
  expect(await org.as(findBroken)).toEqual([])
})
