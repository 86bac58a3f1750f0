import { zoneLines } from './calendar-zone.ts'

/** When an event is: at two moments, at a time of a zone again and again, or on whole days again and again. */
type When =
  | { start: Date; end: Date }
  | { timeZone: string; day: string; time: string; minutes: number; rule: string; until: Date }
  | { day: string; rule: string; untilDay: string }

/** One event of an iCalendar file (RFC 5545). The same `uid` with a higher `sequence` takes the place of what was there. */
export interface CalendarEvent {
  uid: string
  sequence: number
  /** When the file says so: DTSTAMP. */
  stampedAt: Date
  title: string
  text: string
  /** Where it is, in words; empty for nowhere. */
  place: string
  url: string
  isCancelled: boolean
  when: When
}

const encoder = new TextEncoder()
const longestLine = 75

/** A content line in pieces of at most 75 octets, none of them cut within a character (RFC 5545, 3.1). */
export function folded(line: string): string {
  const pieces: string[] = []
  let [piece, octets] = ['', 0]
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > longestLine) {
      pieces.push(piece)
      // The space before what goes on counts.
      ;[piece, octets] = [' ', 1]
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].map((one) => `${one}\r\n`).join('')
}

/** A text as the value of a property (3.3.11): no control characters but line breaks, which become \n. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** A moment in UTC: 20261127T164000Z. */
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')
const plain = (day: string): string => day.replaceAll('-', '')

function whenLines(when: When): string[] {
  if ('start' in when) return [`DTSTART:${utc(when.start)}`, `DTEND:${utc(when.end)}`]
  if ('untilDay' in when)
    return [
      `DTSTART;VALUE=DATE:${plain(when.day)}`,
      `RRULE:${when.rule};UNTIL=${plain(when.untilDay)}`,
      'TRANSP:TRANSPARENT',
    ]
  const { timeZone, day, time, minutes, rule, until } = when
  return [
    `DTSTART;TZID=${timeZone}:${plain(day)}T${time.replace(':', '')}00`,
    `DURATION:PT${minutes}M`,
    `RRULE:${rule};UNTIL=${utc(until)}`,
  ]
}

const eventLines = (event: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTAMP:${utc(event.stampedAt)}`,
  ...whenLines(event.when),
  `SUMMARY:${escaped(event.title)}`,
  ...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
  ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
  ...(event.url ? [`URL:${event.url}`] : []),
  `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'END:VEVENT',
]

/** An iCalendar file of one event. It has no METHOD: it is to be kept, not answered (docs/decisions/0055-calendar-files.md). */
export function calendarOf(event: CalendarEvent): string {
  const { when } = event
  const zone = 'timeZone' in when ? zoneLines(when) : []
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Cairn//EN', ...zone, ...eventLines(event)]
  return [...lines, 'END:VCALENDAR'].map(folded).join('')
}
