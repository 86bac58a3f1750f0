import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Endpoint } from '#platform/http/endpoint'
import { type Person, send } from '#test/organization.ts'
import { leftOf, pointsOf, proof, shop } from '#test/reward.ts'
import { openWorld } from '#test/world.ts'
import { findBalances } from '../ledger/accounts.ts'
import * as redemptions from '../redemption.contract.ts'
import { changeStock } from '../reward.contract.ts'

const world = openWorld()
const price = 10

type State = redemptions.Redemption['state']
interface Asked {
  id: string
  who: number
  state: State
}
/** What there is, as a few lines of arithmetic have it. */
interface Model {
  points: number[]
  stock: number
  given: number
  asked: Asked[]
}

const names = ['redeem', 'approve', 'decline', 'cancel', 'fulfil', 'refund', 'restock'] as const
interface Step {
  act: (typeof names)[number]
  who: number
  which: number
  change: number
}
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    act: fc.constantFrom(...names),
    who: fc.nat(1),
    which: fc.nat(5),
    change: fc.integer({ min: -3, max: 3 }),
  }),
  { minLength: 4, maxLength: 18 },
)
const from: Record<string, readonly State[]> = {
  approve: ['asked'],
  decline: ['asked'],
  cancel: ['asked'],
  fulfil: ['approved'],
  refund: ['approved', 'fulfilled'],
}
const becomes: Record<string, State> = {
  ...{
    approve: 'approved',
    decline: 'declined',
    cancel: 'cancelled',
    fulfil: 'fulfilled',
    refund: 'refunded',
  },
}
const moving: Record<string, Endpoint> = {
  approve: redemptions.approveRedemption,
  decline: redemptions.declineRedemption,
  cancel: redemptions.cancelRedemption,
  fulfil: redemptions.fulfilRedemption,
  refund: redemptions.refundRedemption,
}

/** Does a step to the product and to the model; both must take it, or neither. */
async function walk(model: Model, people: { admin: Person; buyers: Person[] }, rewardId: string, step: Step) {
  const { act, who, which, change } = step
  const sent = async (by: Person, endpoint: Endpoint, input: object) => {
    const response = await send(world.cairn, by.cookie, endpoint, input as never)
    return { isDone: response.ok, said: (await response.json()) as { id: string } }
  }
  if (act === 'restock') {
    const isFit = change !== 0 && model.stock + change >= 0
    const body = { change, reason: 'Counted again' }
    const { isDone } = await sent(people.admin, changeStock, { params: { rewardId }, body })
    expect([act, isDone]).toEqual([act, isFit])
    if (isFit) model.stock += change
    return
  }
  const buyer = people.buyers[who] as Person
  if (act === 'redeem') {
    const isFit = model.stock > 0 && (model.points[who] ?? 0) >= price
    const { isDone, said } = await sent(buyer, redemptions.redeemReward, {
      params: { rewardId },
      body: { price },
    })
    expect([act, isDone]).toEqual([act, isFit])
    if (isFit) shift(model, who, 1)
    if (isFit) model.asked.push({ id: said.id, who, state: 'asked' })
    return
  }
  const one = model.asked[which]
  const endpoint = moving[act]
  if (!one || !endpoint) return
  const by = act === 'cancel' ? (people.buyers[one.who] as Person) : people.admin
  const body =
    act === 'decline' || act === 'refund'
      ? { reason: 'Because it is so.' }
      : act === 'cancel'
        ? undefined
        : {}
  const isFit = from[act]?.includes(one.state) ?? false
  const { isDone } = await sent(by, endpoint, { params: { redemptionId: one.id }, ...(body && { body }) })
  expect([act, one.state, isDone]).toEqual([act, one.state, isFit])
  if (!isFit) return
  one.state = becomes[act] as State
  if (['decline', 'cancel', 'refund'].includes(act)) shift(model, one.who, -1)
}

function shift(model: Model, who: number, pieces: number): void {
  model.points[who] = (model.points[who] ?? 0) - price * pieces
  model.stock -= pieces
  model.given += pieces
}

test('points, stock and what was given are what a model of them says, whatever is asked for, decided and restocked in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (walked) => {
      const { org, admin, mei, kofi, design } = await shop(world, 40)
      const { id } = await design({ pieces: 3, approval: 'admins', price })
      const model: Model = { points: [40, 40], stock: 3, given: 0, asked: [] }
      const people = { admin, buyers: [mei, kofi] }
      for (const step of walked) await walk(model, people, id, step)
      expect([await pointsOf(mei), await pointsOf(kofi), await leftOf(admin, { id })]).toEqual([
        ...model.points,
        model.stock,
      ])
      const counted = [
        { kind: 'given' as const, unit: `reward:${id}`, ownerId: id },
        { kind: 'redeemed' as const, unit: 'points', ownerId: org.id },
      ]
      const [given, redeemed] = await org.as((scope) => findBalances(scope, counted))
      expect([given ?? 0, redeemed ?? 0]).toEqual([model.given, model.given * price])
      expect(await proof(org)).toEqual([])
    }),
    { numRuns: 20, seed: 20261127 },
  )
}, 60_000)
