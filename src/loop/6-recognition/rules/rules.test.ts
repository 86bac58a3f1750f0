import { expect, test } from 'vitest'
import { room, say } from '#test/reviewing.ts'
import { pointsOf, ruleOn, validate, validated } from '#test/rules.ts'
import { openWorld } from '#test/world.ts'
import { findBroken } from '../ledger/check.ts'
import { listAccounts, listEntries } from '../ledger.contract.ts'
import * as rules from '../rule.contract.ts'

const world = openWorld()

/** A group in which two must approve a course. */
async function lab() {
  const all = await room(world)
  await say(all.admin, all.lab, { approvals: 2, approvers: ['reviewers'] })
  const points = () => Promise.all([all.dana, all.priya, all.kofi].map(pointsOf))
  return { ...all, points }
}

test('when a course is validated its author gets 50 points and each who approved it 10, once', async () => {
  const { org, lab: group, admin, dana, priya, kofi, points } = await lab()
  await validate(dana, group, [priya, kofi], { title: 'Before there was a rule' })
  await world.settle()
  const rule = await ruleOn(admin)
  expect(rule).toMatchObject({ version: 1, active: { version: 1, by: { name: 'Ada Winter' } } })
  const { courseId } = await validate(dana, group, [priya, kofi])
  await world.settle()
  expect(await points()).toEqual([50, 10, 10])
  expect(await admin.does(rules.getRule, { params: { ruleId: rule.id } })).toMatchObject({
    given: { times: 3, people: 3, points: 70, badges: 0, takenBack: 0 },
  })
  const [account] = (await priya.does(listAccounts)).items
  const { items } = await priya.does(listEntries, { params: { accountId: account?.id ?? '' } })
  expect(items).toMatchObject([{ kind: 'rule', amount: 10, by: null, about: { ruleId: rule.id, courseId } }])
  expect(await org.facts('rule.gave')).toHaveLength(3)
  expect(await org.as(findBroken)).toEqual([])
})

test('a rule that is switched off gives nothing; another version acts only once it is switched on', async () => {
  const { lab: group, admin, dana, priya, kofi, points } = await lab()
  const { id: ruleId } = await ruleOn(admin)
  const params = { ruleId }
  const gives = [{ to: 'author' as const, points: 7 }]
  const changed = await admin.does(rules.changeRule, { params, body: { ...validated, gives, version: 1 } })
  expect(changed).toMatchObject({ version: 2, gives, active: { version: 1 } })
  await validate(dana, group, [priya, kofi])
  await world.settle()
  expect(await points()).toEqual([50, 10, 10])
  await admin.does(rules.switchRuleOn, { params, body: { version: 2 } })
  await validate(dana, group, [priya, kofi], { title: 'By the second version' })
  await world.settle()
  expect(await points()).toEqual([57, 10, 10])
  expect(await admin.does(rules.switchRuleOff, { params })).toMatchObject({ active: null })
  await validate(dana, group, [priya, kofi], { title: 'By none' })
  await world.settle()
  expect(await points()).toEqual([57, 10, 10])
})
