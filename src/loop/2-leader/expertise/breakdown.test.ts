import { expect, test } from 'vitest'
import { type Act, collectActs, nobody } from './acts.ts'
import { breakdownOf, lately } from './breakdown.ts'
import { basisOf, scoresOf, wholeOf } from './score.ts'
import { usualWeights } from './worth.ts'

const today = 400
const basisWith = (rows: Partial<Act>[]) => {
  const acts = collectActs(6, today)
  for (const row of rows)
    acts.add({ helper: 0, helped: 1, day: today, kind: 0, useful: 0, accepted: false, ...row })
  return basisOf({ acts: acts.acts(), weights: { ...usualWeights, kinds: [2, 1, 3] }, today })
}

test('the parts of a score say how much, for how many people of how many groups, since when, and add up to it', () => {
  const basis = basisWith([
    { helped: 1, day: 300 },
    { helped: 1, day: 390 },
    { helped: 2, day: 380 },
    { helped: 3, kind: 1, day: 100 },
    { helped: nobody, kind: 2, day: 399 },
    { helper: 4, helped: 5 },
  ])
  const parts = breakdownOf(basis, 0, wholeOf(basis, 0), [0, 1, 1, 2, -1, -1])
  expect(parts.map(({ part, ...rest }) => rest)).toEqual([
    { kind: 2, acts: 1, people: 0, groups: 0, since: 399 },
    { kind: 0, acts: 3, people: 2, groups: 1, since: 300 },
    { kind: 1, acts: 1, people: 1, groups: 1, since: 100 },
  ])
  const sum = parts.reduce((all, { part }) => all + part, 0)
  expect(sum).toBeGreaterThan(0)
  expect(sum).toBeCloseTo(scoresOf(basis).score[0] as number, 12)
  expect(breakdownOf(basis, 3, wholeOf(basis, 3), [])).toEqual([])
})

test('what was done lately stands beside what was done before', () => {
  const days = [400, 311, 310, 221, 220]
  expect(lately(basisWith(days.map((day) => ({ day }))), 0, 90)).toEqual([2, 2])
})
