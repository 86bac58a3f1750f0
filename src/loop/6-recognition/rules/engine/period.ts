import type { Period } from '../language.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one costs more than a thousand uses of it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** The day of a moment in a time zone, such as 2026-11-27. */
const dayOf = (at: string, timeZone: string): string => formatOf(timeZone).format(new Date(at))

/** The Monday of the week of a day. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}

/** Names the period that a moment is in; moments of the same period have the same name. */
export function periodOf(at: string, per: Period, timeZone: string): string {
  if (per === 'ever') return ''
  const day = dayOf(at, timeZone)
  if (per === 'day') return day
  return per === 'week' ? mondayOf(day) : day.slice(0, per === 'month' ? 7 : 4)
}

/** No two moments of a period are further apart, in days. */
export const longest: Record<Exclude<Period, 'ever'>, number> = { day: 2, week: 8, month: 32, year: 367 }
