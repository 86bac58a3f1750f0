import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withRings } from '#test/planted-rings.ts'
import { ringsIn, tallyOf } from '#test/rings-found.ts'
import { type Given, thankful } from '#test/thankful.ts'
import { betaTail } from './beta.ts'

const base = thankful(300, 41)
const plain = { times: 24, share: 0.75 }

test('of honest thanks no pair is flagged, and of planted rings of 3 to 8 each is found, and nothing else', () => {
  expect(ringsIn(base)).toEqual([])
  const planted = withRings(base, { count: 6, sizes: [3, 4, 5, 6, 7, 8], effort: plain, seed: 41 })
  expect(tallyOf(planted)).toMatchObject({ planted: 6, hit: 6, found: 6, right: 6, pairsFlagged: 0 })
})

/** Each of some thanks each other of them so often, over half a year. */
const among = (those: readonly number[], times: number, isGrounded = false): Given[] =>
  those.flatMap((from) =>
    those
      .filter((to) => to !== from)
      .flatMap((to) =>
        Array.from({ length: times }, (_, at) => ({ from, to, day: 10 * at, points: 20, isGrounded })),
      ),
  )

test('two who thank hardly anybody but each other are flagged', () => {
  const two = [5, 250]
  const thanks = [...base.thanks.filter(({ from }) => !two.includes(from)), ...among(two, 18)]
  expect(ringsIn({ ...base, thanks }).map(({ members }) => [...members].sort((a, b) => a - b))).toEqual([two])
})

test('a team that thanks itself is a team, not a ring', () => {
  const sizes = new Map<number, number[]>()
  for (const [member, group] of base.groups.entries()) sizes.set(group, [...(sizes.get(group) ?? []), member])
  const team = [...sizes.values()].find(({ length }) => length === 4) ?? []
  const thanks = [...base.thanks, ...among(team, 6).map((one, at) => ({ ...one, isGrounded: at % 2 === 0 }))]
  expect(ringsIn({ ...base, thanks })).toEqual([])
  const apart = base.groups.map((group, member) => (team.includes(member) ? 1000 + member : group))
  const found = ringsIn({ ...base, groups: apart, thanks })
  expect(found.map(({ members }) => [...members].sort((a, b) => a - b))).toEqual([team])
})

test('where hardly anybody thanks, those who thank one another are found', () => {
  const four = [1, 40, 80, 120]
  const few = base.thanks.filter(({ from }, at) => at % 12 === 0 && !four.includes(from))
  const found = ringsIn({ ...base, thanks: [...few, ...among(four, 12)] })
  expect(found.map(({ members }) => [...members].sort((a, b) => a - b))).toEqual([four])
})

test('where everybody thanks everybody, no few of them are a ring', () => {
  for (const count of [3, 6, 9, 12, 20]) {
    const all = Array.from({ length: count }, (_, one) => one)
    const everybody = { members: count, groups: new Int32Array(count).fill(-1), thanks: among(all, 12) }
    expect(ringsIn(everybody)).toEqual([])
  }
})

test('thanks that say for what speak less', () => {
  const two = [5, 250]
  const honest = base.thanks
  const shareOf = (isGrounded: boolean) => {
    const thanks = [...honest.filter(({ from }) => !two.includes(from)), ...among(two, 18, isGrounded)]
    const [ring] = ringsIn({ ...base, thanks })
    return ring ? ring.round / ring.given : 0
  }
  expect(shareOf(false)).toBeGreaterThan(0.9)
  expect(shareOf(true)).toBeLessThan(0.6)
})

test('many times on one day is once', () => {
  const two = [5, 250]
  const atOnce = among(two, 18).map((one) => ({ ...one, day: 100 }))
  expect(ringsIn({ ...base, thanks: [...base.thanks, ...atOnce] })).toEqual([])
})

test('two or three thanks are too few to ask anybody about, however many points they carry', () => {
  const two = [5, 250]
  const others = base.thanks.filter(({ from }) => !two.includes(from)).map((one) => ({ ...one, points: 0 }))
  const flagged = (times: number) => {
    const theirs = among(two, times).map((one) => ({ ...one, points: 80 }))
    return ringsIn({ ...base, thanks: [...others, ...theirs] }).length
  }
  expect([1, 2, 3].map(flagged)).toEqual([0, 0, 1])
})

test('it finds the same in whatever order thanks come, and nothing where there are none', () => {
  const planted = withRings(base, { count: 3, sizes: [3, 5, 8], effort: plain, seed: 2 })
  const turned = { ...planted, thanks: [...planted.thanks].reverse() }
  const found = (given: typeof planted) =>
    ringsIn(given).map(({ members, chance }) => [[...members].sort((a, b) => a - b), chance.toPrecision(3)])
  expect(found(turned)).toEqual(found(planted))
  expect(ringsIn({ members: 0, groups: new Int32Array(), thanks: [] })).toEqual([])
  expect(ringsIn({ members: 3, groups: new Int32Array(3), thanks: [] })).toEqual([])
})

test('of whatever thanks there are, a ring has two to eight different members, and no more goes round than they give', () => {
  const gift = fc.record({
    ...{ from: fc.nat(11), to: fc.nat(11), day: fc.nat(364) },
    ...{ points: fc.nat(50), isGrounded: fc.boolean() },
  })
  fc.assert(
    fc.property(fc.array(gift, { maxLength: 400 }), (gifts) => {
      const thanks = gifts.filter(({ from, to }) => from !== to)
      for (const { members, round, given, chance } of ringsIn({
        ...{ members: 12, groups: new Int32Array(12).fill(-1), thanks },
      })) {
        expect(new Set(members).size).toBe(members.length)
        expect(members.length >= 2 && members.length <= 8).toBe(true)
        expect(round <= given && chance >= 0 && chance <= 1).toBe(true)
      }
    }),
    { numRuns: 50 },
  )
})

test('the tail of a beta distribution is what tables say', () => {
  expect(betaTail(0.5, 2, 3)).toBeCloseTo(0.3125, 9)
  expect(betaTail(0.3, 0.5, 0.5)).toBeCloseTo(1 - (2 / Math.PI) * Math.asin(Math.sqrt(0.3)), 9)
  expect(betaTail(0.9, 1, 1)).toBeCloseTo(0.1, 9)
  expect([betaTail(0, 3, 4), betaTail(1, 3, 4)]).toEqual([1, 0])
})
