import { expect, test } from 'vitest'
import { endMembership, returnMember } from '#people/contract.ts'
import type { Endpoint } from '#platform/http/endpoint'
import type { Person } from '#test/organization.ts'
import { at, fund, leftOf, pointsOf, proof, redeem, shop } from '#test/reward.ts'
import { openWorld } from '#test/world.ts'
import * as redemptions from '../redemption.contract.ts'
import { archiveReward } from '../reward.contract.ts'

const world = openWorld()
const reason = { reason: 'The director is away until May.' }
const fulfil = (who: Person, one: { id: string }, words = '') =>
  who.does(redemptions.fulfilRedemption, { ...at(one), body: { words } })
const approve = (who: Person, one: { id: string }) =>
  who.does(redemptions.approveRedemption, { ...at(one), body: {} })

/** A reward that a manager must agree to, and what Mei of the Lab asked for. */
async function asked(more: object = {}) {
  const place = await shop(world)
  const lunch = await place.design({ name: 'Lunch', kind: 'time-with', approval: 'managers', ...more })
  return { ...place, lunch, wish: await redeem(place.mei, lunch) }
}
const codeOf = async (who: Person, endpoint: Endpoint, one: { id: string }, body: object = {}) =>
  (await who.isRefused(endpoint, { ...at(one), body } as never)).code

test('a manager of the group agrees, it is fulfilled with a word, and the way it went is told', async () => {
  const { org, admin, lena, mei, wish, lunch } = await asked()
  expect(wish).toMatchObject({ state: 'asked', can: { cancel: true, approve: false } })
  const waiting = async () => (await lena.does(redemptions.listRedemptions)).items
  expect(await waiting()).toMatchObject([
    { id: wish.id, member: { name: 'Mei Tanaka' }, can: { approve: true } },
  ])
  await lena.does(redemptions.approveRedemption, { ...at(wish), body: { words: 'Well deserved.' } })
  expect(await codeOf(mei, redemptions.cancelRedemption, wish)).toBe('redemption.too-late')
  expect(await codeOf(lena, redemptions.cancelRedemption, wish)).toBe('redemption.not-yours')
  await fulfil(admin, wish, 'Tuesday at noon.')
  expect(await waiting()).toEqual([])
  expect((await mei.does(redemptions.getRedemption, at(wish))).steps).toMatchObject([
    { state: 'asked', by: { name: 'Mei Tanaka' }, words: '' },
    { state: 'approved', by: { name: 'Lena Vogt' }, words: 'Well deserved.' },
    { state: 'fulfilled', by: { name: 'Ada Winter' }, words: 'Tuesday at noon.' },
  ])
  const done = await admin.does(redemptions.listRedemptions, { query: { state: 'fulfilled' } })
  expect(done.items.map(({ id }) => id)).toEqual([wish.id])
  expect([await pointsOf(mei), await leftOf(mei, lunch)]).toEqual([90, 2])
  expect(await proof(org)).toEqual([])
})

test('what is declined, cancelled or refunded gives the points and the piece back, once', async () => {
  const { org, admin, lena, mei, wish, lunch, kofi } = await asked()
  const state = async () => [await pointsOf(mei), await leftOf(mei, lunch)]
  await lena.does(redemptions.declineRedemption, { ...at(wish), body: reason })
  expect(await state()).toEqual([100, 3])
  expect(await codeOf(lena, redemptions.declineRedemption, wish, reason)).toBe('redemption.moved-on')
  const second = await redeem(mei, lunch)
  await mei.does(redemptions.cancelRedemption, at(second))
  expect(await codeOf(mei, redemptions.cancelRedemption, second)).toBe('redemption.moved-on')
  expect(await state()).toEqual([100, 3])
  const third = await redeem(mei, lunch)
  await approve(lena, third)
  await fulfil(lena, third)
  expect(await codeOf(lena, redemptions.refundRedemption, third, reason)).toBe('recognition.admin-needed')
  expect(await codeOf(kofi, redemptions.refundRedemption, third, reason)).toBe('redemption.not-found')
  await admin.does(redemptions.refundRedemption, { ...at(third), body: reason })
  expect(await codeOf(admin, redemptions.refundRedemption, third, reason)).toBe('redemption.moved-on')
  expect(await state()).toEqual([100, 3])
  expect(await org.countFacts('redemption.moved')).toBe(5)
  expect(await proof(org)).toEqual([])
})

test('each step is taken from the right state alone', async () => {
  const { admin, mei, wish, lunch, lena } = await asked()
  const { approveRedemption, declineRedemption, fulfilRedemption, refundRedemption } = redemptions
  expect(await codeOf(admin, fulfilRedemption, wish)).toBe('redemption.moved-on')
  expect(await codeOf(admin, refundRedemption, wish, reason)).toBe('redemption.moved-on')
  await approve(lena, wish)
  expect(await codeOf(admin, approveRedemption, wish)).toBe('redemption.moved-on')
  expect(await codeOf(admin, declineRedemption, wish, reason)).toBe('redemption.moved-on')
  const other = await redeem(mei, lunch)
  await mei.does(redemptions.cancelRedemption, at(other))
  for (const [endpoint, body] of [
    [approveRedemption, {}],
    [declineRedemption, reason],
    [fulfilRedemption, {}],
    [refundRedemption, reason],
  ] as const)
    expect(await codeOf(admin, endpoint, other, body)).toBe('redemption.moved-on')
})

test('of two who decide at once one wins, and the other is told what was decided and by whom', async () => {
  const { org, admin, lena, mei, wish } = await asked()
  const outcomes = await Promise.allSettled([
    approve(admin, wish),
    lena.does(redemptions.declineRedemption, { ...at(wish), body: reason }),
    mei.does(redemptions.cancelRedemption, at(wish)),
  ])
  const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []))
  expect(lost).toHaveLength(2)
  for (const text of lost) expect(text).toMatch(/redemption\.(moved-on|too-late)/)
  const { state } = await mei.does(redemptions.getRedemption, at(wish))
  expect(await pointsOf(mei)).toBe(state === 'approved' ? 90 : 100)
  const refused = await admin.isRefused(redemptions.declineRedemption, { ...at(wish), body: reason })
  expect(refused.detail).toMatch(/by (Ada Winter|Lena Vogt|Mei Tanaka)\. Nothing was changed/)
  expect(await proof(org)).toEqual([])
})

test('nobody decides on what they asked for or are to receive, and only whom the reward asks', async () => {
  const { org, admin, lena, kofi, wish, design, lunch } = await asked()
  const own = await redeem(lena, lunch)
  expect(await codeOf(lena, redemptions.approveRedemption, own)).toBe('redemption.not-yours-to-handle')
  expect((await lena.does(redemptions.listRedemptions)).items.map(({ id }) => id)).toEqual([wish.id])
  const gift = await design({ kind: 'gift', approval: 'managers' })
  const toLena = await redeem(kofi, gift, { toId: lena.id })
  expect(await codeOf(lena, redemptions.approveRedemption, toLena)).toBe('redemption.not-yours-to-handle')
  const sales = await org.person('Sara Sales', 'manager', await org.group('Field'))
  expect(await codeOf(sales, redemptions.approveRedemption, wish)).toBe('redemption.not-found')
  const high = await redeem(kofi, await design({ approval: 'admins' }))
  expect(await codeOf(lena, redemptions.approveRedemption, high)).toBe('redemption.not-found')
  expect((await admin.does(redemptions.listRedemptions)).items).toHaveLength(4)
  expect((await kofi.isRefused(redemptions.listRedemptions)).status).toBe(403)
})

test('where nobody has to agree it can be taken back until somebody has seen to it', async () => {
  const { admin, mei, design } = await shop(world)
  const mug = await design()
  const [one, other] = [await redeem(mei, mug), await redeem(mei, mug)]
  await mei.does(redemptions.cancelRedemption, at(one))
  await fulfil(admin, other)
  expect(await codeOf(mei, redemptions.cancelRedemption, other)).toBe('redemption.moved-on')
  expect([await pointsOf(mei), await leftOf(mei, mug)]).toEqual([90, 2])
})

test('an archived reward’s open requests stay, and are decided as before', async () => {
  const { admin, lena, wish, lunch } = await asked()
  await admin.does(archiveReward, { params: { rewardId: lunch.id } })
  await approve(lena, wish)
  expect((await fulfil(admin, wish)).state).toBe('fulfilled')
})

test('whoever leaves at the very moment at which they redeem leaves nothing open behind', async () => {
  const { org, admin, design } = await shop(world)
  const mug = await design({ pieces: 20 })
  const people = await Promise.all(Array.from({ length: 6 }, (_, n) => org.person(`Person ${n}`)))
  await fund(org, 10, ...people)
  await Promise.allSettled(
    people.flatMap((who) => [redeem(who, mug), admin.does(endMembership, { params: { memberId: who.id } })]),
  )
  await world.settle()
  expect((await admin.does(redemptions.listRedemptions)).items).toEqual([])
  expect(await leftOf(admin, mug)).toBe(20)
  expect(await proof(org)).toEqual([])
})

test('who leaves gets back what would have reached nobody; what was promised to somebody else stays promised', async () => {
  const { org, admin, lena, mei, kofi, design, wish, lunch } = await asked()
  const [gift, charity] = [await design({ kind: 'gift' }), await design({ kind: 'donation' })]
  const [mug, given, donated, toMei] = [
    await redeem(mei, await design()),
    await redeem(mei, gift, { toId: kofi.id }),
    await redeem(mei, charity),
    await redeem(kofi, gift, { toId: mei.id }),
  ]
  const had = await redeem(mei, await design())
  await fulfil(admin, had)
  await admin.does(endMembership, { params: { memberId: mei.id } })
  // In between somebody decides, before anything was cancelled.
  expect(await codeOf(lena, redemptions.approveRedemption, wish)).toBe('redemption.somebody-left')
  expect(await codeOf(admin, redemptions.fulfilRedemption, toMei)).toBe('redemption.somebody-left')
  await world.settle()
  const stateOf = async (one: { id: string }) => (await admin.does(redemptions.getRedemption, at(one))).state
  const states = await Promise.all([wish, mug, toMei, given, donated, had].map(stateOf))
  expect(states).toEqual([
    ...['cancelled', 'cancelled', 'cancelled'],
    ...['approved', 'approved', 'fulfilled'],
  ])
  expect([await pointsOf(kofi), await leftOf(admin, lunch), await leftOf(admin, gift)]).toEqual([100, 3, 2])
  expect((await fulfil(admin, given)).state).toBe('fulfilled')
  await admin.does(returnMember, { params: { memberId: mei.id } })
  expect(await pointsOf(await org.again(mei))).toBe(70)
  expect(await proof(org)).toEqual([])
})
