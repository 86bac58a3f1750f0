import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf, halfLife, shareOf, trendOf, type Word, wilson, window } from './score.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const said = (good: number, bad: number, at = now): Word[] => [
  ...Array.from({ length: good }, () => ({ good: 1, at })),
  ...Array.from({ length: bad }, () => ({ good: 0, at })),
]
const shareAmong = (good: number, people: number) => ({
  share: good / people,
  people,
  ...wilson(good / people, people),
})

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

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
])('the interval of %d of %d less %d of %d is the one that is published for it', (a, n, b, m, low, high) => {
  const found = differenceOf(shareAmong(b, m), shareAmong(a, n))
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

test('nobody knows anything before somebody has said something', () => {
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 })
  expect(shareOf([], now)).toBeUndefined()
  expect(shareOf(said(2, 2, now + 1), now)).toBeUndefined()
})

test('what was said at one moment is weighed alike, whenever that was', () => {
  for (const at of [now, now - 3 * halfLife]) {
    const found = shareOf(said(7, 3, at), now)
    expect(found?.share).toBeCloseTo(0.7, 12)
    expect(found?.people).toBe(10)
    expect(found?.low).toBeCloseTo(wilson(0.7, 10).low, 9)
  }
})

test('what was said a half-life ago weighs half, and fewer people carry the interval than spoke', () => {
  const found = shareOf([...said(10, 0, now - halfLife), ...said(0, 10)], now)
  expect(found?.share).toBeCloseTo(1 / 3, 12)
  expect(found?.people).toBe(20)
  // Ten words of weight one and ten of a half: (15 squared) / (10 + 2.5) people.
  expect(found?.low).toBeCloseTo(wilson(1 / 3, 18).low, 9)
})

test('a course that was praised for years and is found outdated now is not carried by the praise', () => {
  const old = said(30, 0, now - 3 * halfLife)
  expect(shareOf([...old, ...said(0, 8)], now)?.low).toBeLessThan(0.3)
  expect(shareOf(old, now)?.low).toBeGreaterThan(0.8)
})

test('what was said in the last window is compared with the one before, and only as surely as both allow', () => {
  const [last, before] = [now - 1000, now - window - 1000]
  const trend = (one: Word[], other: Word[], fewest = 3) => trendOf([...one, ...other], now, fewest)
  expect(trend(said(1, 9, before), said(9, 1, last))).toMatchObject({ trend: 'better' })
  expect(trend(said(9, 1, before), said(1, 9, last))).toMatchObject({ trend: 'worse' })
  expect(trend(said(3, 2, before), said(4, 1, last))).toMatchObject({ trend: 'same' })
  expect(trend(said(9, 1, before), said(2, 0, last))).toEqual({ trend: 'few', difference: null })
  expect(trend(said(9, 1, before), said(1, 9, last), 11)).toEqual({ trend: 'few', difference: null })
  expect(trend(said(9, 1, before - window), said(1, 9, last)).trend).toBe('few')
})
