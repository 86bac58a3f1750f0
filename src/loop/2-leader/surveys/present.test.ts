import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Survey } from '../survey.contract.ts'
import { type Counted, present } from './present.ts'

const rest = {} as Omit<Survey, 'answered' | 'waves' | 'fewest'>
const counted = fc.record({
  answered: fc.nat(40),
  waves: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }),
  fewest: fc.integer({ min: 3, max: 20 }),
})
const told = (one: Pick<Counted, 'answered' | 'waves' | 'fewest'>) => present({ ...rest, ...one })

test('no wave and no number of answers that is told is of fewer people', () => {
  fc.assert(
    fc.property(counted, (one) => {
      const { waves, answered } = told(one)
      for (const figure of [...waves, answered ?? one.fewest])
        expect(figure).toBeGreaterThanOrEqual(one.fewest)
    }),
  )
})

test('one more answer, and one more who is asked, are told of nobody in particular', () => {
  fc.assert(
    fc.property(counted, (one) => {
      const [now, then] = [told(one), told({ ...one, answered: one.answered + 1 })]
      expect([0, one.fewest]).toContain((then.answered ?? 0) - (now.answered ?? 0))
      const [before, after] = [now, told({ ...one, waves: [...one.waves, 1] })].map(({ waves }) =>
        waves.reduce((sum, asked) => sum + asked, 0),
      ) as [number, number]
      expect(after === before || after - before >= one.fewest).toBe(true)
    }),
  )
})

test('of waves that are told nobody is lost but the last few', () => {
  const all = { ...rest, answered: 9, fewest: 3 }
  expect(present({ ...all, waves: [7, 1, 1, 2, 5, 2] }).waves).toEqual([7, 4, 5])
  expect(present({ ...all, answered: 2, waves: [7, 5] })).toMatchObject({ waves: [7], answered: null })
})
