import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'

import { endMembership, grantRole, withdrawRole } from '#people/contract.ts'
import type { Person } from '#test/organization.ts'
import { at, cannot, drawIn, enter, fund, leftOf, nonceOf, pointsOf, proof, shop } from '#test/reward.ts'
import { openWorld } from '#test/world.ts'
import * as draws from '../draw.contract.ts'
import { cancelRedemption, fulfilRedemption, listMyRedemptions } from '../redemption.contract.ts'
import { changeReward, getReward } from '../reward.contract.ts'
import { recompute } from '../web/rewards/recompute.ts'

const world = openWorld()
const due = (org: { id: string }, drawId: string) =>
  world.cairn.tasks['reward-draw']?.({ org: org.id, drawId })
const read = (who: Person, drawId: string) => who.does(draws.getDraw, { params: { drawId } })
const recordOf = async (who: Person, drawId: string) =>
  (await who.does(draws.getDrawRecord, { params: { drawId } })).entries

test('people enter for nothing, the first in the order who may have it pay and have it, and all of it can be repeated by anybody', async () => {
  const { org, admin, mei, kofi, lena, design } = await shop(world)
  const { reward, draw } = await drawIn(world, admin, design, { pieces: 3, drawn: 2 })
  expect(draw).toMatchObject({ ...{ pieces: 2, price: 10, entries: 0, seed: null, entriesHash: null } })
  expect(draw.commitment).toMatch(/^[0-9a-f]{64}$/)
  const entrants = [mei, kofi, lena]
  for (const who of entrants) await enter(who, draw)
  expect(await pointsOf(mei)).toBe(100)
  expect(await cannot(mei, reward)).toBe('reward.drawn')
  await due(org, draw.id)
  expect((await read(mei, draw.id)).drawnAt).toBe(null)
  world.pass({ hours: 2 })
  expect(await read(mei, draw.id)).toMatchObject({ seed: null, can: { enter: false, leave: false } })
  await Promise.all([due(org, draw.id), due(org, draw.id)])
  const told = await read(mei, draw.id)
  const { seed, commitment, entriesHash } = told
  const record = await recordOf(kofi, draw.id)
  const entries = record.map(({ member, nonce }) => ({ memberId: member.id, nonce }))
  const checked = await recompute({
    drawId: draw.id,
    seed: seed ?? '',
    commitment,
    entriesHash: entriesHash ?? '',
    entries,
  })
  expect(checked).toMatchObject({ doesSeedFit: true, doesListFit: true })
  expect(commitment).toBe(draw.commitment)
  const placed = record.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
  expect(placed.map(({ member }) => member.id)).toEqual(checked.order)
  expect(placed.map(({ outcome }) => outcome)).toEqual(['won', 'won', 'not-reached'])
  const points = await Promise.all(
    placed.map(({ member }) => pointsOf(entrants.find(({ id }) => id === member.id) as Person)),
  )
  expect(points).toEqual([90, 90, 100])
  expect(await leftOf(admin, reward)).toBe(1)
  const winner = entrants.find(({ id }) => id === checked.order[0]) as Person
  const [won] = (await winner.does(listMyRedemptions)).items
  expect(won).toMatchObject({ drawId: draw.id, state: 'approved', price: 10 })
  await admin.does(fulfilRedemption, { ...at({ id: won?.id ?? '' }), body: {} })
  expect(await org.facts('draw.drawn')).toMatchObject([
    { seed, entriesHash, entries: 3, winnerIds: checked.order.slice(0, 2) },
  ])
  expect(await proof(org)).toEqual([])
})

test('whoever cannot pay, has left or may not have it any more is passed over, and who comes next has it', async () => {
  const { org, lab, admin, design } = await shop(world)
  const people = await Promise.all(
    ['Ann', 'Bo', 'Cy', 'Di', 'Ed'].map((name) => org.person(`${name} Of`, 'learner', lab)),
  )
  const { draw } = await drawIn(world, admin, design, { pieces: 2, groupIds: [lab], drawn: 2 })
  for (const who of people) await enter(who, draw)
  const [poor, gone, moved, ...fit] = people as [Person, Person, Person, ...Person[]]
  await fund(org, 10, gone, moved, ...fit)
  await fund(org, 9, poor)
  await admin.does(endMembership, { params: { memberId: gone.id } })
  await admin.does(grantRole, { params: { groupId: org.root, memberId: moved.id, role: 'learner' } })
  await admin.does(withdrawRole, { params: { groupId: lab, memberId: moved.id, role: 'learner' } })
  world.pass({ hours: 2 })
  await due(org, draw.id)
  const record = await recordOf(admin, draw.id)
  const outcomeOf = ({ id }: { id: string }) => record.find(({ member }) => member.id === id)?.outcome
  const [kept] = await world.stored<{ outcomes: Record<string, string> }>(
    org.id,
    'select json_object_agg(member_id, outcome) as outcomes from draw_entries',
  )
  expect(fit.map(outcomeOf)).toEqual(['won', 'won'])
  const last = Math.max(...fit.map(({ id }) => record.find(({ member }) => member.id === id)?.place ?? 0))
  for (const [who, why] of [
    [poor, 'points'],
    [gone, 'left'],
    [moved, 'apart'],
  ] as const) {
    const place = record.find(({ member }) => member.id === who.id)?.place ?? 0
    expect(kept?.outcomes[who.id]).toBe(place < last ? why : 'not-reached')
    expect(outcomeOf(who)).toBe(place < last ? 'passed' : 'not-reached')
  }
  expect(await pointsOf(poor)).toBe(9)
  expect((await read(poor, draw.id)).mine?.outcome).toBe(kept?.outcomes[poor.id])
  expect(await proof(org)).toEqual([])
})

test('no more are drawn than there are pieces by then, and who has had their own in an earlier draw is passed over', async () => {
  const { org, admin, mei, kofi, design } = await shop(world)
  const { reward, draw } = await drawIn(world, admin, design, {
    pieces: 3,
    drawn: 1,
    limit: { most: 1, per: 'ever' },
  })
  await enter(mei, draw)
  world.pass({ hours: 2 })
  await due(org, draw.id)
  const body = { pieces: 2, closesAt: new Date(world.now().getTime() + 3_600_000).toISOString() }
  const second = await admin.does(draws.openDraw, { params: { rewardId: reward.id }, body })
  expect(
    (await mei.isRefused(draws.enterDraw, { params: { drawId: second.id }, body: { nonce: nonceOf('x') } }))
      .code,
  ).toBe('draw.limit')
  await enter(kofi, second)
  world.pass({ hours: 2 })
  await due(org, second.id)
  expect(await leftOf(admin, reward)).toBe(1)
  const { items } = await mei.does(draws.listDraws, { params: { rewardId: reward.id } })
  expect(items.map(({ mine }) => mine?.outcome ?? null)).toEqual([null, 'won'])
  expect(await proof(org)).toEqual([])
})

test('a draw with nobody in it is drawn, and a winner who cancels gives the piece back', async () => {
  const { org, admin, mei, design } = await shop(world)
  const { draw } = await drawIn(world, admin, design, { pieces: 1 })
  world.pass({ hours: 2 })
  await due(org, draw.id)
  expect(await read(mei, draw.id)).toMatchObject({
    entries: 0,
    entriesHash: createHash('sha256').digest('hex'),
  })
  const { reward, draw: other } = await drawIn(world, admin, design, { pieces: 1 })
  await enter(mei, other)
  world.pass({ hours: 2 })
  await due(org, other.id)
  const [won] = (await mei.does(listMyRedemptions)).items
  await mei.does(cancelRedemption, at({ id: won?.id ?? '' }))
  expect([await pointsOf(mei), await leftOf(mei, reward)]).toEqual([100, 1])
})

test('nobody is in a draw twice, and nobody enters or leaves one that has closed; the first number stays', async () => {
  const { org, admin, mei, kofi, design } = await shop(world)
  const { draw } = await drawIn(world, admin, design)
  const params = { drawId: draw.id }
  await Promise.all(Array.from({ length: 5 }, (_, n) => enter(mei, draw, `${n}`)))
  const { mine, entries } = await read(mei, draw.id)
  expect(entries).toBe(1)
  expect((await enter(mei, draw, 'again')).mine).toEqual(mine)
  await mei.does(draws.leaveDraw, { params })
  expect((await mei.isRefused(draws.leaveDraw, { params })).code).toBe('draw.not-in')
  await enter(mei, draw)
  for (const nonce of ['', 'ff', 'G'.repeat(64), 'A'.repeat(64)])
    expect((await kofi.isRefused(draws.enterDraw, { params, body: { nonce } })).status).toBe(422)
  world.pass({ hours: 2 })
  for (const isDrawn of [false, true]) {
    if (isDrawn) await due(org, draw.id)
    expect((await kofi.isRefused(draws.enterDraw, { params, body: { nonce: nonceOf('k') } })).code).toBe(
      'draw.closed',
    )
    expect((await mei.isRefused(draws.leaveDraw, { params })).code).toBe('draw.closed')
  }
  expect(await org.countFacts('draw.entered', 'draw.left')).toBe(3)
})

test('the seed is told to nobody before the draw, by no answer and no fact', async () => {
  const { org, admin, mei, design } = await shop(world)
  const { reward, draw } = await drawIn(world, admin, design)
  await enter(mei, draw)
  const [row] = await world.stored<{ seed: string }>(org.id, 'select seed from reward_draws')
  const seen = [
    await read(admin, draw.id),
    await recordOf(admin, draw.id),
    await admin.does(draws.listDraws, { params: { rewardId: reward.id } }),
    await admin.does(getReward, { params: { rewardId: reward.id } }),
    await org.facts('draw.opened'),
    await org.facts('draw.entered'),
  ]
  expect(row?.seed).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(seen)).not.toContain(row?.seed)
  const reason = 'The pass is not sold this winter.'
  await admin.does(draws.withdrawDraw, { params: { drawId: draw.id }, body: { reason } })
  expect(await read(mei, draw.id)).toMatchObject({ seed: row?.seed, withdrawn: { reason } })
  world.pass({ hours: 2 })
  await due(org, draw.id)
  expect((await read(mei, draw.id)).drawnAt).toBe(null)
  expect(await pointsOf(mei)).toBe(100)
})

test('a draw is opened by administrators, of what is drawn and there, one at a time, for a moment to come', async () => {
  const { admin, lena, design } = await shop(world)
  const { reward, draw } = await drawIn(world, admin, design, { pieces: 2 })
  const params = { rewardId: reward.id }
  const closesAt = draw.closesAt
  const open = { params, body: { pieces: 1, closesAt } }
  expect((await lena.isRefused(draws.openDraw, open)).status).toBe(403)
  expect((await admin.isRefused(draws.openDraw, open)).code).toBe('draw.open-already')
  const { groups: _, left: __, ...words } = await admin.does(getReward, { params })
  const { name, about, kind, price, limit, approval, from, until, isCounted, version } = words
  const body = {
    name,
    about,
    kind,
    price,
    limit,
    approval,
    from,
    until,
    isCounted,
    version,
    groupIds: [],
    isDrawn: false,
  }
  expect((await admin.isRefused(changeReward, { params, body })).code).toBe('reward.draw-open')
  const other = await design({ isDrawn: true, pieces: 2 })
  const of = (more: object) =>
    admin.isRefused(draws.openDraw, {
      params: { rewardId: other.id },
      body: { pieces: 1, closesAt, ...more },
    })
  expect((await of({ pieces: 3 })).code).toBe('draw.too-few-pieces')
  expect((await of({ closesAt: '2020-01-01T00:00:00.000Z' })).faults?.[0]?.code).toBe('draw.closes-early')
  for (const pieces of [0, -1, 0.5, 2 ** 53]) expect((await of({ pieces })).status).toBe(422)
  const sold = { params: { rewardId: (await design()).id }, body: { pieces: 1, closesAt } }
  expect((await admin.isRefused(draws.openDraw, sold)).code).toBe('draw.not-drawn')
})
