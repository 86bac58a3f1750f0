import { beforeAll, expect, test } from 'vitest'
import * as feed from '#feed/contract.ts'
import { nobody } from '#platform/scope'
import { inScope } from '#platform/unit'
import { findBroken } from '#recognition'
import * as boards from '#recognition/board.contract.ts'
import * as bonuses from '#recognition/bonus.contract.ts'
import { listKudos } from '#recognition/contract.ts'
import { getDraw, listDraws } from '#recognition/draw.contract.ts'
import * as ledger from '#recognition/ledger.contract.ts'
import { listPayrollExports } from '#recognition/payroll.contract.ts'
import * as redemptions from '#recognition/redemption.contract.ts'
import { listRewards } from '#recognition/reward.contract.ts'
import { listRules } from '#recognition/rule.contract.ts'
import { type Person, personWith, send } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { type DemoRole, demoRoles, enterDemo } from './contract.ts'

/** What a visitor of the demo sees of thanks, points, rewards and bonuses, through each pair of eyes. */
const world = openWorld({ demo: true })
let people: Record<DemoRole, Person>

beforeAll(async () => {
  const entries = demoRoles.map(async (as) => {
    const response = await send(world.cairn, '', enterDemo, { body: { as } })
    const { member } = (await response.json()) as { member: Omit<Person, 'cookie'> }
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return [as, personWith(world.cairn, { ...member, cookie })] as const
  })
  people = Object.fromEntries(await Promise.all(entries)) as Record<DemoRole, Person>
})

const all = { query: { limit: 100 } }
/** How often each of some words is said. */
const counted = (words: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, said]) => [word, said.length]))

test('thanks name what the company values and carry points, and some are commendations', async () => {
  const { items } = await people.learner.does(listKudos, all)
  expect(new Set(items.map(({ value }) => value?.name)).size).toBe(4)
  expect(items.every(({ points }) => points > 0)).toBe(true)
  expect(items.filter(({ isCommendation }) => isCommendation).length).toBeGreaterThan(4)
})

test('rules gave points and a badge, and one waits as a draft', async () => {
  const { items } = await people.admin.does(listRules)
  const told = items.map(({ active, given }) => [active !== null, given.points > 0, given.badges])
  expect(told).toEqual([
    [false, false, 0],
    [true, true, 3],
    [true, true, 0],
    [true, true, 0],
  ])
})

test('every account moved in the order of days, and the ledger holds', async () => {
  for (const person of Object.values(people))
    for (const { id } of (await person.does(ledger.listAccounts)).items) {
      const { items } = await person.does(ledger.listEntries, { params: { accountId: id } })
      const moments = items.map(({ at }) => at)
      expect(moments).toEqual(moments.toSorted().reverse())
    }
  const { rows } = await world.owner.query('select demo_org from demo_builds')
  const unit = { org: String(rows[0].demo_org), readOnly: true, now: world.now() }
  expect(await inScope(world.cairn.runtime, unit, () => nobody, findBroken)).toEqual([])
})

test('what was asked for is in every state, and each of those who decide has something to decide', async () => {
  const { admin, manager, learner, leader } = people
  for (const state of ['asked', 'approved', 'declined', 'cancelled', 'fulfilled'] as const) {
    const { items } = await admin.does(redemptions.listRedemptions, { query: { state } })
    expect([state, items.length]).not.toEqual([state, 0])
  }
  const waiting = await manager.does(redemptions.listRedemptions)
  expect(waiting.items.map(({ state }) => state)).toEqual(['asked'])
  for (const person of [learner, leader])
    expect((await person.does(redemptions.listMyRedemptions)).items.length).toBeGreaterThan(0)
})

test('one draw is over, and another one can still be entered', async () => {
  const { items } = await people.learner.does(listRewards)
  expect(items.length).toBeGreaterThan(5)
  const rewardId = items.find(({ isDrawn }) => isDrawn)?.id ?? ''
  const [open, over] = (await people.leader.does(listDraws, { params: { rewardId } })).items
  expect([open?.can.enter, over?.entries]).toEqual([true, 6])
  const { seed, drawnAt, closesAt } = await people.leader.does(getDraw, {
    params: { drawId: over?.id ?? '' },
  })
  expect([seed?.length, drawnAt]).toEqual([64, closesAt])
})

test('bonuses are at every step, and of one that is proposed its receiver knows nothing', async () => {
  const { admin, manager, learner, leader } = people
  const states = async (who: Person, show: 'all' | 'mine' | 'waiting') =>
    counted((await who.does(bonuses.listBonuses, { query: { show } })).items.map(({ state }) => state))
  expect(await states(admin, 'all')).toEqual({ asked: 2, approved: 1, declined: 1, exported: 2 })
  expect(await states(manager, 'waiting')).toEqual({ asked: 1 })
  expect(await states(leader, 'mine')).toEqual({ exported: 1 })
  expect(await states(learner, 'all')).toEqual({})
  expect((await admin.does(listPayrollExports)).items.map((one) => one.bonuses)).toEqual([2])
  const { items } = await admin.does(bonuses.listBudgets, all)
  expect(items.filter(({ money, time }) => money && time)).toHaveLength(4)
})

test('there is a league, and a month is told to everybody', async () => {
  const { lines } = await people.learner.does(boards.getLeague)
  expect(lines.filter(({ member }) => member)).toMatchObject([{ isMe: true }])
  expect(lines.length).toBeGreaterThan(3)
  for (const person of Object.values(people)) {
    const { items } = await person.does(feed.getFeed)
    expect(items.map(({ kind }) => kind)).toContain('celebration.posted')
  }
})
