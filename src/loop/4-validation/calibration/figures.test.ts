import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Compared, fewestUnits, figuresOf } from './figures.ts'
import { studentQuantile } from './interval.ts'

const level = fc.integer({ min: 1, max: 4 })
const one = fc.record({
  unit: fc.integer({ min: 1, max: 12 }).map(String),
  criterion: fc.constantFrom('accuracy', 'clarity'),
  own: level,
  others: fc.array(level, { minLength: 1, maxLength: 4 }),
  at: fc.integer({ min: 0, max: 1e12 }),
})
const some = fc.array(one, { maxLength: 60 })
const unitsIn = (compared: readonly Compared[]) => new Set(compared.map(({ unit }) => unit)).size
const enough = some.filter((compared) => unitsIn(compared) >= fewestUnits)

/** Somebody who judged a course each day, so much higher than two others. */
const steadily = (...higher: number[]): Compared[] =>
  higher.map((more, at) => ({
    unit: String(at),
    criterion: 'accuracy',
    own: 2 + more,
    others: [2, 2],
    at,
  }))

test('below five units nothing is said but how many are missing', () => {
  expect(figuresOf(steadily(1, 1, 0))).toEqual({
    ...{ units: 3, missing: 2, agreement: null, leniency: null, drift: null },
  })
  fc.assert(
    fc.property(some, (compared) => {
      const { units, missing, agreement, leniency } = figuresOf(compared)
      expect(units).toBe(unitsIn(compared))
      expect(missing).toBe(Math.max(0, fewestUnits - units))
      expect([agreement === null, leniency === null]).toEqual([missing > 0, missing > 0])
    }),
  )
})

test('leniency is by how many levels one judges higher, with Student’s interval over the units', () => {
  const { leniency } = figuresOf(steadily(1, 0, 1, 0, 1))
  // Mean 0.6, standard error 0.2449, four degrees of freedom: 2.776.
  expect(leniency?.mean).toBeCloseTo(0.6, 9)
  expect(leniency?.low).toBeCloseTo(0.6 - 2.776 * 0.2449, 2)
  expect(leniency?.high).toBeCloseTo(0.6 + 2.776 * 0.2449, 2)
})

test('a course counts once, on however many criteria and beside however many people it was judged', () => {
  const often = { ...steadily(2)[0], unit: '0', others: [2, 2, 2, 2] } as Compared
  const compared = [...steadily(2, 0, 0, 0, 0), often, often, often]
  expect(figuresOf(compared).leniency?.mean).toBeCloseTo(0.4, 9)
})

test('agreement tells which share of pairs is the same, and which at most a level apart', () => {
  const compared = steadily(0, 0, 1, 2, 2)
  expect(figuresOf(compared).agreement).toEqual({ same: 0.4, near: 0.6 })
  fc.assert(
    fc.property(enough, (compared) => {
      const { same, near } = figuresOf(compared).agreement ?? { same: -1, near: -1 }
      expect(0 <= same && same <= near && near <= 1).toBe(true)
    }),
  )
})

test('drift is what changed from the earlier half of the units to the later, from ten units on', () => {
  expect(figuresOf(steadily(0, 0, 0, 0, 0, 1, 1, 1, 1)).drift).toBeNull()
  expect(figuresOf(steadily(0, 0, 0, 0, 0, 1, 1, 1, 1, 1)).drift).toEqual({ mean: 1, low: 1, high: 1 })
  const { drift } = figuresOf(steadily(0, 1, 0, 1, 0, 1, 0, 1, 1, 0))
  expect(drift && drift.low < 0 && drift.high > 0).toBe(true)
})

test('it matters not in which order levels come; an interval holds its mean, and turns round with the scale', () => {
  const turned = (compared: readonly Compared[]): Compared[] =>
    compared.map((one) => ({ ...one, own: 5 - one.own, others: one.others.map((other) => 5 - other) }))
  fc.assert(
    fc.property(enough, (compared) => {
      const { leniency, drift, agreement } = figuresOf(compared)
      const again = figuresOf([...compared].reverse())
      expect(again.leniency?.mean).toBeCloseTo(leniency?.mean ?? Number.NaN, 9)
      expect(again.agreement).toEqual(agreement)
      for (const told of [leniency, drift])
        if (told) expect(told.low <= told.mean + 1e-9 && told.mean <= told.high + 1e-9).toBe(true)
      const other = figuresOf(turned(compared))
      expect(other.leniency?.mean).toBeCloseTo(-(leniency?.mean ?? Number.NaN), 9)
      expect(other.leniency?.high).toBeCloseTo(-(leniency?.low ?? Number.NaN), 9)
      if (drift) expect(other.drift?.mean).toBeCloseTo(-drift.mean, 9)
    }),
  )
})

test('the percentiles of Student’s distribution are those of the tables', () => {
  for (const [degrees, said] of [
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [30, 2.042],
    [120, 1.98],
  ] as const)
    expect(studentQuantile(degrees)).toBeCloseTo(said, 2)
})
