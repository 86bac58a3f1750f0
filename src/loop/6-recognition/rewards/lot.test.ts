import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { recompute } from '../web/rewards/recompute.ts'
import { commitmentOf, drawOrder, type Entrant, entriesHashOf } from './lot.ts'

const hex = (text: string) => createHash('sha256').update(text).digest('hex')
const entrants = (count: number, from = 'entry'): Entrant[] =>
  Array.from({ length: count }, (_, n) => {
    const id = hex(`${from} ${n}`)
    return {
      memberId: `${id.slice(0, 8)}-${id.slice(8, 12)}-7000-8000-${id.slice(12, 24)}`,
      nonce: hex(`${from} nonce ${n}`),
    }
  })
const seed = hex('a seed of this test')
const idsOf = (entries: readonly Entrant[]) => entries.map(({ memberId }) => memberId)

/** The draw once more, as the decision record tells it: with large numbers, and by picking out instead of exchanging. */
function byHand(secret: string, entries: readonly Entrant[]): string[] {
  const list = [...entries].sort((a, b) => a.memberId.localeCompare(b.memberId))
  const hash = hex(list.map(({ memberId, nonce }) => `${memberId} ${nonce}\n`).join(''))
  let stream: bigint[] = []
  let counter = 0
  const next = (): bigint => {
    if (stream.length === 0) {
      const message = Buffer.from(hash + counter.toString(16).padStart(8, '0'), 'hex')
      const block = createHmac('sha256', Buffer.from(secret, 'hex')).update(message).digest('hex')
      stream = (block.match(/.{8}/g) ?? []).map((part) => BigInt(`0x${part}`))
      counter += 1
    }
    return stream.shift() ?? 0n
  }
  const order = idsOf(list)
  const drawn: string[] = []
  for (let count = BigInt(order.length); count > 1n; count -= 1n) {
    let number = next()
    while (number >= (2n ** 32n / count) * count) number = next()
    const place = Number(number % count)
    drawn.unshift(order[place] ?? '')
    order[place] = order[Number(count) - 1] ?? ''
    order.pop()
  }
  return [...order, ...drawn]
}

test('seed and list give one order, whatever order the list comes in, and others give the same', async () => {
  for (const count of [0, 1, 2, 3, 7, 100, 1000]) {
    const entries = entrants(count)
    const order = idsOf(drawOrder(seed, entries))
    expect(idsOf(drawOrder(seed, entries.toReversed()))).toEqual(order)
    expect(order.toSorted()).toEqual(idsOf(entries).toSorted())
    expect(byHand(seed, entries)).toEqual(order)
    const checked = await recompute({
      drawId: 'd',
      seed,
      commitment: commitmentOf('d', seed),
      entriesHash: entriesHashOf(entries),
      entries,
    })
    expect(checked).toEqual({ doesSeedFit: true, doesListFit: true, order })
  }
})

test('a known draw stays what it is: whoever keeps a record can check it years later', () => {
  const entries = entrants(5)
  expect(commitmentOf('0197c1a2-0000-7000-8000-000000000000', seed)).toBe(
    hex(`cairn draw 1\n0197c1a2-0000-7000-8000-000000000000\n${seed}\n`),
  )
  expect(
    drawOrder(seed, entries).map(({ nonce }) => entries.findIndex((one) => one.nonce === nonce)),
  ).toEqual([3, 0, 1, 4, 2])
})

test('another seed, an entry more, less or exchanged, or another number of one of them is found', async () => {
  const entries = entrants(20)
  const honest = {
    drawId: 'd',
    seed,
    commitment: commitmentOf('d', seed),
    entriesHash: entriesHashOf(entries),
    entries,
  }
  const order = idsOf(drawOrder(seed, entries))
  const [first, ...others] = entries as [Entrant, ...Entrant[]]
  const otherSeed = hex('another seed')
  expect(await recompute({ ...honest, seed: otherSeed })).toMatchObject({
    doesSeedFit: false,
    doesListFit: true,
  })
  expect((await recompute({ ...honest, drawId: 'e' })).doesSeedFit).toBe(false)
  for (const tampered of [
    others,
    [...entries, ...entrants(1, 'invented')],
    [{ ...first, nonce: hex('another number') }, ...others],
    [{ ...first, memberId: entrants(1, 'invented')[0]?.memberId ?? '' }, ...others],
  ]) {
    const checked = await recompute({ ...honest, entries: tampered })
    expect(checked.doesListFit).toBe(false)
    expect(checked.order).not.toEqual(order)
  }
})

/** How far counts are from what is expected of equal chances, as Pearson's statistic. */
const chiSquare = (counts: readonly number[]): number => {
  const expected = counts.reduce((sum, one) => sum + one, 0) / counts.length
  return counts.reduce((sum, one) => sum + (one - expected) ** 2 / expected, 0)
}

test('everybody is as likely at each place, over 24,000 draws of six', () => {
  const entries = entrants(6)
  const ids = idsOf(entries)
  const counts = ids.map(() => ids.map(() => 0))
  for (let turn = 0; turn < 24_000; turn += 1)
    for (const [place, { memberId }] of drawOrder(hex(`seed ${turn}`), entries).entries()) {
      const row = counts[ids.indexOf(memberId)] as number[]
      row[place] = (row[place] ?? 0) + 1
    }
  const sum = counts.map(chiSquare).reduce((all, one) => all + one, 0)
  // Since each row and each column is full, 5/6 of it has 25 degrees of freedom: one fair draw in a thousand is above 52.6.
  expect((sum * 5) / 6).toBeLessThan(52.6)
})

test('each of the six orders of three is as likely, and the entrants’ numbers alone change the order, too', () => {
  const counts = new Map<string, number>()
  for (let turn = 0; turn < 12_000; turn += 1) {
    const entries = entrants(3).map((one) => ({ ...one, nonce: hex(`${one.nonce} ${turn}`) }))
    const order = idsOf(drawOrder(seed, entries)).join()
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  expect(counts.size).toBe(6)
  // One in a thousand is above 20.5 (5 degrees of freedom).
  expect(chiSquare([...counts.values()])).toBeLessThan(20.5)
})
