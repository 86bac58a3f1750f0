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
      const told = partsTold(all, least)
      for (const [at, { kind, people }] of all.entries()) {
        if (told[at] === 'all') expect(people).toBeGreaterThanOrEqual(least)
        if (told[at] === 'acts') expect(kind).toBe('published')
      }
    }),
  )
})

test('what is left of the whole without the parts that are told is of nobody, of enough people, or of all who were helped', () => {
  fc.assert(
    fc.property(parts, fewest, (all, least) => {
      const told = partsTold(all, least)
      const left = all.filter((_, at) => told[at] === 'some')
      const isAll = left.length === all.filter(({ kind }) => kind !== 'published').length
      expect(left.length === 0 || isAll || Math.max(...left.map(({ people }) => people)) >= least).toBe(true)
    }),
  )
})

test('raising it tells of no part that was not told of before', () => {
  fc.assert(
    fc.property(parts, fewest, fc.nat(5), (all, least, more) => {
      const before = partsTold(all, least)
      for (const [at, told] of partsTold(all, least + more).entries()) {
        if (told === 'all') expect(before[at]).toBe('all')
        if (told === 'acts') expect(before[at]).not.toBe('some')
      }
    }),
  )
})
