import { plusDays } from '#platform/time-zone'
import { mostMinutesADay } from './limits.ts'

export const monthOf = (day: string): string => day.slice(0, 7)

/** The months that a stretch of days touches, the first first: 2026-11, 2026-12. */
export function monthsBetween(from: string, until: string): string[] {
  const months: string[] = []
  for (let at = `${monthOf(from)}-01`; at <= until; at = `${monthOf(plusDays(at, 31))}-01`)
    months.push(monthOf(at))
  return months
}

/** What was asked for, as far as it says when. */
export interface Pattern {
  rhythm: 'flexible' | 'weekly' | 'monthly'
  /** 1 for Monday. */
  weekday: number | null
  fromDay: string
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
const dateOf = (day: string): number => Number(day.slice(8))

/** On how many days of a month it comes: on the first four of a weekday, so that every month has all of it, or on one. */
const timesAMonth = ({ rhythm }: Pick<Pattern, 'rhythm'>): number => (rhythm === 'weekly' ? 4 : 1)

/** How long each time is, in minutes. */
export const minutesEach = (pattern: Pick<Pattern, 'rhythm'>, hours: number): number =>
  (hours * 60) / timesAMonth(pattern)

/** Whether each time is longer than a working day. Time that is taken whenever it fits never is. */
export const isTooLong = (pattern: Pick<Pattern, 'rhythm'>, hours: number): boolean =>
  pattern.rhythm !== 'flexible' && minutesEach(pattern, hours) > mostMinutesADay

/** The rule by which it comes again (RFC 5545, 3.3.10). */
export function ruleOf({ rhythm, weekday }: Pick<Pattern, 'rhythm' | 'weekday'>): string {
  if (rhythm === 'flexible' || weekday === null) return 'FREQ=MONTHLY'
  const name = names[weekday - 1] ?? 'MO'
  const places = rhythm === 'weekly' ? [1, 2, 3, 4] : [1]
  return `FREQ=MONTHLY;BYDAY=${places.map((place) => `${place}${name}`).join(',')}`
}

/** The first day on which it comes; of time without a day the first itself, or of one that not every month has the next. */
export function firstDay({ rhythm, weekday, fromDay }: Pattern): string {
  const last = rhythm === 'monthly' ? 7 : 28
  let day = fromDay
  while (dateOf(day) > last || (weekday !== null && weekdayOf(day) !== weekday)) day = plusDays(day, 1)
  return day
}
