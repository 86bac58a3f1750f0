const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Where a reader is: the locale (BCP 47) and the time zone (IANA), the browser's own when undefined. */
export interface Place {
  locale: string
  timeZone: string | undefined
}

/** "3 hours ago", "yesterday", "in 2 days" up to a week around `now`; null beyond, where a date says more. */
export function relativeTime(at: Date, now: Date, place: Place): string | null {
  const ahead = at.getTime() - now.getTime()
  const distance = Math.abs(ahead)
  const words = new Intl.RelativeTimeFormat(place.locale, { numeric: 'auto' })
  if (distance < 45_000) return words.format(0, 'second')
  if (distance < hour) return words.format(toward(ahead / minute), 'minute')
  const days = Math.round((startOfDay(at, place.timeZone) - startOfDay(now, place.timeZone)) / day)
  if (days === 0 || distance < 6 * hour) return words.format(toward(ahead / hour), 'hour')
  if (Math.abs(days) <= 7) return words.format(days, 'day')
  return null
}

/** The day in the reader's words: the year is said only when it is another one. */
export function calendarDate(at: Date, now: Date, place: Place): string {
  const sameYear = at.getFullYear() === now.getFullYear()
  const said = new Intl.DateTimeFormat(place.locale, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: place.timeZone,
  }).format(at)
  // French counts the first of a month, "1er juin", and Intl does not know.
  return place.locale.startsWith('fr') ? said.replace(/^1(?=\s)/, '1er') : said
}

/** Rounds toward now, but never to nothing: half an hour ago is not "in 0 hours". */
function toward(amount: number): number {
  return Math.sign(amount) * Math.max(1, Math.floor(Math.abs(amount)))
}

/** The calendar day as the reader's clock shows it, as a count that can be subtracted. */
function startOfDay(at: Date, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'))
}
