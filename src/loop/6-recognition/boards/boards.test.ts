import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setPurpose } from '#leader/purpose.contract.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as boards from '../board.contract.ts'
import { giveKudos } from '../contract.ts'
import { bestOf, streakOf } from './streak.ts'

const world = openWorld()
const reason = 'You showed me how to zero it in the cold.'

const thank = (by: Person, to: Person, more: object = {}) =>
  by.does(giveKudos, { body: { toIds: [to.id], reason, ...more } })

/** People by name, and boards of a kind. */
async function company(mode: 'teams' | 'people', isAnonymous = false) {
  const org = await world.organization()
  const admin = await org.admin()
  await admin.does(boards.setBoardSettings, { body: { mode, isAnonymous } })
  return { org, admin, crowd: (count: number) => crowdIn(org, count) }
}

let crowds = 0
const crowdIn = (org: Organization, count: number, groupId?: string) => {
  crowds += 1
  return Promise.all(
    Array.from({ length: count }, (_, n) => org.person(`Person ${crowds} ${n}`, 'learner', groupId)),
  )
}

const leagueOf = async (who: Person, query: object = {}) =>
  (await who.does(boards.getLeague, { query })).lines.map(({ member, isMe, people }) => [
    isMe ? 'me' : (member?.name ?? 'nobody'),
    people,
  ])

test('there are none until an administrator switches them on', async () => {
  const org = await world.organization()
  const [admin, mei] = [await org.admin(), await org.person('Mei Tanaka')]
  expect(await mei.does(boards.getBoardSettings)).toMatchObject({ mode: 'off', can: { set: false } })
  expect(await mei.does(boards.getPersonalBest)).toEqual({ own: null })
  expect(await leagueOf(mei)).toEqual([])
  expect((await mei.does(boards.getTeamBoard, { query: {} })).lines).toEqual([])
  const body = { mode: 'people' as const, isAnonymous: false }
  expect((await mei.isRefused(boards.setBoardSettings, { body })).code).toBe('recognition.admin-needed')
  await admin.does(boards.setBoardSettings, { body })
  expect(await org.countFacts('boards.set')).toBe(1)
})

test('who helped different people counts, not how often; private thanks count for nobody here', async () => {
  const { crowd } = await company('people')
  const [dana, kofi, mei, ola] = await crowd(4)
  if (!dana || !kofi || !mei || !ola) throw new Error('four were asked for')
  for (const by of [kofi, mei, ola]) await thank(by, dana)
  for (const _ of [1, 2, 3, 4, 5]) await thank(mei, kofi)
  await thank(dana, ola, { isPrivate: true })
  await world.settle()
  expect(await leagueOf(dana)).toEqual([
    ['me', 3],
    [kofi.name, 1],
  ])
  const { own } = await dana.does(boards.getPersonalBest)
  expect(own).toMatchObject({ week: 3, best: null, streak: 1 })
})

test('a league is of about ten who helped about as many in the time before, and starts anew', async () => {
  const { org, crowd } = await company('people')
  const people = await crowd(24)
  const helped = await crowd(5)
  // Twelve helped five people each, twelve one.
  for (const [place, one] of people.entries())
    for (const by of helped.slice(0, place < 12 ? 5 : 1)) await thank(by, one)
  await world.settle()
  world.pass({ days: 40 })
  const [strong, weak] = [people[0], people[23]]
  if (!strong || !weak) throw new Error('they were asked for')
  const later = async (who: Person, mine: readonly Person[]) => {
    const { lines } = await (await org.again(who)).does(boards.getLeague, { query: {} })
    expect(lines.length).toBe(12)
    expect(lines.every(({ people: count }) => count === 0)).toBe(true)
    const names = new Set(mine.map(({ name }) => name))
    expect(lines.every(({ member }) => member && names.has(member.name))).toBe(true)
  }
  await later(strong, people.slice(0, 12))
  await later(weak, people.slice(12))
})

test('without names everybody reads their own only; who left reads nobody’s figure and is read by nobody', async () => {
  const { org, admin, crowd } = await company('people', true)
  const [dana, kofi, mei] = await crowd(3)
  if (!dana || !kofi || !mei) throw new Error('three were asked for')
  await thank(mei, dana)
  await thank(dana, kofi)
  await world.settle()
  expect((await leagueOf(dana)).sort()).toEqual([
    ['me', 1],
    ['nobody', 1],
  ])
  await kofi.does(boards.leaveBoards)
  expect(await leagueOf(dana)).toEqual([['me', 1]])
  expect(await leagueOf(kofi)).toEqual([])
  expect(await kofi.does(boards.getBoardSettings)).toMatchObject({ takesPart: false })
  await kofi.does(boards.returnToBoards)
  expect(await leagueOf(dana)).toHaveLength(2)
  expect(await org.countFacts('boards.left', 'boards.returned')).toBe(2)
  const off = { isOn: false, legalNote: 'Agreement of May', keepDays: 90, seenBy: 'managers' as const }
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body: off })
  await world.settle()
  expect(await leagueOf(dana)).toEqual([['me', 0]])
})

test('groups stand by what each member does on average; small ones are left out, and few helpers are not told', async () => {
  const { org, admin } = await company('teams')
  const [large, small, quiet, secret] = [
    await org.group('Large'),
    await org.group('Small'),
    await org.group('Quiet'),
    await org.group('Secret', { private: true }),
  ]
  const big = await crowdIn(org, 4, large)
  const two = await crowdIn(org, 2, small)
  const still = await crowdIn(org, 3, quiet)
  const apart = await crowdIn(org, 3, secret)
  for (const one of [...big, ...two, ...apart]) await thank(admin, one)
  if (still[0]) await thank(admin, still[0])
  await world.settle()
  const linesFor = async (who: Person | undefined) =>
    (await who?.does(boards.getTeamBoard, { query: {} }))?.lines
  expect(await linesFor(big[0])).toMatchObject([
    { group: { name: 'Large' }, members: 4, helpers: 4, people: 4 },
    { group: { name: 'Quiet' }, members: 3, helpers: null, people: null },
  ])
  expect((await linesFor(apart[0]))?.map(({ group }) => group.name)).toContain('Secret')
})

describe('a streak', () => {
  const mondays = (count: number) =>
    Array.from({ length: count }, (_, back) =>
      new Date(Date.parse('2026-11-23T00:00:00Z') - back * 7 * 86_400_000).toISOString().slice(0, 10),
    )
  const weeksOf = (...helped: number[]) =>
    mondays(helped.length).map((week, back) => ({ week, people: helped[back] ?? 0 }))

  test.each([
    [[], 0],
    [[1], 1],
    [[0, 1, 1], 2],
    [[1, 0, 1], 2],
    [[0, 0, 1, 1], 2],
    [[0, 0, 0, 1], 0],
    [[1, 0, 0, 1], 1],
    [[1, 1, 0, 2, 0, 3], 4],
  ])('of %j weeks back from now is %i', (helped, streak) => {
    expect(streakOf(weeksOf(...helped), '2026-11-23')).toBe(streak)
  })

  test('is never shortened by one more week of help, and never longer than there were such weeks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 52 }), fc.nat(51), (helped, place) => {
        const before = streakOf(weeksOf(...helped), '2026-11-23')
        const more = helped.map((people, at) => (at === place % helped.length ? people + 1 : people))
        expect(streakOf(weeksOf(...more), '2026-11-23')).toBeGreaterThanOrEqual(before)
        expect(before).toBeLessThanOrEqual(helped.filter((people) => people > 0).length)
      }),
    )
  })

  test('stands beside the best of the other weeks', () => {
    expect(bestOf(weeksOf(2, 5, 5, 1), '2026-11-23')).toMatchObject({
      ...{ week: 2, best: { people: 5, week: '2026-11-16' }, streak: 4 },
    })
  })
})
