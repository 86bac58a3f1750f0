import { expect, test } from 'vitest'
import { getFeed } from '#feed/contract.ts'
import { endMembership } from '#people/contract.ts'
import type { Person } from '#test/organization.ts'
import { at, drawIn, enter, redeem, shop } from '#test/reward.ts'
import { openWorld } from '#test/world.ts'
import * as draws from '../draw.contract.ts'
import { listAccounts, listEntries } from '../ledger.contract.ts'
import * as redemptions from '../redemption.contract.ts'

/** Who hears of what was redeemed: at home, in the statement, and in the queue. */
const world = openWorld()

const heard = async (who: Person) => {
  await world.settle()
  const { items } = await who.does(getFeed, { query: { only: 'personal' } })
  return items.map(({ kind, actor, data }) => [
    kind,
    data.state ?? null,
    actor?.name ?? null,
    data.words ?? null,
  ])
}

test('whoever asked hears what became of it, by whom and why; others do not', async () => {
  const { lena, mei, kofi, design } = await shop(world)
  const lunch = await design({ approval: 'managers' })
  const first = await redeem(mei, lunch)
  const reason = 'The director is away until May.'
  await lena.does(redemptions.declineRedemption, { ...at(first), body: { reason } })
  const second = await redeem(mei, lunch)
  await mei.does(redemptions.cancelRedemption, at(second))
  expect(await heard(mei)).toEqual([['redemption.moved', 'declined', 'Lena Vogt', reason]])
  expect([await heard(kofi), await heard(lena)]).toEqual([[], []])
})

test('a gift is told to its receiver once it is theirs, and is told no more when it is taken back', async () => {
  const { lena, mei, kofi, design } = await shop(world)
  const words = 'For the night on bench four.'
  const [plain, agreed] = [
    await design({ kind: 'gift' }),
    await design({ kind: 'gift', approval: 'managers' }),
  ]
  const one = await redeem(mei, plain, { toId: kofi.id, words })
  expect(await heard(kofi)).toEqual([['gift.given', null, 'Mei Tanaka', words]])
  await mei.does(redemptions.cancelRedemption, at(one))
  expect(await heard(kofi)).toEqual([])
  expect((await kofi.does(redemptions.listMyRedemptions)).items).toEqual([])
  const other = await redeem(mei, agreed, { toId: kofi.id, words })
  expect(await heard(kofi)).toEqual([])
  await lena.does(redemptions.approveRedemption, { ...at(other), body: {} })
  expect(await heard(kofi)).toEqual([['gift.given', null, 'Mei Tanaka', words]])
  const [received] = (await kofi.does(redemptions.listMyRedemptions)).items
  expect(received).toMatchObject({ member: { name: 'Mei Tanaka' }, can: { cancel: false, refund: false } })
})

test('whoever gave to a colleague who then left hears that the points are back', async () => {
  const { admin, mei, kofi, design } = await shop(world)
  await redeem(mei, await design({ kind: 'gift' }), { toId: kofi.id })
  await admin.does(endMembership, { params: { memberId: kofi.id } })
  expect(await heard(mei)).toEqual([['redemption.moved', 'cancelled', null, '']])
})

test('the winner of a draw hears that they won, the others that it was drawn, and all when it is called off', async () => {
  const { org, admin, mei, kofi, design } = await shop(world)
  const { draw } = await drawIn(world, admin, design, { pieces: 1 })
  for (const who of [mei, kofi]) await enter(who, draw)
  world.pass({ hours: 2 })
  await world.cairn.tasks['reward-draw']?.({ org: org.id, drawId: draw.id })
  const news = [await heard(mei), await heard(kofi)].map(([first]) => first)
  expect(news).toHaveLength(2)
  expect(news).toEqual(
    expect.arrayContaining([
      ['redemption.moved', 'won', null, null],
      ['draw.drawn', null, null, ''],
    ]),
  )
  const { draw: other } = await drawIn(world, admin, design)
  await enter(mei, other)
  const reason = 'The pass is not sold this winter.'
  await admin.does(draws.withdrawDraw, { params: { drawId: other.id }, body: { reason } })
  expect((await heard(mei))[0]).toEqual(['draw.withdrawn', null, 'Ada Winter', reason])
})

test('the statement names what points were redeemed for, and given back for', async () => {
  const { lena, mei, design } = await shop(world)
  const wish = await redeem(mei, await design({ name: 'Lunch', approval: 'managers' }))
  await lena.does(redemptions.declineRedemption, { ...at(wish), body: { reason: 'Not this month, sorry.' } })
  const [account] = (await mei.does(listAccounts)).items
  const { items } = await mei.does(listEntries, { params: { accountId: account?.id ?? '' } })
  const reward = { redemptionId: wish.id, name: 'Lunch' }
  expect(items.map((entry) => [entry.amount, entry.reward])).toEqual([
    ...[
      [10, reward],
      [-10, reward],
    ],
    [100, null],
  ])
})

test('the queue is read page by page, the oldest first, and what is over the latest first', async () => {
  const { lena, mei, design } = await shop(world)
  const lunch = await design({ approval: 'managers', pieces: 9 })
  const asked: string[] = []
  for (let turn = 0; turn < 5; turn += 1) asked.push((await redeem(mei, lunch)).id)
  const pages = async (state: 'waiting' | 'declined') => {
    const all: string[] = []
    let after: string | undefined
    for (let turn = 0; turn < 5; turn += 1) {
      const query = { state, limit: 2, ...(after && { after }) }
      const { items, next } = await lena.does(redemptions.listRedemptions, { query })
      all.push(...items.map(({ id }) => id))
      if (next === null) break
      after = next
    }
    return all
  }
  expect(await pages('waiting')).toEqual(asked)
  for (const id of asked)
    await lena.does(redemptions.declineRedemption, {
      ...at({ id }),
      body: { reason: 'Not this month, sorry.' },
    })
  expect(await pages('declined')).toEqual(asked.toReversed())
  expect(await pages('waiting')).toEqual([])
})
