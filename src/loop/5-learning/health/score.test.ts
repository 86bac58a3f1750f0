import { expect, test } from 'vitest'
import { wilson } from '#platform/statistics'
import { halfLife, shareOf, trendOf, type Word, window } from './score.ts'

const now = Date.parse('2026-03-02T09:00:00Z')
const said = (good: number, bad: number, at = now): Word[] => [
  ...Array.from({ length: good }, () => ({ good: 1, at })),
  ...Array.from({ length: bad }, () => ({ good: 0, at })),
]
test('nobody knows anything before somebody has said something', () => {
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
