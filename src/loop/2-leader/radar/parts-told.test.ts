import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsTold } from './parts-told.ts'

const part = fc.record({
  kind: fc.constantFrom('answered' as const, 'thanked' as const, 'named' as const, 'published' as const),
  people: fc.nat(12),
})
const parts = fc.array(part, { maxLength: 12 })
const fewest = fc.integer({ min: 3, max: 20 })

test('no part of which figures are told is of fewer people, but for what was made for everybody', () => {
  fc.assert(
    fc.property(parts, fewest, (all, least) => {
      const told = all.filter((_, at) => partsTold(all, least)[at])
      for (const { kind, people } of told) expect(kind === 'published' || people >= least).toBe(true)
    }),
  )
})

test('what is left of the whole without the parts that are told is of nobody, of enough people, or of all who were helped', () => {
  fc.assert(
    fc.property(parts, fewest, (all, least) => {
      const isTold = partsTold(all, least)
      const left = all.filter((_, at) => !isTold[at])
      const isAll = left.length === all.filter(({ kind }) => kind !== 'published').length
      expect(left.length === 0 || isAll || Math.max(...left.map(({ people }) => people)) >= least).toBe(true)
    }),
  )
})

test('raising it tells of no part that was not told of before', () => {
  fc.assert(
    fc.property(parts, fewest, fc.nat(5), (all, least, more) => {
      const before = partsTold(all, least)
      for (const [at, isTold] of partsTold(all, least + more).entries())
        if (isTold) expect(before[at]).toBe(true)
    }),
  )
})
