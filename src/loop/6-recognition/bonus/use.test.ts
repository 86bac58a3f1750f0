import { expect, test } from 'vitest'
import { decide, plantWith, terms } from '#test/bonus.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as bonuses from '../bonus.contract.ts'
import { listBudgetUse } from '../budget-use.contract.ts'
import { makePayrollExport } from '../payroll.contract.ts'
import { setRecognition } from '../settings.contract.ts'

const world = openWorld()

const budgetsOf = async (who: Person, groupId?: string) =>
  (await who.does(listBudgetUse, { query: groupId ? { groupId } : {} })).items

test('over a quarter it is told, week by week, what of a budget is set aside, approved, with payroll and left', async () => {
  const { lab, admin, olga, mira, dana, ask, left } = await plantWith(world, ['manager-above'])
  expect(world.now().toISOString()).toMatch(/^2026-03-02/)
  const propose = async (who: Person, amount: number) =>
    (await who.does(bonuses.proposeBonus, ask({ amount }))).id
  const [one = '', two = '', three = '', four = ''] = [
    await propose(mira, 25_000),
    await propose(mira, 10_000),
    await propose(mira, 5_000),
    await propose(mira, 4_000),
  ]
  await mira.does(bonuses.proposeBonus, ask({ kind: 'time', amount: 120 }))
  world.pass({ days: 3 })
  for (const id of [one, two]) await decide(olga, id)
  await decide(olga, three, 'decline')
  world.pass({ days: 7 })
  await admin.does(makePayrollExport)
  const params = { groupId: lab }
  await admin.does(bonuses.setBudget, { params, body: { kind: 'money', amount: 120_000 } })
  world.pass({ days: 7 })
  const back = { why: 'Payroll could not pay it.' }
  await admin.does(bonuses.returnBonus, { params: { bonusId: two }, body: back })
  const [five, six] = [await propose(mira, 1_000), await propose(mira, 2_000)]
  for (const id of [five, six]) await decide(olga, id)
  await admin.does(bonuses.returnBonus, { params: { bonusId: six }, body: back })
  await mira.does(bonuses.withdrawBonus, { params: { bonusId: four } })

  const [use, ...more] = await budgetsOf(mira)
  expect(more).toEqual([])
  expect(use).toMatchObject({
    ...{ group: { id: lab, name: 'Lab' }, period: '2026-Q1', from: '2026-01-01', to: '2026-03-31' },
    ...{
      stretches: 13,
      budgets: [
        { kind: 'money', unit: 'EUR' },
        { kind: 'time', unit: 'minutes' },
      ],
    },
  })
  const [money, time] = use?.budgets ?? []
  const told = (points = money?.points) =>
    points?.map(({ until, ...one }) => [until, one.amount, one.aside, one.approved, one.paid, one.left])
  expect(
    told()
      ?.slice(0, 8)
      .every(([, ...sums]) => sums.every((sum) => sum === 0)),
  ).toBe(true)
  expect(told()?.slice(8)).toEqual([
    ['2026-03-04', 100_000, 44_000, 0, 0, 56_000],
    ['2026-03-11', 100_000, 4_000, 35_000, 0, 61_000],
    ['2026-03-18', 120_000, 4_000, 0, 35_000, 81_000],
    ['2026-03-19', 120_000, 0, 1_000, 25_000, 94_000],
  ])
  expect(money?.now).toEqual({ amount: 120_000, aside: 0, approved: 1_000, paid: 25_000, left: 94_000 })
  expect(time?.now).toEqual({ amount: 600, aside: 120, approved: 0, paid: 0, left: 480 })
  expect([money?.now.left, time?.now.left]).toEqual([await left(), await left('time')])
  const said = JSON.stringify(await budgetsOf(admin))
  for (const who of [dana, olga, mira])
    expect([said.includes(who.id), said.includes(who.name)]).toEqual([false, false])
})

test('days are those of the organization, and a month is told day by day', async () => {
  const { lab, admin, mira, ask } = await plantWith(world, ['admin'])
  await admin.does(setRecognition, { body: { allowance: 0, timeZone: 'Asia/Tokyo' } })
  await admin.does(bonuses.setBonusSettings, { body: { ...terms, every: 'month' } })
  const start = world.now()
  // To an hour at which it is tomorrow there, and not yet here.
  world.pass({ hours: (16 - start.getUTCHours() + 24) % 24 })
  const now = world.now()
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
  const again = { params: { groupId: lab }, body: { kind: 'money' as const, amount: 50_000 } }
  await admin.does(bonuses.setBudget, again)
  await mira.does(bonuses.proposeBonus, ask({ amount: 20_000 }))
  const [use] = await budgetsOf(mira)
  const points = use?.budgets[0]?.points.slice(-2) ?? []
  expect(points.map(({ until, aside, left }) => [until, aside, left])).toEqual([
    [now.toISOString().slice(0, 10), 0, 0],
    [tomorrow, 20_000, 30_000],
  ])
})

test('who manages reads of their groups and those below, an administrator of all, and nobody else of any', async () => {
  const { org, plant, lab, admin, olga, mira, dana, kofi } = await plantWith(world)
  const secret = await org.group('Secret lab', { private: true })
  await admin.does(bonuses.setBudget, { params: { groupId: secret }, body: { kind: 'time', amount: 60 } })
  const names = async (who: Person, groupId?: string) =>
    (await budgetsOf(who, groupId)).map(({ group }) => group.name).sort()
  expect(await names(admin)).toEqual(['Lab', 'Secret lab'])
  for (const who of [olga, mira]) expect(await names(who)).toEqual(['Lab'])
  expect(await names(olga, plant)).toEqual(['Lab'])
  expect(await names(mira, plant)).toEqual(['Lab'])
  expect(await names(admin, secret)).toEqual(['Secret lab'])
  for (const who of [dana, kofi]) expect([await names(who), await names(who, lab)]).toEqual([[], []])
  expect((await mira.isRefused(listBudgetUse, { query: { groupId: secret } })).status).toBe(404)
  const none = await (await world.organization()).admin()
  expect(await budgetsOf(none)).toEqual([])
})
