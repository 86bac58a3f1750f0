import { dayOf, mondayOf } from '../../calendar.ts'
import type { Period } from '../language.ts'

/** Names the period that a moment is in; moments of the same period have the same name. */
export function periodOf(at: string, per: Period, timeZone: string): string {
  if (per === 'ever') return ''
  const day = dayOf(new Date(at), timeZone)
  if (per === 'day') return day
  return per === 'week' ? mondayOf(day) : day.slice(0, per === 'month' ? 7 : 4)
}

/** No two moments of a period are further apart, in days. */
export const longest: Record<Exclude<Period, 'ever'>, number> = { day: 2, week: 8, month: 32, year: 367 }
