import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Planted, planted, ring } from '#test/planted.ts'
import { type Act, collectActs } from './acts.ts'
import { basisOf, scoresOf } from './score.ts'
import type { Groups } from './small-groups.ts'
import { throughout } from './there.ts'
import { usualWeights } from './worth.ts'

const weights = { ...usualWeights, kinds: [1] }

/** Thirty members in groups of three, of five, of ten; sixty in those of twenty and of thirty; then a hundred, and 300. */
const sizes = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 5, 5, 5, 5, 10, 10, 10, 20, 20, 20, 30, 30, 100, 300]

function rank({ members, today, exposure, acts }: Omit<Planted, 'groups' | 'experts'>, groups?: Groups) {
  const collected = collectActs(members, today)
  for (const act of acts) collected.add(act)
  const basis = basisOf({
    acts: collected.acts(),
    ...{ weights, today, there: throughout(exposure) },
    ...(groups ? { groups } : {}),
  })
  const { score } = scoresOf(basis)
  const order = [...score.keys()].sort((one, other) => (score[other] ?? 0) - (score[one] ?? 0))
  return { score, top: new Set(order.slice(0, Math.round(members / 20))) }
}

/** Of the planted experts, how many are among the first, and how many of the first are experts: in groups up to ten, and above. */
function foundIn(all: readonly Planted[], isNormalized: boolean) {
  const counts = { small: { experts: 0, top: 0, found: 0 }, large: { experts: 0, top: 0, found: 0 } }
  for (const one of all) {
    const { top } = rank(one, isNormalized ? one.groups : undefined)
    const sizeOf = new Map<number, number>()
    for (const group of one.groups) sizeOf.set(group, (sizeOf.get(group) ?? 0) + 1)
    for (const [member, group] of one.groups.entries()) {
      const count = (sizeOf.get(group) ?? 0) <= 10 ? counts.small : counts.large
      if (one.experts.has(member)) count.experts += 1
      if (top.has(member)) count.top += 1
      if (top.has(member) && one.experts.has(member)) count.found += 1
    }
  }
  const shares = ({ experts, top, found }: typeof counts.small) => ({
    recall: found / experts,
    precision: found / top,
  })
  return { small: shares(counts.small), large: shares(counts.large) }
}

describe('experts who work in a group of three to ten', () => {
  const all = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => planted(4000, seed, new Map(), sizes))

  test('are found nearly as often as in groups of twenty to 300, and as often rightly', () => {
    const { small, large } = foundIn(all, true)
    expect(small.recall).toBeGreaterThan(0.78)
    expect(large.recall - small.recall).toBeLessThan(0.17)
    expect(small.precision).toBeGreaterThan(large.precision)
  })

  test('would be overlooked were all help taken off that comes back among so few', () => {
    const { small, large } = foundIn(all, false)
    expect(small.recall).toBeLessThan(0.7)
    expect(large.recall - small.recall).toBeGreaterThan(0.25)
  })
})

test('a ring of six who are a whole group lifts none of them into the top 5 %', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const organization = planted(2004, seed, new Map(), [6, 30])
    const six = [108, 109, 110, 111, 112, 113]
    expect(new Set(six.map((member) => organization.groups[member])).size).toBe(1)
    const honest = rank(organization, organization.groups).top
    const acts = { [Symbol.iterator]: () => [...organization.acts, ...ring(six, 180)][Symbol.iterator]() }
    const { top } = rank({ ...organization, acts }, organization.groups)
    expect(six.filter((member) => top.has(member) && !honest.has(member))).toEqual([])
  }
})

describe('a score among members of groups', () => {
  const members = 8
  const today = 100
  const anAct = fc
    .record({
      helper: fc.nat(members - 1),
      helped: fc.nat(members - 1),
      day: fc.integer({ min: 40, max: today }),
    })
    .filter(({ helper, helped }) => helper !== helped)
    .map((one): Act => ({ ...one, kind: 0, useful: 1, accepted: false }))
  const history = fc.array(anAct, { maxLength: 60 })
  const inGroups = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: members, maxLength: members })
  const scored = (acts: readonly Act[], groups?: Groups) =>
    rank({ members, today, exposure: new Float64Array(members).fill(1), acts }, groups).score

  test('is never lowered by one more act of help', () => {
    fc.assert(
      fc.property(history, anAct, inGroups, (acts, more, groups) => {
        const [before, after] = [scored(acts, groups), scored([...acts, more], groups)]
        expect(after[more.helper]).toBeGreaterThanOrEqual((before[more.helper] ?? 0) * (1 - 1e-6))
      }),
    )
  })

  test('is what it is without groups for who helps nobody of their own', () => {
    fc.assert(
      fc.property(history, inGroups, (acts, groups) => {
        const outward = acts.filter(
          ({ helper, helped }) => groups[helper] !== groups[helped] || (groups[helper] ?? -1) < 0,
        )
        expect([...scored(outward, groups)]).toEqual([...scored(outward)])
      }),
    )
  })

  test('is no higher the more colleagues there are, all else alike', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 2, max: 6 }), (acts, few) => {
        const group = (size: number) => Array.from({ length: members }, (_, one) => (one < size ? 0 : -1))
        const within = acts.filter(({ helper, helped }) => helper < few && helped < few)
        const [small, large] = [scored(within, group(few)), scored(within, group(few + 2))]
        for (let one = 0; one < few; one += 1)
          expect(small[one]).toBeGreaterThanOrEqual((large[one] ?? 0) * (1 - 1e-6))
      }),
    )
  })
})
