import { expect, test } from 'vitest'
import { changeGroup } from '#people/contract.ts'
import { cannot, leftOf, proof, redeem, shop, usual } from '#test/reward.ts'
import { openWorld } from '#test/world.ts'
import { listMyRedemptions } from '../redemption.contract.ts'
import * as rewards from '../reward.contract.ts'

const world = openWorld()

test('an administrator designs a reward, changes it on top of what they read, archives it and offers it again; each is a fact', async () => {
  const { org, admin, lena, mei, design } = await shop(world)
  const made = await design({ limit: { most: 1, per: 'year' } })
  expect(made).toMatchObject({
    ...{ version: 1, left: 3, why: 'points', can: { change: true } },
    missing: 10,
  })
  for (const who of [lena, mei])
    expect((await who.isRefused(rewards.designReward, { body: usual })).status).toBe(403)
  const { pieces: _, ...words } = usual
  const at = { params: { rewardId: made.id } }
  const body = { ...words, version: 1, name: 'A large mug', isCounted: true }
  const changes = [1, 2].map(() => admin.does(rewards.changeReward, { ...at, body }))
  const outcomes = await Promise.allSettled(changes)
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await mei.does(rewards.getReward, at)).toMatchObject({
    ...{ name: 'A large mug', version: 2, left: 3, limit: null, why: null, can: { change: false } },
  })
  await admin.does(rewards.archiveReward, at)
  await admin.does(rewards.archiveReward, at)
  expect((await mei.does(rewards.listRewards)).items).toEqual([])
  expect(await cannot(mei, made)).toBe('reward.archived')
  const archived = { query: { archived: 'true' as const } }
  expect((await admin.does(rewards.listRewards, archived)).items).toHaveLength(1)
  expect((await mei.isRefused(rewards.listRewards, archived)).status).toBe(403)
  await admin.does(rewards.restoreReward, at)
  expect((await mei.does(rewards.listRewards)).items.map(({ name }) => name)).toEqual(['A large mug'])
  expect(
    await org.countFacts('reward.designed', 'reward.changed', 'reward.archived', 'reward.restored'),
  ).toBe(4)
  const [fact] = (await org.facts('reward.changed')) as { name: string; before: { name: string } }[]
  expect([fact?.name, fact?.before.name]).toEqual(['A large mug', 'A mug'])
})

test('stock is added and corrected down, never below nothing, and every movement of it is told to administrators', async () => {
  const { org, admin, mei, design } = await shop(world)
  const mug = await design()
  const at = { params: { rewardId: mug.id } }
  const change = (pieces: number) => ({ ...at, body: { change: pieces, reason: 'Counted again' } })
  await redeem(mei, mug)
  expect((await admin.does(rewards.changeStock, change(5))).left).toBe(7)
  expect(await admin.isRefused(rewards.changeStock, change(-8))).toMatchObject({
    ...{ code: 'reward.too-few-pieces', left: 7 },
  })
  expect((await admin.does(rewards.changeStock, change(-7))).left).toBe(0)
  const { items } = await admin.does(rewards.listStock, at)
  expect(
    items.map(({ kind, amount, balance, reason, by }) => [kind, amount, balance, reason, by?.name]),
  ).toEqual([
    ['stock', -7, 0, 'Counted again', 'Ada Winter'],
    ['stock', 5, 7, 'Counted again', 'Ada Winter'],
    ['redemption', -1, 2, '', 'Mei Tanaka'],
    ['stock', 3, 3, '', 'Ada Winter'],
  ])
  const first = await admin.does(rewards.listStock, { ...at, query: { limit: 3 } })
  const rest = await admin.does(rewards.listStock, { ...at, query: { after: first.next ?? '' } })
  expect(rest.items.map(({ number }) => number)).toEqual([1])
  expect((await mei.isRefused(rewards.changeStock, change(1))).status).toBe(403)
  expect((await mei.isRefused(rewards.listStock, at)).status).toBe(403)
  const endless = await design({ pieces: null })
  const more = { params: { rewardId: endless.id }, body: { change: 1, reason: 'One more' } }
  expect((await admin.isRefused(rewards.changeStock, more)).code).toBe('reward.not-counted')
  expect(await proof(org)).toEqual([])
})

test.each([0, 0.5, 100_001, -100_001, 2 ** 53, Number.NaN, '5'])(
  'stock is not changed by %s',
  async (pieces) => {
    const { admin, design } = await shop(world)
    const mug = await design()
    const body = { change: pieces, reason: 'Counted again' } as never
    expect((await admin.isRefused(rewards.changeStock, { params: { rewardId: mug.id }, body })).status).toBe(
      422,
    )
    expect(await leftOf(admin, mug)).toBe(3)
  },
)

test.each([
  { price: 0 },
  { price: -5 },
  { price: 1.5 },
  { price: 1_000_001 },
  { price: 2 ** 60 },
  { pieces: -1 },
  { pieces: 100_001 },
  { pieces: 0.5 },
  { limit: { most: 0, per: 'ever' } },
  { from: '2026-13-01' },
  { from: '2026-05-02', until: '2026-05-01' },
  { kind: 'gift', isDrawn: true },
  { groupIds: [crypto.randomUUID()] },
])('no reward is designed with %j', async (wrong) => {
  const { admin } = await shop(world)
  const refused = await admin.isRefused(rewards.designReward, { body: { ...usual, ...wrong } as never })
  expect(refused.status).toBe(422)
  expect((await admin.does(rewards.listRewards)).items).toEqual([])
})

test('a reward is for its groups and those below them; others read for whom it is, and of a private group’s nothing', async () => {
  const { org, lab, admin, mei, kofi, design } = await shop(world)
  const bench = await org.person('Tomas Lindqvist', 'learner', await org.group('Bench', { parent: lab }))
  const mug = await design({ groupIds: [lab] })
  const why = async (who: typeof mei) =>
    (await who.does(rewards.getReward, { params: { rewardId: mug.id } })).why
  expect([await why(mei), await why(bench), await why(kofi), await why(admin)]).toEqual([
    ...[null, 'points', 'apart', 'apart'],
  ])
  expect(await cannot(kofi, mug)).toBe('reward.apart')
  expect((await kofi.does(rewards.listRewards)).items[0]?.groups.map(({ name }) => name)).toEqual(['Lab'])
  await admin.does(changeGroup, { params: { groupId: lab }, body: { private: true } })
  expect((await kofi.does(rewards.listRewards)).items).toEqual([])
  expect(await cannot(kofi, mug)).toBe('reward.not-found')
  await redeem(mei, mug)
  expect((await mei.does(listMyRedemptions)).items).toHaveLength(1)
})

test('a reward is to be had from its first day to its last, as the organization counts days', async () => {
  const { mei, design } = await shop(world)
  const today = world.now().toISOString().slice(0, 10)
  const [early, over, now] = [
    await design({ from: '2099-01-01' }),
    await design({ until: '2020-01-01' }),
    await design({ from: today, until: today }),
  ]
  expect([await cannot(mei, early), await cannot(mei, over)]).toEqual(['reward.early', 'reward.over'])
  await redeem(mei, now)
  const shown = (await mei.does(rewards.listRewards)).items.map(({ id }) => id)
  expect(shown).toEqual([now.id, early.id])
})
