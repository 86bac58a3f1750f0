import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { endMembership } from '#people/contract.ts'
import { archiveGroup } from '#people/group.contract.ts'
import { decide, statesOf, terms, why } from '#test/bonus.ts'
import { say } from '#test/reviewing.ts'
import { bonusRule, labWith } from '#test/rule-bonus.ts'
import { pointsOf, validate } from '#test/rules.ts'
import { openWorld } from '#test/world.ts'
import * as bonuses from '../bonus.contract.ts'
import * as results from '../given.contract.ts'
import { findBroken } from '../ledger/check.ts'
import { listAccounts, listEntries } from '../ledger.contract.ts'
import * as rules from '../rule.contract.ts'

const world = openWorld()

test('a rule proposes a bonus once, however often it is delivered; it is approved by people and owed', async () => {
  const { org, lab, admin, other, dana, priya, ruleId, params, left, proposed, told } = await labWith(world)
  const { courseId } = await validate(dana, lab, [priya])
  await world.settle()
  const facts = await world.stored<{ id: string }>(
    ...[org.id, "select id from facts where type = 'course.published'"],
  )
  for (const { id } of [...facts, ...facts])
    await world.cairn.tasks.react?.({ org: org.id, fact: id, reaction: 'recognition.course-validated' })
  const [bonus, ...more] = await proposed()
  expect(more).toEqual([])
  expect(bonus).toMatchObject({
    ...{ to: { name: 'Dana Reyes' }, group: { name: 'Lab' }, unit: 'EUR', amount: 25_000, by: null },
    ...{ state: 'asked', rule: { id: ruleId, version: 1, name: 'A course is validated', isOwn: false } },
    ...{ course: { id: courseId }, can: { decide: true, withdraw: false } },
  })
  expect([await left(), await told(), await statesOf(dana)]).toEqual([75_000, ['asked'], []])
  expect(await org.facts('bonus.proposed')).toMatchObject([{ ruleId, memberId: dana.id, amount: 25_000 }])
  expect(await org.facts('rule.gave')).toMatchObject([{ ruleId, points: 0, bonusId: bonus?.id }])
  expect(
    (await dana.does(getFeed, { query: {} })).items.filter(({ kind }) => /bonus|rule/.test(kind)),
  ).toEqual([])

  await decide(other, bonus?.id ?? '')
  expect(await statesOf(dana)).toEqual([['Dana Reyes', 'approved']])
  const owed = (await dana.does(listAccounts)).items.find(({ kind }) => kind === 'owed')
  expect(owed).toMatchObject({ unit: 'EUR', balance: 25_000 })
  const { items } = await dana.does(listEntries, { params: { accountId: owed?.id ?? '' } })
  expect(items).toMatchObject([
    { kind: 'bonus-approved', rule: { name: 'A course is validated' }, course: { id: courseId } },
  ])
  expect((await admin.does(rules.getRule, { params })).given).toMatchObject({
    ...{ times: 1, people: 1, points: 0, bonuses: 1, unproposed: 0 },
  })
  expect(await org.as(findBroken)).toEqual([])
})

test('nobody approves what a rule of their own making proposed, nor what they receive, and no one else takes their step', async () => {
  const { lab, admin, other, dana, priya, proposed } = await labWith(world, {}, ['admin', 'admin'])
  await validate(dana, lab, [priya])
  await world.settle()
  const [{ id: bonusId = '' } = {}] = await proposed()
  const refusal = async (who: typeof admin) =>
    (await who.isRefused(bonuses.decideBonus, { params: { bonusId }, body: { verdict: 'approve' } })).code
  expect(await refusal(admin)).toBe('bonus.not-yours')
  expect((await admin.does(bonuses.listBonuses, {})).items).toMatchObject([
    { rule: { isOwn: true }, can: { decide: false, withdraw: false } },
  ])
  expect(await statesOf(admin, 'waiting')).toEqual([])
  await decide(other, bonusId)
  for (const who of [admin, other]) expect(await refusal(who)).toBe('bonus.not-yours')
  expect(await refusal(dana)).toBe('bonus.not-found')
})

test('whoever made the version is proposed nothing by it; by a version of somebody else they are, and decide on it no step', async () => {
  const { org, lab, admin, other, priya, params, told, proposed } = await labWith(world)
  await org.grant(admin.id, lab, 'leader')
  await validate(admin, lab, [priya], { title: 'By who made the rule' })
  await world.settle()
  expect(await told()).toEqual([])
  const { version } = await other.does(rules.getRule, { params })
  await other.does(rules.changeRule, { params, body: { ...bonusRule(lab), name: 'Mine', version } })
  await other.does(rules.switchRuleOn, { params, body: { version: 2 } })
  await validate(await org.again(admin), lab, [priya], { title: 'By another administrator' })
  await world.settle()
  const [bonus] = await proposed()
  expect(bonus).toMatchObject({ to: { id: admin.id }, rule: { version: 2, name: 'Mine', isOwn: true } })
  const call = { params: { bonusId: bonus?.id ?? '' }, body: { verdict: 'approve' as const } }
  expect((await other.isRefused(bonuses.decideBonus, call)).code).toBe('bonus.not-yours')
  // Who is to receive it does not read of it before it is approved, neither there nor in what the rule gave.
  expect((await admin.isRefused(bonuses.decideBonus, call)).code).toBe('bonus.not-found')
  expect((await admin.does(results.listRuleGifts, { params })).items).toEqual([])
  await decide(await org.person('Tess Cole', 'admin'), bonus?.id ?? '')
  expect((await admin.does(results.listRuleGifts, { params })).items).toMatchObject([
    { bonus: { state: 'approved', amount: 25_000 } },
  ])
})

test('what the budget has no more is not proposed, and what the rule gave says so', async () => {
  const { org, lab, other, dana, priya, params, setBudget, left, told } = await labWith(world, {
    gives: [{ to: 'author', points: 5 }],
  })
  await setBudget(60_000)
  for (const title of ['One', 'Two', 'Three']) {
    await validate(dana, lab, [priya], { title })
    await world.settle()
  }
  expect(await told()).toEqual(['asked', 'asked', 'over-budget'])
  expect([await left(), await pointsOf(dana)]).toEqual([10_000, 15])
  expect(await org.facts('rule.gave')).toContainEqual(
    expect.objectContaining({ bonusAgainst: 'over-budget' }),
  )
  expect((await other.does(rules.getRule, { params })).given).toMatchObject({ bonuses: 2, unproposed: 1 })
  // It is not tried again when there is more.
  await setBudget(100_000)
  const facts = await world.stored<{ id: string }>(
    ...[org.id, "select id from facts where type = 'course.published'"],
  )
  for (const { id } of facts)
    await world.cairn.tasks.react?.({ org: org.id, fact: id, reaction: 'recognition.course-validated' })
  expect([await left(), (await told()).length]).toEqual([50_000, 3])
  expect(await org.as(findBroken)).toEqual([])
})

test('what is heard of late is proposed from the budget of the period in which it happened', async () => {
  const { org, lab, admin, dana, priya } = await labWith(world)
  const { period } = await admin.does(bonuses.getBonusSettings)
  const next = `${period?.slice(0, 4)}-Q${Number(period?.slice(-1)) + 1}`
  const params = { groupId: lab }
  await admin.does(bonuses.setBudget, { params, body: { kind: 'money', amount: 30_000, period: next } })
  await validate(dana, lab, [priya])
  world.pass({ days: 91 })
  await world.settle()
  const later = await org.again(admin)
  expect((await later.does(bonuses.listBonuses, {})).items).toMatchObject([{ period, amount: 25_000 }])
  const left = async (of: string) => {
    const { items } = await later.does(bonuses.listBudgets, { query: { period: of, given: 'true' } })
    return items[0]?.money?.left
  }
  expect([await left(period ?? ''), await left(next)]).toEqual([75_000, 30_000])
})

test('a rule that proposes while people propose never overdraws the budget, and is not undone by it', async () => {
  const { org, lab, admin, dana, priya, kofi, left, told } = await labWith(world)
  const body = { memberId: kofi.id, groupId: lab, kind: 'money' as const, amount: 30_000, reason: why }
  await validate(dana, lab, [priya])
  await Promise.allSettled([
    world.settle(),
    ...Array.from({ length: 6 }, () => admin.does(bonuses.proposeBonus, { body })),
  ])
  await world.settle()
  expect(await told()).toHaveLength(1)
  expect(await left()).toBeGreaterThanOrEqual(0)
  expect(await org.as(findBroken)).toEqual([])
})

test('nobody outside the group, who left meanwhile, or in a group that was archived is proposed anything; each time it is said', async () => {
  const { org, lab, admin, dana, priya, told, proposed } = await labWith(world, {
    ...{ gives: [{ to: 'reviewer', points: 1 }] },
  })
  const sales = await org.group('Sales')
  const tomas = await org.person('Tomas Lind', 'leader', sales)
  await org.grant(priya.id, sales, 'reviewer')
  const policy = { approvals: 1, approvers: ['reviewers' as const] }
  await say(admin, sales, policy)
  await validate(tomas, sales, [priya], { title: 'From elsewhere' })
  await world.settle()
  await validate(dana, lab, [priya], { title: 'And then gone' })
  await admin.does(endMembership, { params: { memberId: dana.id } })
  await world.settle()
  const because = async () => (await told()).filter((one) => one !== undefined)
  expect(await because()).toEqual(['outside', 'left'])
  const mei = await org.person('Mei Tanaka', 'leader', lab)
  await validate(mei, lab, [priya], { title: 'And then archived' })
  await admin.does(archiveGroup, { params: { groupId: lab } })
  await world.settle()
  expect(await because()).toEqual(['outside', 'left', 'group-archived'])
  expect(await proposed()).toEqual([])
})

test('when bonuses are in another currency, or are none any more, nothing is proposed', async () => {
  const { org, lab, admin, dana, priya, told } = await labWith(world)
  await admin.does(bonuses.setBonusSettings, { body: { ...terms, currency: 'JPY' } })
  await validate(dana, lab, [priya], { title: 'In yen' })
  await world.settle()
  await org.as(({ db }) => db.deleteFrom('bonusSettings').where('orgId', '=', org.id).execute())
  await validate(dana, lab, [priya], { title: 'In nothing' })
  await world.settle()
  expect(await told()).toEqual(['other-currency', 'off'])
})

test('who read in a blind round is proposed nothing, so that nobody learns who it was', async () => {
  const { lab, admin, dana, priya, gifts, proposed, params } = await labWith(world)
  await say(admin, lab, { approvals: 1, isBlind: true, approvers: ['reviewers'] })
  const to = { unit: 'EUR', amount: 100, to: 'reviewer' as const, groupId: lab }
  await admin.does(rules.changeRule, { params, body: { ...bonusRule(lab, { bonus: to }), version: 1 } })
  await admin.does(rules.switchRuleOn, { params, body: { version: 2 } })
  await validate(dana, lab, [priya], { isBlind: true })
  await world.settle()
  expect(await gifts()).toMatchObject([{ member: null, points: 0, bonus: { against: 'unnamed' } }])
  expect(await proposed()).toEqual([])
  const simulated = await admin.does(results.simulateRule, { params: { ...params, number: '2' } })
  expect(simulated).toMatchObject({ people: 0, bonuses: { times: 0, unproposed: 1 }, members: [] })
  expect(JSON.stringify([await gifts(), simulated])).not.toContain(priya.id)
})
