import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collectActs } from './acts.ts'
import { helpGraphOf } from './help-graph.ts'
import { influenceOf } from './influence.ts'

const helped = (members: number, pairs: readonly (readonly [helper: number, helped: number])[]) => {
  const acts = collectActs(members, 0)
  for (const [helper, whom] of pairs)
    acts.add({ helper, helped: whom, day: 0, kind: 0, useful: 0, accepted: false })
  const { out } = helpGraphOf(acts.acts())
  return influenceOf(members, out, out.times)
}

test('is shared alike where nobody helped, or all did alike', () => {
  expect([...helped(4, [])]).toEqual([0.25, 0.25, 0.25, 0.25])
  const round = helped(3, [
    [0, 1],
    [1, 2],
    [2, 0],
  ])
  for (const share of round) expect(share).toBeCloseTo(1 / 3, 9)
})

test('comes from those who were helped, in the measure of what they have and of how often', () => {
  // 2 is helped by 0 three times and by 1 once; nobody helps 0 and 1, who pass what they have to everybody alike.
  const [often = 0, once = 0, asker = 0] = helped(3, [
    [0, 2],
    [0, 2],
    [0, 2],
    [1, 2],
  ])
  const start = 0.05
  expect((often - asker) / (once - asker)).toBeCloseTo(3, 9)
  expect(often / asker).toBeCloseTo((start + 0.85 * 0.75 * start) / start, 9)
})

test('counts to have helped one who is asked more than to have helped one who is not', () => {
  const shares = helped(6, [
    [0, 1],
    [1, 2],
    [1, 3],
    [4, 5],
  ])
  expect(shares[0]).toBeGreaterThan(shares[4] ?? 0)
})

const members = 9
const pairs = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: members - 1 }), fc.integer({ min: 0, max: members - 1 }))
    .filter(([helper, whom]) => helper !== whom),
  { maxLength: 60 },
)

test('solves its equation: what each has is what comes from those they helped, and all of it is 1', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const shares = helped(members, all)
      const given = Array.from({ length: members }, (_, whom) => all.filter(([, to]) => to === whom).length)
      const idle = given.reduce((sum, times, whom) => sum + (times === 0 ? (shares[whom] ?? 0) : 0), 0)
      for (const [member, share] of shares.entries()) {
        const from = all.reduce(
          (sum, [helper, whom]) => sum + (helper === member ? (shares[whom] ?? 0) / (given[whom] ?? 1) : 0),
          0,
        )
        expect(share).toBeCloseTo(0.15 / members + 0.85 * (from + idle / members), 8)
      }
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    }),
  )
})
