import { expect, test } from 'vitest'
import { seeded } from '#platform/seeded'
import { verdictOn } from './statistics.ts'

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
  // The same experiments in every run.
  const random = seeded(42)
  const draw = () => Array.from({ length: 150 }, random).filter((one) => one < 0.2).length
  const called = Array.from({ length: 2000 }, () =>
    verdictOn([1, 2, 3].map(() => ({ interested: draw(), settled: 150, waiting: 0 }))),
  ).filter(({ is }) => is === 'best').length
  expect(called / 2000).toBeLessThan(0.05)
})
