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
export const dayOf = (at: Date, timeZone: string): string => formatOf(timeZone).format(at)

/** The month of a moment in a time zone, such as 2026-11. */
export const monthOf = (at: Date, timeZone: string): string => dayOf(at, timeZone).slice(0, 7)

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
