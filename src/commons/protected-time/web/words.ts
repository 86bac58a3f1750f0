/** What a day of the week is called, 1 for Monday; the fifth of January 2026 was one. */
export const weekdayName = (locale: string, weekday: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + weekday))

/** A day, such as 2026-11-27, as a moment that is on it everywhere but at the date line. */
export const noonOf = (day: string): string => `${day}T12:00:00Z`
