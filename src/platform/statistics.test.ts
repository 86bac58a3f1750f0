import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newcombe, normalQuantile, wilson } from './statistics.ts'

const shareAmong = (good: number, people: number) => ({
  share: good / people,
  ...wilson(good / people, people),
})

// Newcombe, “Two-sided confidence intervals for the single proportion”, 1998, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('the interval of %d of %d is the one that is published for it', (good, people, low, high) => {
  const found = wilson(good / people, people)
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})

// The same, “comparison of eleven methods”, 1998, table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [10, 10, 0, 10, 0.6075, 1],
])('the interval of %d of %d less %d of %d is the one that is published for it', (a, n, b, m, low, high) => {
  const found = newcombe(shareAmong(b, m), shareAmong(a, n))
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})

const share = fc.double({ min: 0, max: 1, noNaN: true })
const people = fc.integer({ min: 1, max: 10_000 })

test('an interval holds its share, lies within nothing and all, mirrors, and is narrower with more people', () => {
  fc.assert(
    fc.property(share, people, (part, count) => {
      const { low, high } = wilson(part, count)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(part + 1e-12)
      expect(high).toBeGreaterThanOrEqual(part - 1e-12)
      const mirrored = wilson(1 - part, count)
      expect(mirrored.low).toBeCloseTo(1 - high, 9)
      const more = wilson(part, count * 4)
      expect(more.high - more.low).toBeLessThanOrEqual(high - low + 1e-12)
    }),
  )
})

test('of nobody nothing is known, and of all one end is sure', () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  expect(wilson(1, 7).high).toBe(1)
  expect(wilson(0, 7).low).toBe(0)
})

test.each([
  [0.5, 0],
  [0.975, 1.959964],
  [0.995, 2.575829],
  [0.99, 2.326348],
  [0.001, -3.090232],
])('the quantile of the normal distribution at %d is the one of the tables', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 6)
})
