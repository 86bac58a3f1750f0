import { expect, test } from 'vitest'
import type { Review } from './contract.ts'
import { queueOf } from './expected.ts'

/** A round that was asked for on a Friday and is to be decided on the Friday after. */
const friday: Parameters<typeof queueOf>[0] & { askedAt: string } = {
  ...{ askedAt: '2026-03-06T09:00:00.000Z', dueAt: '2026-03-13T09:00:00.000Z' },
  ...{ isBlind: false, strandedAt: null, outcome: null },
}
const readers = (...places: (number | null)[]) => places.map((place) => ({ place })) as Review['reviewers']
const expected = (what: Partial<typeof friday>, reviewers: Review['reviewers'], pace: number | null) =>
  queueOf({ ...friday, ...what }, reviewers, pace).expectedAt

test('a decision is expected on a working day, after as long as the last ones took', () => {
  expect(expected({}, readers(1), 1)).toBe('2026-03-09T09:00:00.000Z')
  expect(expected({}, readers(1), 0.75)).toBe('2026-03-09T03:00:00.000Z')
})

test('it is expected later of whoever reads others first, of the first who comes to it, and never after its last day', () => {
  expect(expected({}, readers(3, 2, null), 1)).toBe('2026-03-10T09:00:00.000Z')
  expect(expected({}, readers(9), 1)).toBe(friday.dueAt)
})

test('while too few were decided to tell, it is expected when most of the time is over', () => {
  expect(expected({}, readers(1), null)).toBe('2026-03-11T09:00:00.000Z')
})

test('nothing is expected of what is over, of what nobody can read, and of what has no last day', () => {
  expect(expected({ outcome: 'changes' }, readers(1), 1)).toBeNull()
  expect(expected({ strandedAt: friday.askedAt }, [], 1)).toBeNull()
  expect(expected({ dueAt: null }, readers(1), 1)).toBeNull()
})
