import { expect, test } from 'vitest'
import { workingDaysAfter } from './working-days.ts'

test.each([
  // A Friday, a Saturday and a Sunday; then into a new year.
  ['2026-11-27T09:30:00.000Z', 1, '2026-11-30T09:30:00.000Z'],
  ['2026-11-28T09:30:00.000Z', 1, '2026-11-30T09:30:00.000Z'],
  ['2026-11-29T23:59:00.000Z', 5, '2026-12-04T23:59:00.000Z'],
  ['2026-12-30T00:00:00.000Z', 5, '2027-01-06T00:00:00.000Z'],
  ['2026-11-27T09:30:00.000Z', 0, '2026-11-27T09:30:00.000Z'],
])('from %s on, %i working days later it is %s', (from, count, then) => {
  expect(workingDaysAfter(new Date(from), count).toISOString()).toBe(then)
})
