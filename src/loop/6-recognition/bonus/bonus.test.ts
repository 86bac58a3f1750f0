import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { endMembership } from '#people/contract.ts'
import { decide, plantWith, statesOf, terms, why } from '#test/bonus.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as bonuses from '../bonus.contract.ts'
import { findBroken } from '../ledger/check.ts'

const world = openWorld()

/** The code that a proposal is refused with. */
const refused = async (
  who: { isRefused: Awaited<ReturnType<typeof plantWith>>['mira']['isRefused'] },
  input: object,
) => {
  const problem = await who.isRefused(bonuses.proposeBonus, input as never)
  return problem.faults?.[0]?.code ?? problem.code
}

test('there are none until an administrator says how they work, in a real currency and along a chain', async () => {
  const org = await world.organization()
  const [admin, mira] = [await org.admin(), await org.person('Mira Holt', 'manager')]
  const dana = await org.person('Dana Reyes')
  expect(await mira.does(bonuses.getBonusSettings)).toEqual({
    ...{ terms: null, period: null, changed: null, can: { set: false, propose: true, pay: false } },
    unfinished: { count: 0, groups: [] },
  })
  expect(await mira.does(bonuses.listBudgets, {})).toEqual({ items: [], next: null })
  const body = { memberId: dana.id, groupId: org.root, kind: 'money' as const, amount: 1, reason: why }
  expect(await refused(mira, { body })).toBe('bonus.off')
  expect((await mira.isRefused(bonuses.setBonusSettings, { body: terms })).code).toBe(
    'recognition.admin-needed',
  )
  for (const wrong of [{ currency: 'XYZ' }, { currency: 'EU' }, { chain: [] }, { every: 'week' }])
    expect(
      (await admin.isRefused(bonuses.setBonusSettings, { body: { ...terms, ...wrong } as never })).status,
    ).toBe(422)
  const said = await admin.does(bonuses.setBonusSettings, { body: terms })
  expect(said).toMatchObject({
    terms,
    changed: { by: { name: admin.name } },
    period: expect.stringMatching(/^\d{4}-Q\d$/),
  })
})

test('a bonus is set aside when it is proposed, goes along its chain, and is owed with the last approval', async () => {
  const { org, admin, olga, mira, dana, kofi, ask, left } = await plantWith(world)
  const { id } = await mira.does(bonuses.proposeBonus, ask())
  expect(await left()).toBe(75_000)
  for (const who of [dana, kofi]) expect(await statesOf(who)).toEqual([])
  expect(await statesOf(olga, 'waiting')).toEqual([['Dana Reyes', 'asked']])
  expect(await decide(olga, id)).toMatchObject({ state: 'asked', can: { decide: false } })
  expect(await statesOf(olga, 'waiting')).toEqual([])
  const approved = await decide(admin, id)
  expect(approved).toMatchObject({
    ...{ state: 'approved', unit: 'EUR', kind: 'money', amount: 25_000, by: { name: 'Mira Holt' } },
    steps: [
      { approver: 'manager-above', verdict: 'approve', by: { name: 'Olga Brandt' } },
      { approver: 'admin', verdict: 'approve', by: { name: admin.name } },
    ],
  })
  expect(await statesOf(dana)).toEqual([['Dana Reyes', 'approved']])
  expect(await left()).toBe(75_000)
  expect(await org.countFacts('bonus.proposed', 'bonus.decided')).toBe(3)
  expect(await org.as((scope) => findBroken(scope))).toEqual([])
})

test('nobody takes two steps, or decides on what they proposed or receive', async () => {
  const { org, admin, olga, mira, dana, kofi, lab, ask } = await plantWith(world, [
    'manager',
    'manager-above',
    'admin',
  ])
  const { id } = await olga.does(bonuses.proposeBonus, ask())
  const notYours = async (who: typeof admin) =>
    (await who.isRefused(bonuses.decideBonus, { params: { bonusId: id }, body: { verdict: 'approve' } })).code
  expect(await notYours(olga)).toBe('bonus.not-yours')
  for (const who of [dana, kofi]) expect(await notYours(who)).toBe('bonus.not-found')
  await decide(admin, id)
  expect(await notYours(admin)).toBe('bonus.not-yours')
  // Whoever manages the lab alone does not take the step of who manages above it.
  expect(await notYours(mira)).toBe('bonus.not-yours')

  await org.grant(dana.id, lab, 'manager')
  const managing = await org.again(dana)
  expect(await notYours(managing)).toBe('bonus.not-found')
  expect(await refused(managing, ask())).toBe('bonus.yourself')
  expect(await statesOf(managing)).toEqual([])
})

test('a budget is never overdrawn, however many propose at once', async () => {
  const { org, mira, ask, left } = await plantWith(world)
  const all = await Promise.allSettled(
    Array.from({ length: 12 }, () => mira.does(bonuses.proposeBonus, ask({ amount: 30_000 }))),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(await left()).toBe(10_000)
  expect(await refused(mira, ask({ amount: 10_001 }))).toBe('bonus.over-budget')
  expect(await refused(mira, ask({ kind: 'time', amount: 601 }))).toBe('bonus.over-budget')
  await mira.does(bonuses.proposeBonus, ask({ kind: 'time', amount: 600 }))
  expect([await left('time'), await org.as((scope) => findBroken(scope))]).toEqual([0, []])
})

test('a retry of the same proposal is the same bonus', async () => {
  const { mira, ask, left } = await plantWith(world)
  const key = crypto.randomUUID()
  const [first, second] = [
    await mira.does(bonuses.proposeBonus, { ...ask(), key }),
    await mira.does(bonuses.proposeBonus, { ...ask(), key }),
  ]
  expect([second.id, await left()]).toEqual([first.id, 75_000])
})

test('amounts that are none, and people whom the budget is not for, are refused', async () => {
  const { admin, mira, kofi, plant, ask, left } = await plantWith(world)
  for (const amount of [0, -1, 0.5, 100_000_001, 2 ** 53, Number.MAX_VALUE])
    expect([amount, (await mira.isRefused(bonuses.proposeBonus, ask({ amount }))).status]).toEqual([
      amount,
      422,
    ])
  expect(await refused(mira, ask({ memberId: kofi.id }))).toBe('bonus.not-in-group')
  expect(await refused(mira, ask({ groupId: plant }))).toBe('bonus.not-manager')
  expect(await refused(mira, ask({ memberId: crypto.randomUUID() }))).toBe('member.not-found')
  expect(await refused(kofi, ask())).toBe('bonus.not-manager')
  const params = { groupId: plant }
  for (const amount of [-1, 0.5, 2 ** 53])
    expect(
      (await admin.isRefused(bonuses.setBudget, { params, body: { kind: 'money', amount } })).status,
    ).toBe(422)
  expect(await left()).toBe(100_000)
})

test('what is declined, with a reason, or withdrawn is in the budget again, once', async () => {
  const { admin, olga, mira, ask, left } = await plantWith(world)
  const [one, two] = [
    await mira.does(bonuses.proposeBonus, ask()),
    await mira.does(bonuses.proposeBonus, ask()),
  ]
  const short = { params: { bonusId: one.id }, body: { verdict: 'decline' as const, note: 'No' } }
  expect((await olga.isRefused(bonuses.decideBonus, short)).faults?.[0]?.code).toBe('bonus.why')
  const at = { params: { bonusId: one.id } }
  const answers = await Promise.allSettled([
    decide(olga, one.id, 'decline'),
    decide(olga, one.id),
    mira.does(bonuses.withdrawBonus, at),
  ])
  expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
  await mira.does(bonuses.withdrawBonus, { params: { bonusId: two.id } })
  expect((await mira.isRefused(bonuses.withdrawBonus, { params: { bonusId: two.id } })).code).toBe(
    'bonus.settled',
  )
  expect((await admin.isRefused(bonuses.withdrawBonus, at)).status).toBe(404)
  const [first] = (await mira.does(bonuses.listBonuses, {})).items.filter(({ id }) => id === one.id)
  expect(await left()).toBe(first?.state === 'asked' ? 75_000 : 100_000)
})

test('a budget is raised and lowered, but not below what was given of it, and not for a period that is over', async () => {
  const { admin, mira, lab, ask, left } = await plantWith(world)
  await mira.does(bonuses.proposeBonus, ask())
  const set = (amount: number, period: string | null = null) => ({
    ...{ params: { groupId: lab }, body: { kind: 'money' as const, amount, period } },
  })
  expect(await admin.does(bonuses.setBudget, set(25_000))).toMatchObject({
    money: { amount: 25_000, left: 0 },
  })
  expect((await admin.isRefused(bonuses.setBudget, set(24_999))).code).toBe('bonus.budget-spent')
  expect(await left()).toBe(0)
  const { period } = await admin.does(bonuses.getBonusSettings)
  const year = Number(period?.slice(0, 4))
  expect(await admin.does(bonuses.setBudget, set(700, `${year + 1}-Q1`))).toMatchObject({
    ...{ period: `${year + 1}-Q1`, money: { amount: 700, left: 700 } },
  })
  for (const wrong of [`${year - 1}-Q4`, `${year}`, `${year + 1}-11`, '2099-Q5'])
    expect((await admin.isRefused(bonuses.setBudget, set(1, wrong))).faults?.[0]?.code).toBe(
      'bonus.no-period',
    )
})

test('who left before the last approval is not owed anything; who proposed may have left', async () => {
  const { admin, olga, mira, dana, ask, left } = await plantWith(world)
  const { id } = await mira.does(bonuses.proposeBonus, ask())
  await admin.does(endMembership, { params: { memberId: mira.id } })
  await decide(olga, id)
  await admin.does(endMembership, { params: { memberId: dana.id } })
  const params = { bonusId: id }
  expect((await admin.isRefused(bonuses.decideBonus, { params, body: { verdict: 'approve' } })).code).toBe(
    'bonus.left',
  )
  expect(await decide(admin, id, 'decline')).toMatchObject({ state: 'declined' })
  expect(await left()).toBe(100_000)
})

test('who is given a bonus hears of it once it is approved, who proposed it what became of it, and nobody else', async () => {
  const { admin, olga, mira, dana, kofi, ask } = await plantWith(world)
  const heard = async (who: Person) =>
    (await who.does(getFeed, { query: {} })).items
      .filter(({ kind }) => kind.startsWith('bonus.'))
      .map(({ kind, reason, data }) => [kind, reason, data.verdict ?? '', data.words])
  const [one, two] = [
    await mira.does(bonuses.proposeBonus, ask()),
    await mira.does(bonuses.proposeBonus, ask()),
  ]
  for (const { id } of [one, two]) await decide(olga, id)
  await world.settle()
  for (const who of [dana, mira]) expect(await heard(who)).toEqual([])
  await decide(admin, one.id)
  await decide(admin, two.id, 'decline')
  await world.settle()
  expect(await heard(dana)).toEqual([['bonus.decided', 'given-you', 'approve', why]])
  expect(await heard(mira)).toEqual([
    ['bonus.decided', 'you-proposed', 'decline', 'Not before the audit is over.'],
    ['bonus.decided', 'you-proposed', 'approve', why],
  ])
  for (const who of [admin, olga, kofi]) expect(await heard(who)).toEqual([])
  await admin.does(bonuses.returnBonus, { params: { bonusId: one.id }, body: { why: 'Payroll is closed.' } })
  await world.settle()
  expect(await heard(dana)).toEqual([
    ['bonus.returned', 'given-you', '', 'Payroll is closed.'],
    ['bonus.decided', 'given-you', 'approve', why],
  ])
})
