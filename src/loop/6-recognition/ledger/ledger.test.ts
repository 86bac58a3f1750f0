import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Organization } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import type { AccountOf } from './accounts.ts'
import { balanceOf } from './accounts.ts'
import { findBroken } from './check.ts'
import { type Posting, post, reverse } from './post.ts'

const world = openWorld()

const points = (ownerId: string): AccountOf => ({ kind: 'points', unit: 'points', ownerId })
const issue = (org: Organization): AccountOf => ({ kind: 'issue', unit: 'points', ownerId: org.id })
const move = (from: AccountOf, to: AccountOf, amount: number, key: string): Posting => ({
  ...{ kind: 'gift', key, about: {} },
  legs: [
    { account: from, amount: -amount },
    { account: to, amount },
  ],
})

/** An organization of three, of whom each has so many points. */
async function stage(each = 100) {
  const org = await world.organization()
  const people = [await org.person('Dana'), await org.person('Priya'), await org.person('Kofi')]
  const ids = people.map(({ id }) => id)
  const book = (posting: Posting) => org.as((scope) => post(scope, posting))
  for (const id of ids) await book(move(issue(org), points(id), each, `start ${id}`))
  const balances = () => org.as((scope) => Promise.all(ids.map((id) => balanceOf(scope, points(id)))))
  const proof = () => org.as(findBroken)
  return { org, ids, book, balances, proof, a: points(ids[0] ?? ''), b: points(ids[1] ?? '') }
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Problem) return error.code
      throw error
    },
  )

test('what is given leaves one account and reaches another, and asked for twice it is booked once', async () => {
  const { book, balances, proof, a, b } = await stage()
  const gift = move(a, b, 30, 'gift 1')
  const first = await book(gift)
  expect(await book(gift)).toEqual({ id: first.id, isNew: false })
  expect(await balances()).toEqual([70, 130, 100])
  expect(await codeOf(book(move(a, b, 31, 'gift 1')))).toBe('ledger.key-used')
  expect(await codeOf(book(move(a, b, 71, 'gift 2')))).toBe('ledger.overdrawn')
  expect(await balances()).toEqual([70, 130, 100])
  expect(await proof()).toEqual([])
})

test('a transaction is taken back as a whole, once; a taking back is not; what was spent since is not taken from others', async () => {
  const { org, book, balances, proof, a, b, ids } = await stage()
  const { id } = await book(move(a, b, 30, 'gift 1'))
  const back = (one: string) => org.as((scope) => reverse(scope, one, {}))
  const reversal = await back(id)
  expect(await back(id)).toEqual({ id: reversal.id, isNew: false })
  expect(await balances()).toEqual([100, 100, 100])
  await expect(back(reversal.id)).rejects.toThrow('exact opposite')
  const { id: spent } = await book(move(a, b, 100, 'gift 2'))
  await book(move(b, points(ids[2] ?? ''), 150, 'gift 3'))
  expect(await codeOf(back(spent))).toBe('ledger.overdrawn')
  expect(await balances()).toEqual([0, 50, 250])
  expect(await proof()).toEqual([])
})

test('the ledger is what a model of it says, whatever is booked, taken back and repeated in whatever order', async () => {
  const { org, ids, proof } = await stage(50)
  const model = new Map(ids.map((id) => [id, 50]))
  const done = new Map<string, { from: string; to: string; amount: number; isBack: boolean; id: string }>()
  const step = fc.record({
    from: fc.nat(2),
    to: fc.nat(2),
    amount: fc.integer({ min: 1, max: 60 }),
    key: fc.nat(25),
    isBack: fc.boolean(),
  })
  const apply = async (
    scope: Scope,
    {
      from,
      to,
      amount,
      key,
      isBack,
    }: { from: number; to: number; amount: number; key: number; isBack: boolean },
  ) => {
    const [giver, taker] = [ids[from] ?? '', ids[to] ?? '']
    const known = done.get(`k${key}`)
    if (isBack) {
      if (!known) return 'done'
      return reverse(scope, known.id, {}).then(({ isNew }) => {
        expect(isNew).toBe(!known.isBack)
        if (isNew) shift(known.to, known.from, known.amount)
        known.isBack = true
        return 'done'
      })
    }
    if (giver === taker) return 'done'
    const { id, isNew } = await post(scope, move(points(giver), points(taker), amount, `k${key}`))
    expect(isNew).toBe(known === undefined)
    if (isNew) shift(giver, taker, amount)
    if (isNew) done.set(`k${key}`, { from: giver, to: taker, amount, isBack: false, id })
    return 'done'
  }
  const shift = (from: string, to: string, amount: number) => {
    model.set(from, (model.get(from) ?? 0) - amount)
    model.set(to, (model.get(to) ?? 0) + amount)
  }
  /** What the model expects of a step. */
  const foretold = ({
    from,
    to,
    amount,
    key,
    isBack,
  }: {
    from: number
    to: number
    amount: number
    key: number
    isBack: boolean
  }) => {
    const known = done.get(`k${key}`)
    if (isBack)
      return known && !known.isBack && (model.get(known.to) ?? 0) < known.amount ? 'ledger.overdrawn' : 'done'
    if (from === to) return 'done'
    if (known)
      return known.from === ids[from] && known.to === ids[to] && known.amount === amount
        ? 'done'
        : 'ledger.key-used'
    return (model.get(ids[from] ?? '') ?? 0) < amount ? 'ledger.overdrawn' : 'done'
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      for (const one of steps) {
        const expected = foretold(one)
        expect(await codeOf(org.as((scope) => apply(scope, one)))).toBe(expected)
      }
      const found = await org.as((scope) => Promise.all(ids.map((id) => balanceOf(scope, points(id)))))
      expect(found).toEqual(ids.map((id) => model.get(id)))
    }),
    { numRuns: 25, seed: 20261127 },
  )
  expect(await proof()).toEqual([])
})

test('a thousand gifts and redemptions at once against one account never overspend it, and everything adds up to nothing', async () => {
  const { org, ids, book, balances, proof, a, b } = await stage(300)
  const redeemed: AccountOf = { kind: 'redeemed', unit: 'points', ownerId: org.id }
  const outcomes = await Promise.all(
    Array.from({ length: 1000 }, (_, turn) =>
      codeOf(book(move(a, turn % 2 === 0 ? b : redeemed, 1, `at once ${turn}`))),
    ),
  )
  expect(outcomes.filter((code) => code === 'done').length).toBe(300)
  expect(outcomes.filter((code) => code === 'ledger.overdrawn').length).toBe(700)
  const [left, got] = await balances()
  expect(left).toBe(0)
  expect((got ?? 0) - 300 + (await org.as((scope) => balanceOf(scope, redeemed)))).toBe(300)
  expect(ids.length).toBe(3)
  expect(await proof()).toEqual([])
})
