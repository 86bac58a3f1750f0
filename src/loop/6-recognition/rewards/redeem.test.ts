import { expect, test } from 'vitest'
import { endMembership } from '#people/contract.ts'
import { cannot, fund, leftOf, pointsOf, proof, redeem, shop, usual } from '#test/reward.ts'
import { openWorld } from '#test/world.ts'
import { findBalances } from '../ledger/accounts.ts'
import { listMyRedemptions, redeemReward } from '../redemption.contract.ts'
import { changeReward } from '../reward.contract.ts'

const world = openWorld()

test('points and a piece are moved together, and what cannot be had takes nothing', async () => {
  const { org, mei, kofi, design } = await shop(world, 25)
  const mug = await design({ pieces: 2 })
  expect(await redeem(mei, mug)).toMatchObject({
    state: 'approved',
    price: 10,
    name: 'A mug',
    can: { cancel: true },
  })
  expect([await pointsOf(mei), await leftOf(mei, mug)]).toEqual([15, 1])
  const dear = await design({ price: 16 })
  const refused = await mei.isRefused(redeemReward, { params: { rewardId: dear.id }, body: { price: 16 } })
  expect(refused).toMatchObject({ status: 409, code: 'reward.points', missing: 1 })
  await redeem(mei, mug)
  expect(await cannot(kofi, mug)).toBe('reward.sold-out')
  expect([await pointsOf(mei), await pointsOf(kofi), await leftOf(mei, mug)]).toEqual([5, 25, 0])
  const counted = ['supply', 'stock', 'given'].map((kind) => ({
    ...{ kind: kind as 'stock', unit: `reward:${mug.id}`, ownerId: mug.id },
  }))
  expect(await org.as((scope) => findBalances(scope, counted))).toEqual([-2, 0, 2])
  const endless = await design({ price: 1, pieces: null })
  await redeem(mei, endless)
  expect(await leftOf(mei, endless)).toBe(null)
  expect(await proof(org)).toEqual([])
})

test('of a hundred people at once exactly as many have it as there are pieces, and the others keep their points', async () => {
  const { org, design } = await shop(world)
  const people = await Promise.all(Array.from({ length: 100 }, (_, n) => org.person(`Person ${n}`)))
  await fund(org, 10, ...people)
  const mug = await design({ pieces: 7 })
  const outcomes = await Promise.allSettled(people.map((who) => redeem(who, mug)))
  const refusals = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
  expect(refusals).toHaveLength(93)
  expect(refusals.filter((text) => !/reward\.(sold-out|just-gone)/.test(text))).toEqual([])
  const points = await Promise.all(people.map(pointsOf))
  expect(points.filter((count) => count === 0)).toHaveLength(7)
  expect(points.filter((count) => count === 10)).toHaveLength(93)
  const [one] = people
  expect(one && (await leftOf(one, mug))).toBe(0)
  expect(await org.countFacts('redemption.asked')).toBe(7)
  expect(await proof(org)).toEqual([])
})

test('the same request again, at once or later, is one redemption', async () => {
  const { org, mei, design } = await shop(world)
  const mug = await design()
  const again = () => redeem(mei, mug, { key: 'the-very-same-request' })
  const answers = await Promise.all(Array.from({ length: 8 }, again))
  answers.push(await again())
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  expect([await pointsOf(mei), await leftOf(mei, mug)]).toEqual([90, 2])
  expect((await mei.does(listMyRedemptions)).items).toHaveLength(1)
  expect(await proof(org)).toEqual([])
})

test('a limit holds for each member and span, also for who asks ten times at once', async () => {
  const { mei, kofi, design } = await shop(world, 1000)
  const mug = await design({ pieces: 50, limit: { most: 2, per: 'year' } })
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => redeem(mei, mug)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(await pointsOf(mei)).toBe(980)
  const refused = await mei.isRefused(redeemReward, { params: { rewardId: mug.id }, body: { price: 10 } })
  expect(refused).toMatchObject({ code: 'reward.limit', detail: expect.stringContaining('all 2') })
  await redeem(kofi, mug)
})

test('a month’s limit begins anew with the next month of the organization, one that holds ever does not', async () => {
  const { org, mei, design } = await shop(world, 1000)
  const [monthly, once] = [
    await design({ limit: { most: 1, per: 'month' } }),
    await design({ limit: { most: 1, per: 'ever' } }),
  ]
  for (const reward of [monthly, once]) await redeem(mei, reward)
  expect([await cannot(mei, monthly), await cannot(mei, once)]).toEqual(['reward.limit', 'reward.limit'])
  world.pass({ days: 31 })
  const later = await org.again(mei)
  await redeem(later, monthly)
  expect(await cannot(later, once)).toBe('reward.limit')
})

test.each([0, -10, 9, 11, 10.5, 2 ** 53, Number.NaN, '10', null])(
  'a price of %s is not what it costs',
  async (price) => {
    const { org, mei, design } = await shop(world)
    const mug = await design()
    const body = { price } as never
    const { status } = await mei.isRefused(redeemReward, { params: { rewardId: mug.id }, body })
    expect(status).toBe(price === 9 || price === 11 ? 409 : 422)
    expect([await pointsOf(mei), await leftOf(mei, mug)]).toEqual([100, 3])
    expect(await proof(org)).toEqual([])
  },
)

test('nobody pays another price than they were told, and what was asked for stays as it was', async () => {
  const { admin, mei, design } = await shop(world)
  const mug = await design()
  await redeem(mei, mug)
  const { pieces: _, ...words } = usual
  const body = { ...words, name: 'A vase', version: 1, isCounted: true, price: 30 }
  await admin.does(changeReward, { params: { rewardId: mug.id }, body })
  expect(await cannot(mei, mug)).toBe('reward.price-changed')
  expect((await mei.does(listMyRedemptions)).items).toMatchObject([{ name: 'A mug', price: 10 }])
})

test('a gift names a colleague who is here and not oneself; what is no gift names nobody', async () => {
  const { org, admin, mei, kofi, lena, design } = await shop(world)
  const [gift, mug] = [await design({ kind: 'gift' }), await design()]
  expect(await cannot(mei, gift)).toBe('reward.name-receiver')
  expect(await cannot(mei, gift, { toId: mei.id })).toBe('reward.yourself')
  expect(await cannot(mei, mug, { toId: kofi.id })).toBe('reward.no-gift')
  await admin.does(endMembership, { params: { memberId: lena.id } })
  for (const toId of [lena.id, crypto.randomUUID()])
    expect(await cannot(mei, gift, { toId })).toBe('member.not-found')
  const given = await redeem(mei, gift, { toId: kofi.id, words: 'For the night on bench four.' })
  expect(given).toMatchObject({ to: { name: 'Kofi Mensah' }, words: 'For the night on bench four.' })
  expect([await pointsOf(mei), await pointsOf(kofi)]).toEqual([90, 100])
  expect(await proof(org)).toEqual([])
})
