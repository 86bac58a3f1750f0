import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsTold, peopleSaying, wordsOf } from './words.ts'

const said = (memberId: string, kind: string, at = '2026-03-02T09:00:00Z', anchor = '') => ({
  ...{ memberId, kind, at, anchor },
})

test('each person has one word, good as far as they found it good, of the day on which they spoke last', () => {
  const words = wordsOf([
    said('mei', 'useful'),
    said('mei', 'unclear', '2026-03-05T09:00:00Z', 'b1'),
    said('kofi', 'wrong'),
    said('dana', 'like'),
    said('dana', 'learned'),
  ])
  expect(words.map(({ good }) => good)).toEqual([0.5, 0, 1])
  expect(words[0]?.at).toBe(Date.parse('2026-03-05T09:00:00Z'))
})

test('whoever says the same of several parts is one who says it', () => {
  const all = [said('mei', 'wrong'), said('mei', 'wrong', undefined, 'b1'), said('kofi', 'long')]
  expect(peopleSaying(all, 'wrong')).toBe(1)
  expect(peopleSaying(all, 'outdated')).toBe(0)
})

test('no part is told of fewer people, nor what is left of the whole without those that are told', () => {
  const counts = fc.array(fc.nat(12), { maxLength: 12 })
  fc.assert(
    fc.property(counts, fc.integer({ min: 3, max: 20 }), (people, fewest) => {
      const told = partsTold(people, fewest)
      for (const [at, isTold] of told.entries()) if (isTold) expect(people[at]).toBeGreaterThanOrEqual(fewest)
      const left = people.filter((count, at) => count > 0 && !told[at])
      const isAll = !told.includes(true)
      expect(left.length === 0 || isAll || Math.max(...left) >= fewest).toBe(true)
    }),
  )
})
