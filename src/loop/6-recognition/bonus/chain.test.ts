import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Approver } from '../bonus.contract.ts'
import { firstMissing, missingForAll, type Takers } from './chain.ts'

const takers = (manager: string[], managerAbove: string[], admin: string[]): Takers => ({
  ...{ manager, 'manager-above': managerAbove, admin },
})

test('two steps for an administrator need two of them, and neither is who proposes', () => {
  const chain: Approver[] = ['admin', 'admin']
  expect(firstMissing(chain, takers([], [], ['ada']), [])).toBe(2)
  expect(firstMissing(chain, takers([], [], ['ada', 'ben']), [])).toBeNull()
  expect(firstMissing(chain, takers([], [], ['ada', 'ben']), ['ada'])).toBe(2)
  expect(firstMissing(chain, takers([], [], ['ada']), ['ada'])).toBe(1)
})

test('whoever may take several steps takes the one that others cannot', () => {
  const both = takers(['olga', 'mira'], ['olga'], [])
  expect(firstMissing(['manager', 'manager-above'], both, [])).toBeNull()
  expect(firstMissing(['manager', 'manager-above'], both, ['olga'])).toBe(2)
  expect(firstMissing(['manager', 'manager-above'], both, ['mira'])).toBe(2)
  // Whoever of the two proposes, one is left for two steps.
  expect(missingForAll(['manager', 'manager-above'], both)).toBe(2)
  expect(missingForAll(['manager-above'], both)).toBeNull()
  expect(missingForAll(['manager'], takers([], [], ['ada']))).toBe(1)
})

const approver = fc.constantFrom<Approver>('manager', 'manager-above', 'admin')
const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })

/** Whether the first steps of a chain can be taken by somebody else each, by trying everything. */
function canTake([first, ...rest]: Approver[], all: Takers, without: string[]): boolean {
  return (
    first === undefined ||
    all[first].some((one) => !without.includes(one) && canTake(rest, all, [...without, one]))
  )
}

test('a step is missing exactly when nobody can be found by trying everything', () => {
  fc.assert(
    fc.property(
      fc.array(approver, { minLength: 1, maxLength: 5 }),
      ...[some, some, some],
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }),
      (chain, manager, managerAbove, admin, without) => {
        const all = takers(manager, managerAbove, admin)
        const lengths = chain.map((_, step) => step + 1)
        const first = lengths.find((length) => !canTake(chain.slice(0, length), all, without)) ?? null
        expect(firstMissing(chain, all, without)).toBe(first)
      },
    ),
    { numRuns: 500 },
  )
})
