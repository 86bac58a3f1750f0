import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsTold, type Node } from './told.ts'

const fewest = { told: 3, shown: 5 }
const group = (id: string, parentId: string | null, size: number): Node => ({ id, parentId, size })

test('groups of enough people are told, and one of too few is not', () => {
  const groups = [
    group('all', null, 20),
    group('lab', 'all', 9),
    group('shop', 'all', 8),
    group('two', 'all', 2),
  ]
  // What is left besides the first two is three people.
  expect(groupsTold(groups, fewest)).toEqual(new Set(['all', 'lab', 'shop']))
})

test('where the rest is of too few, the smallest of those that might be told is not', () => {
  const groups = [
    group('all', null, 19),
    group('lab', 'all', 9),
    group('shop', 'all', 8),
    group('two', 'all', 2),
  ]
  expect(groupsTold(groups, fewest)).toEqual(new Set(['all', 'lab']))
})

test('nothing of a group below one that is not told is told', () => {
  const groups = [group('all', null, 12), group('lab', 'all', 11), group('bench', 'lab', 6)]
  expect(groupsTold(groups, fewest)).toEqual(new Set(['all']))
  expect(groupsTold([group('all', null, 4)], fewest)).toEqual(new Set())
})

test('what is told leaves, on no level of any tree, one to two people to be known by difference', () => {
  const shape = fc.array(fc.record({ parent: fc.nat(), own: fc.nat(6) }), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(shape, fc.integer({ min: 3, max: 6 }), (shapes, told) => {
      const parents = shapes.map(({ parent }, at) => (at === 0 ? null : parent % at))
      const sizes = shapes.map(({ own }) => own)
      for (let at = shapes.length - 1; at > 0; at -= 1) {
        const up = parents[at] as number
        sizes[up] = (sizes[up] as number) + (sizes[at] as number)
      }
      const groups = parents.map((up, at) =>
        group(String(at), up === null ? null : String(up), sizes[at] as number),
      )
      const found = groupsTold(groups, { told, shown: Math.max(5, told) })
      for (const { id, size } of groups) {
        if (!found.has(id)) continue
        expect(size).toBeGreaterThanOrEqual(told)
        const parts = groups.filter((one) => one.parentId === id && found.has(one.id))
        const rest = size - parts.reduce((sum, one) => sum + one.size, 0)
        expect(rest === 0 || rest >= told || parts.length === 0).toBe(true)
      }
    }),
  )
})
