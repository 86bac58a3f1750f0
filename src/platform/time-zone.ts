const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one costs more than a thousand uses of it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  formats.set(timeZone, made)
  return made
}

/** Whether this is the IANA name of a time zone that is known here, such as Europe/Paris; +02:00 is none. */
export function isTimeZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** What the clocks of a zone show at a moment, as the same figures in UTC. */
export function clockAt(at: Date, timeZone: string): Date {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const day = Date.UTC(of('year'), of('month') - 1, of('day'))
  return new Date(day + ((of('hour') * 60 + of('minute')) * 60 + of('second')) * 1000)
}

/** The day of a moment in a zone, such as 2026-11-27. */
export const dayIn = (at: Date, timeZone: string): string => clockAt(at, timeZone).toISOString().slice(0, 10)

/** A day so many days on: 2026-11-30. */
export const plusDays = (onDay: string, days: number): string =>
  new Date(Date.parse(`${onDay}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** How far the clocks of a zone are ahead of UTC at a moment, in seconds. */
export const offsetAt = (at: Date, timeZone: string): number =>
  (clockAt(at, timeZone).getTime() - Math.floor(at.getTime() / 1000) * 1000) / 1000

const day = 86_400_000

/**
 * The moment at which the clocks of a zone show a time (14:30) on a day. As RFC 5545 has it (3.3.5): of a time that comes
 * twice the first, and one that is left out as though the clocks had not been put forward.
 */
export function momentIn(timeZone: string, onDay: string, time: string): Date {
  const shown = Date.parse(`${onDay}T${time}:00Z`)
  const before = offsetAt(new Date(shown - day), timeZone)
  const after = offsetAt(new Date(shown + day), timeZone)
  const at = (offset: number) => new Date(shown - offset * 1000)
  const fits = [before, after].find((offset) => offsetAt(at(offset), timeZone) === offset)
  return at(fits ?? before)
}

export interface Change {
  at: Date
  /** Seconds ahead of UTC, until then and from then on. */
  from: number
  to: number
}

/** When the clocks of a zone are put forward or back between two moments. */
export function changesBetween(timeZone: string, start: Date, end: Date): Change[] {
  const changes: Change[] = []
  let from = offsetAt(start, timeZone)
  for (let time = start.getTime(); time < end.getTime(); time += day) {
    const next = Math.min(time + day, end.getTime())
    const to = offsetAt(new Date(next), timeZone)
    if (to !== from) changes.push({ at: firstWith(timeZone, to, time, next), from, to })
    from = to
  }
  return changes
}

/** The first whole second in a stretch, in milliseconds, from which on the clocks are so far ahead. */
function firstWith(timeZone: string, offset: number, start: number, end: number): Date {
  let [before, after] = [Math.floor(start / 1000), Math.ceil(end / 1000)]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(new Date(middle * 1000), timeZone) === offset) after = middle
    else before = middle
  }
  return new Date(after * 1000)
}
