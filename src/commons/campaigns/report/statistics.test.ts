import { expect, test } from 'vitest'
import { differenceOf, shareOf, verdictOn } from './statistics.ts'

test('a share has the bounds that Wilson’s method is known for', () => {
  // Newcombe, “Two-sided confidence intervals for the single proportion”, 1998, table I, method 3.
  for (const [count, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const share = shareOf(count, of)
    expect(share.low).toBeCloseTo(low, 4)
    expect(share.high).toBeCloseTo(high, 4)
  }
  expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1 })
  expect(shareOf(7, 7).high).toBe(1)
})

test('the difference of two shares has the bounds of Newcombe’s tenth method', () => {
  // The same, “comparison of eleven methods”, 1998, table II, method 10.
  for (const [a, m, b, n, low, high] of [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 10, 0.6075, 1],
  ] as const) {
    const difference = differenceOf({ count: a, of: m }, { count: b, of: n })
    expect(difference.low).toBeCloseTo(low, 4)
    expect(difference.high).toBeCloseTo(high, 4)
  }
})

test('nothing is said of variants before everybody has had time to answer, nor of few people', () => {
  const far = { interested: 60, settled: 200, waiting: 0 }
  expect(verdictOn([far, { interested: 2, settled: 200, waiting: 1 }])).toEqual({
    is: 'too-early',
    waiting: 1,
  })
  expect(verdictOn([far, { interested: 0, settled: 29, waiting: 0 }])).toEqual({
    is: 'too-early',
    waiting: 0,
  })
  expect(verdictOn([far, { interested: 2, settled: 200, waiting: 0 }])).toEqual({ is: 'best', variant: 0 })
  expect(verdictOn([far, { interested: 55, settled: 200, waiting: 0 }])).toEqual({ is: 'unsure' })
})

test('of several variants one is best only where it is better than each, at a higher hurdle', () => {
  const of = (interested: number) => ({ interested, settled: 100, waiting: 0 })
  // Alone, 35 against 22 of 100 is a difference; among four variants it is not sure any more.
  expect(verdictOn([of(22), of(35)])).toEqual({ is: 'best', variant: 1 })
  expect(verdictOn([of(22), of(35), of(22), of(22)])).toEqual({ is: 'unsure' })
  expect(verdictOn([of(10), of(40), of(12), of(15)])).toEqual({ is: 'best', variant: 1 })
})

test('variants that are alike are called different in fewer than one of twenty experiments', () => {
  // A fixed sequence (a linear congruential generator), so that every run sees the same experiments.
  let state = 42
  const random = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
  const draw = () => Array.from({ length: 150 }, random).filter((one) => one < 0.2).length
  const called = Array.from({ length: 2000 }, () =>
    verdictOn([1, 2, 3].map(() => ({ interested: draw(), settled: 150, waiting: 0 }))),
  ).filter(({ is }) => is === 'best').length
  expect(called / 2000).toBeLessThan(0.05)
})
