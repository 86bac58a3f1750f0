import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plusDays } from '#platform/time-zone'
import { firstDay, isTooLong, minutesEach, monthsBetween, ruleOf } from './days.ts'

const weekdayOf = (day: string) => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
const day = fc.integer({ min: 0, max: 3000 }).map((days) => plusDays('2026-01-01', days))
const weekday = fc.integer({ min: 1, max: 7 })

test('the first day is one of the first four of its weekday, or the first of its month, and none comes before it', () => {
  fc.assert(
    fc.property(
      day,
      weekday,
      fc.constantFrom('weekly' as const, 'monthly' as const),
      (fromDay, on, rhythm) => {
        const first = firstDay({ rhythm, weekday: on, fromDay })
        const fits = (one: string) =>
          weekdayOf(one) === on && Number(one.slice(8)) <= (rhythm === 'weekly' ? 28 : 7)
        expect([first >= fromDay, fits(first)]).toEqual([true, true])
        for (let one = fromDay; one < first; one = plusDays(one, 1)) expect(fits(one)).toBe(false)
      },
    ),
  )
})

test('every month has all of the hours, whatever the month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), weekday, day, (hours, on, any) => {
      const month = any.slice(0, 7)
      const days = Array.from({ length: 28 }, (_, at) => plusDays(`${month}-01`, at))
      const weekly = days.filter((one) => weekdayOf(one) === on)
      expect(weekly).toHaveLength(4)
      expect(weekly.length * minutesEach({ rhythm: 'weekly' }, hours)).toBe(hours * 60)
    }),
  )
})

test.each([
  ['flexible', null, '2026-01-31', 'FREQ=MONTHLY', '2026-02-01'],
  ['flexible', null, '2026-03-05', 'FREQ=MONTHLY', '2026-03-05'],
  ['weekly', 4, '2026-03-01', 'FREQ=MONTHLY;BYDAY=1TH,2TH,3TH,4TH', '2026-03-05'],
  ['weekly', 4, '2026-01-29', 'FREQ=MONTHLY;BYDAY=1TH,2TH,3TH,4TH', '2026-02-05'],
  ['monthly', 1, '2026-03-03', 'FREQ=MONTHLY;BYDAY=1MO', '2026-04-06'],
] as const)('%s on %s from %s comes by %s, first on %s', (rhythm, on, fromDay, rule, first) => {
  expect([ruleOf({ rhythm, weekday: on }), firstDay({ rhythm, weekday: on, fromDay })]).toEqual([rule, first])
})

test('months are told from the first to the last, over the end of a year', () => {
  expect(monthsBetween('2026-11-30', '2027-02-01')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsBetween('2026-03-02', '2026-03-02')).toEqual(['2026-03'])
})

test('no day is longer than one works', () => {
  expect([isTooLong({ rhythm: 'weekly' }, 32), isTooLong({ rhythm: 'weekly' }, 33)]).toEqual([false, true])
  expect([isTooLong({ rhythm: 'monthly' }, 9), isTooLong({ rhythm: 'flexible' }, 40)]).toEqual([true, false])
})
