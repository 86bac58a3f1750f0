import { changesBetween, momentIn, offsetAt } from './time-zone.ts'

/** Seconds ahead of UTC as RFC 5545 writes them (3.3.14): +0530. */
function offsetText(seconds: number): string {
  const [sign, all] = [seconds < 0 ? '-' : '+', Math.abs(seconds)]
  const part = (value: number) => String(Math.floor(value) % 60).padStart(2, '0')
  const hours = String(Math.floor(all / 3600)).padStart(2, '0')
  return `${sign}${hours}${part(all / 60)}${all % 60 ? part(all) : ''}`
}

/** What the clocks show at a moment that are so far ahead: 20260329T020000. */
const shownAt = (at: Date, offset: number): string =>
  new Date(at.getTime() + offset * 1000).toISOString().replace(/[-:]|\.\d+Z/g, '')

/**
 * The VTIMEZONE of a zone (RFC 5545, 3.6.5), with every change of its clocks from a day before the first occurrence to the
 * last one: nothing is guessed of years that nobody needs.
 */
export function zoneLines(when: { timeZone: string; day: string; time: string; until: Date }): string[] {
  const { timeZone, until } = when
  const start = new Date(momentIn(timeZone, when.day, when.time).getTime() - 86_400_000)
  const year = start.getUTCFullYear()
  const usual = Math.min(...[0, 6].map((month) => offsetAt(new Date(Date.UTC(year, month, 1)), timeZone)))
  const part = (at: Date, from: number, to: number): string[] => {
    const kind = to > usual ? 'DAYLIGHT' : 'STANDARD'
    const lines = [
      `DTSTART:${shownAt(at, from)}`,
      `TZOFFSETFROM:${offsetText(from)}`,
      `TZOFFSETTO:${offsetText(to)}`,
    ]
    return [`BEGIN:${kind}`, ...lines, `END:${kind}`]
  }
  const first = offsetAt(start, timeZone)
  const later = changesBetween(timeZone, start, until)
  return [
    ...['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...part(start, first, first)],
    ...later.flatMap(({ at, from, to }) => part(at, from, to)),
    'END:VTIMEZONE',
  ]
}
