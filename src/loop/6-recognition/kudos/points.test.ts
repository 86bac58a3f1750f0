import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { endMembership } from '#people/contract.ts'
import type { Scope } from '#platform/scope'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { monthOf } from '../calendar.ts'
import { getAllowance, giveKudos, listKudos, withdrawKudos } from '../contract.ts'
import { findBalances } from '../ledger/accounts.ts'
import { findBroken } from '../ledger/check.ts'
import { post } from '../ledger/post.ts'
import { listAccounts, listEntries } from '../ledger.contract.ts'
import { addKudosValue, archiveKudosValue, getRecognition, setRecognition } from '../settings.contract.ts'
import * as verbs from './allowance.ts'
import { pointsOf } from './allowance.ts'
import * as giving from './give.ts'

const world = openWorld()

/** Three people, each of whom may give a hundred points a month. */
async function lab(allowance = 100) {
  const org = await world.organization()
  const admin = await org.admin()
  const [mei, tomas, ines] = [
    await org.person('Mei Tanaka'),
    await org.person('Tomas Lindqvist'),
    await org.person('Ines Duarte'),
  ]
  await admin.does(setRecognition, { body: { allowance, timeZone: 'Europe/Paris' } })
  const reason = 'You found the display with the wrong firmware.'
  const give = (who: Person, toIds: string[], more: object = {}) =>
    who.does(giveKudos, { body: { toIds, reason, ...more } })
  return { org, admin, mei, tomas, ines, reason, give }
}

const has = async (who: Person) =>
  (await who.does(listAccounts)).items.find(({ kind }) => kind === 'points')?.balance ?? 0
const left = async (who: Person) => (await who.does(getAllowance)).left
const proof = (org: Organization) => org.as(findBroken)

test('several are thanked at once, each hears of it, and everybody reads it once', async () => {
  const { mei, tomas, ines, admin, give, reason } = await lab()
  const made = await give(mei, [tomas.id, ines.id, tomas.id])
  expect(made).toMatchObject({ to: { name: 'Tomas Lindqvist' }, others: [{ name: 'Ines Duarte' }], reason })
  await world.settle()
  const all = await admin.does(listKudos)
  expect(all.items.map(({ id }) => id)).toEqual([made.id])
  for (const [who, other] of [
    [tomas, 'Ines Duarte'],
    [ines, 'Tomas Lindqvist'],
  ] as const) {
    const { items } = await who.does(listKudos, { query: { toId: who.id } })
    expect(items.map(({ to, others }) => [to.id, others.map(({ name }) => name)])).toEqual([
      [who.id, [other]],
    ])
    const { items: news } = await who.does(getFeed, { query: { only: 'personal' } })
    expect(news.filter(({ kind }) => kind === 'kudos.given')).toHaveLength(1)
  }
  const { items: news } = await admin.does(getFeed)
  expect(news.filter(({ kind }) => kind === 'kudos.given')).toMatchObject([{ data: { also: 1 } }])
  await mei.does(withdrawKudos, { params: { kudosId: made.id } })
  for (const query of [{}, { toId: ines.id }, { toId: tomas.id }])
    expect((await admin.does(listKudos, { query })).items).toEqual([])
})

test('points leave what one may give this month and reach each; when they run out nothing is moved and nobody is thanked', async () => {
  const { org, mei, tomas, ines, give, reason } = await lab()
  expect(await mei.does(getAllowance)).toMatchObject({ granted: 100, left: 100 })
  await give(mei, [tomas.id, ines.id], { points: 30 })
  expect([await left(mei), await has(tomas), await has(ines)]).toEqual([40, 30, 30])
  const body = { toIds: [tomas.id, ines.id], reason, points: 21 }
  expect(await mei.isRefused(giveKudos, { body })).toMatchObject({
    ...{ status: 409, code: 'kudos.too-many-points', left: 40, asked: 42 },
  })
  expect((await mei.does(listKudos)).items).toHaveLength(1)
  await give(mei, [tomas.id, ines.id], { points: 20 })
  expect([await left(mei), await has(tomas), await has(ines)]).toEqual([0, 50, 50])
  const [account] = (await tomas.does(listAccounts)).items
  const { items } = await tomas.does(listEntries, { params: { accountId: account?.id ?? '' } })
  expect(items.map(({ number, kind, amount, balance }) => [number, kind, amount, balance])).toEqual([
    [2, 'kudos', 20, 50],
    [1, 'kudos', 30, 30],
  ])
  expect(items[0]?.about.fromId).toBe(mei.id)
  expect((await mei.isRefused(listEntries, { params: { accountId: account?.id ?? '' } })).code).toBe(
    'account.not-found',
  )
  expect(await proof(org)).toEqual([])
})

test('taking thanks back takes the points back, as far as they are not spent', async () => {
  const { org, mei, tomas, ines, give } = await lab()
  const { id } = await give(mei, [tomas.id], { points: 40 })
  await mei.does(withdrawKudos, { params: { kudosId: id } })
  expect([await left(mei), await has(tomas)]).toEqual([100, 0])
  const again = await give(mei, [tomas.id, ines.id], { points: 40 })
  await org.as((scope) =>
    post(scope, {
      ...{ kind: 'redeemed', key: 'lunch', about: {} },
      legs: [
        { account: pointsOf(tomas.id), amount: -25 },
        { account: { kind: 'redeemed', unit: 'points', ownerId: org.id }, amount: 25 },
      ],
    }),
  )
  await mei.does(withdrawKudos, { params: { kudosId: again.id } })
  expect([await left(mei), await has(tomas), await has(ines)]).toEqual([75, 0, 0])
  expect((await mei.isRefused(withdrawKudos, { params: { kudosId: again.id } })).status).toBe(404)
  expect(await left(mei)).toBe(75)
  expect(await proof(org)).toEqual([])
})

test('a hundred requests at once, give no more than there is', async () => {
  const { org, mei, tomas, reason } = await lab(50)
  const body = { toIds: [tomas.id], reason, points: 1 }
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => mei.does(giveKudos, { body })))
  const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? String(one.reason) : []))
  expect(refusals.length).toBe(50)
  expect(refusals.filter((text) => !/kudos.too-many-points|ledger.overdrawn/.test(text))).toEqual([])
  expect([await left(mei), await has(tomas)]).toEqual([0, 50])
  expect(await proof(org)).toEqual([])
})

test.each([-1, 0.5, 10_001, 2 ** 53, Number.NaN, '5'])('%s is no number of points', async (points) => {
  const { mei, tomas, reason } = await lab()
  const body = { toIds: [tomas.id], reason, points } as never
  expect((await mei.isRefused(giveKudos, { body })).status).toBe(422)
  expect(await left(mei)).toBe(100)
})

test('who has left gives and receives nothing; what they had stays where it is', async () => {
  const { org, admin, mei, tomas, ines, give, reason } = await lab()
  await give(mei, [tomas.id], { points: 10 })
  for (const who of [mei, tomas]) await admin.does(endMembership, { params: { memberId: who.id } })
  const late = { body: { toIds: [ines.id], reason, points: 5 } }
  expect((await mei.isRefused(giveKudos, late)).status).toBe(401)
  expect((await ines.isRefused(giveKudos, { body: { toIds: [tomas.id], reason } })).faults?.[0]?.code).toBe(
    'member.not-found',
  )
  expect([await has(ines), await left(ines)]).toEqual([0, 100])
  expect(await proof(org)).toEqual([])
})

test('each month has points of its own; what was not given is gone, and a month begins where the organization is', async () => {
  expect(monthOf(new Date('2026-10-31T23:30:00Z'), 'Europe/Paris')).toBe('2026-11')
  expect(monthOf(new Date('2026-10-31T23:30:00Z'), 'America/New_York')).toBe('2026-10')
  expect(monthOf(new Date('2027-01-01T00:30:00Z'), 'America/New_York')).toBe('2026-12')
  const { org, mei, tomas, give } = await lab()
  await give(mei, [tomas.id], { points: 70 })
  const before = await mei.does(getAllowance)
  world.pass({ days: 31 })
  // Nobody stays signed in for as long.
  const asMei = <T>(work: (scope: Scope) => Promise<T>) =>
    org.as((scope) => work({ ...scope, actor: { ...scope.actor, id: mei.id } }))
  const next = await asMei(verbs.getAllowance)
  expect([next.left, next.month > before.month]).toEqual([100, true])
  const about = {
    valueId: null,
    courseId: null,
    needId: null,
    commentId: null,
    file: null,
    isPrivate: false,
    isCommendation: false,
  }
  await asMei((scope) =>
    giving.giveKudos(scope, { toIds: [tomas.id], reason: 'Again', points: 90, ...about }),
  )
  const balances = await org.as((scope) => findBalances(scope, [pointsOf(tomas.id)]))
  expect([(await asMei(verbs.getAllowance)).left, ...balances]).toEqual([10, 160])
  expect(await proof(org)).toEqual([])
})

test('without an allowance there are thanks without points', async () => {
  const { mei, tomas, reason, give } = await lab(0)
  const body = { toIds: [tomas.id], reason, points: 1 }
  expect((await mei.isRefused(giveKudos, { body })).code).toBe('kudos.too-many-points')
  expect((await give(mei, [tomas.id])).points).toBe(0)
})

test('thanks say which value they show; one that is archived cannot be chosen, and stays where it was', async () => {
  const { admin, mei, tomas, give, reason } = await lab()
  const { id: valueId } = await admin.does(addKudosValue, { body: { name: 'Patience', about: '' } })
  expect(
    (await admin.isRefused(addKudosValue, { body: { name: 'patience', about: '' } })).faults?.[0]?.code,
  ).toBe('value.taken')
  expect((await mei.isRefused(addKudosValue, { body: { name: 'Speed', about: '' } })).status).toBe(403)
  expect((await give(mei, [tomas.id], { valueId })).value?.name).toBe('Patience')
  await admin.does(archiveKudosValue, { params: { valueId } })
  const body = { toIds: [tomas.id], reason, valueId }
  expect((await mei.isRefused(giveKudos, { body })).faults?.[0]?.code).toBe('value.not-found')
  expect((await mei.does(listKudos)).items[0]?.value?.name).toBe('Patience')
  expect((await mei.does(getRecognition)).values.map(({ archivedAt }) => archivedAt !== null)).toEqual([true])
  const nowhere = { body: { allowance: 5, timeZone: 'Atlantis/Capital' } }
  expect((await admin.isRefused(setRecognition, nowhere)).status).toBe(422)
})

test('private thanks are read by who gives and who receives them, and nobody else hears of them', async () => {
  const { mei, tomas, ines, give } = await lab()
  await give(mei, [tomas.id], { isPrivate: true, points: 5 })
  await world.settle()
  const seen = async (who: Person) => (await who.does(listKudos)).items.length
  expect([await seen(mei), await seen(tomas), await seen(ines)]).toEqual([1, 1, 0])
  const { items } = await ines.does(getFeed)
  expect(items.filter(({ kind }) => kind === 'kudos.given')).toEqual([])
})
