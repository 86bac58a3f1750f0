import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gini, lorenz, topShare } from './spread.ts'

const amounts = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 200 })

test('the Gini coefficient of known distributions is what it is known to be', () => {
  expect(gini([3, 3, 3, 3])).toBe(0)
  expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12)
  expect(gini([1, 2, 3, 4, 5])).toBeCloseTo(4 / 15, 12)
  const even = Array.from({ length: 1000 }, (_, at) => at + 1)
  // Of a uniform distribution from 0 it is a third.
  expect(gini(even)).toBeCloseTo(1 / 3, 3)
  // Of a Pareto distribution with this shape it is 1 / (2 * shape - 1).
  const pareto = Array.from({ length: 200_000 }, (_, at) => ((at + 0.5) / 200_000) ** (-1 / 3))
  expect(gini(pareto)).toBeCloseTo(1 / 5, 2)
  expect(gini([])).toBe(0)
  expect(gini([0, 0])).toBe(0)
})

test('it does not mind the order, nor whether points are worth twice as much, and lies between 0 and 1', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 9 }), (all, times) => {
      const found = gini(all)
      expect(found >= 0 && found < 1).toBe(true)
      expect(gini(all.toReversed())).toBeCloseTo(found, 9)
      expect(gini(all.map((one) => one * times))).toBeCloseTo(found, 9)
    }),
  )
})

test('giving from who has more to who has less makes it no larger', () => {
  fc.assert(
    fc.property(amounts, fc.nat(199), fc.nat(199), (all, a, b) => {
      const [one, other] = [a % all.length, b % all.length]
      const [rich, poor] = (all[one] as number) > (all[other] as number) ? [one, other] : [other, one]
      const moved = Math.floor(((all[rich] as number) - (all[poor] as number)) / 2)
      const after = all.with(rich, (all[rich] as number) - moved)
      const done = rich === poor ? all : after.with(poor, (all[poor] as number) + moved)
      expect(gini(done)).toBeLessThanOrEqual(gini(all) + 1e-9)
    }),
  )
})

test('the Lorenz curve goes from nothing to all, never above equality, and bends one way; Gini is twice what is between', () => {
  expect(lorenz([1, 1, 1, 1], 4)).toEqual([0, 0.25, 0.5, 0.75, 1])
  expect(lorenz([0, 0, 0, 8], 4)).toEqual([0, 0, 0, 0, 1])
  expect(lorenz([0, 0], 4)).toEqual([])
  fc.assert(
    fc.property(
      amounts.filter((all) => all.some((one) => one > 0)),
      (all) => {
        const curve = lorenz(all, 10)
        expect([curve[0], curve.at(-1)]).toEqual([0, expect.closeTo(1, 9)])
        for (const [at, value] of curve.entries()) expect(value).toBeLessThanOrEqual(at / 10 + 1e-9)
        const rises = curve.slice(1).map((value, at) => value - (curve[at] as number))
        for (const [at, rise] of rises.slice(1).entries())
          expect(rise).toBeGreaterThanOrEqual((rises[at] as number) - 1e-9)
        const whole = lorenz(all, all.length)
        const under = whole.slice(1).reduce((sum, value, at) => sum + (value + (whole[at] as number)) / 2, 0)
        expect(1 - (2 * under) / all.length).toBeCloseTo(gini(all), 9)
      },
    ),
  )
})

test('the tenth that has most is counted up to whole people', () => {
  expect(topShare(Array.from({ length: 20 }, () => 1))).toBeCloseTo(0.1, 12)
  expect(topShare([90, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toBeCloseTo(0.91, 12)
  expect(topShare([])).toBe(0)
})
