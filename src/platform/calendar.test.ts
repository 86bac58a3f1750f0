import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarEvent, calendarOf, escaped, folded } from './calendar.ts'

/** RFC 5545, as its sections say it. */
const event: CalendarEvent = {
  uid: '01890000-0000-7000-8000-000000000000@cairn.test',
  sequence: 0,
  stampedAt: new Date('2026-03-02T09:00:00.123Z'),
  title: 'Office hours',
  text: '',
  place: '',
  url: 'http://cairn.test/lead/community/hours/1',
  isCancelled: false,
  when: { start: new Date('2026-03-09T13:00:00Z'), end: new Date('2026-03-09T13:30:00Z') },
}

/** What a reader sees again: lines put together (3.1), and a text without its escapes (3.3.11). */
const unfolded = (text: string) => text.replaceAll('\r\n ', '')
const read = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one))
const linesOf = (file: string) => unfolded(file).split('\r\n').slice(0, -1)
const property = (file: string, name: string) =>
  linesOf(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)

test('an event is read back with its times in UTC, its stamp, its number and where it is', () => {
  const place = 'Room 4; second floor, left'
  expect(linesOf(calendarOf({ ...event, place, sequence: 2 }))).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Cairn//EN', 'BEGIN:VEVENT'],
    ...[`UID:${event.uid}`, 'SEQUENCE:2', 'DTSTAMP:20260302T090000Z'],
    ...['DTSTART:20260309T130000Z', 'DTEND:20260309T133000Z', 'SUMMARY:Office hours'],
    ...['LOCATION:Room 4\\; second floor\\, left', `URL:${event.url}`, 'STATUS:CONFIRMED'],
    ...['END:VEVENT', 'END:VCALENDAR'],
  ])
  expect(property(calendarOf({ ...event, isCancelled: true }), 'STATUS')).toBe('CANCELLED')
})

test('every line ends in CRLF, has 75 octets at most, and is cut between characters', () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 400 })
  fc.assert(
    fc.property(anything, (text) => {
      const line = `SUMMARY:${escaped(text)}`
      const pieces = folded(line).split('\r\n')
      expect(pieces.pop()).toBe('')
      const octets = pieces.map((piece) => Buffer.from(piece).length)
      expect(Math.max(...octets)).toBeLessThanOrEqual(75)
      // What was cut within a character would not be the same text again.
      expect(pieces.map((piece) => Buffer.from(piece).toString('utf8'))).toEqual(pieces)
      expect(unfolded(folded(line))).toBe(`${line}\r\n`)
    }),
  )
})

test.each([
  [75, 1],
  [76, 2],
  [149, 2],
  [150, 3],
])('a line of %i octets is folded into %i', (size, pieces) => {
  expect(folded('x'.repeat(size)).split('\r\n')).toHaveLength(pieces + 1)
})

test('a text is read back as it was written; control characters are left out', () => {
  const written = fc.string({ unit: fc.constantFrom(...'ab;,\\:n\n"é€😀 '), maxLength: 60 })
  fc.assert(
    fc.property(written, (text) => {
      const file = calendarOf({ ...event, text })
      expect(read(property(file, 'DESCRIPTION') ?? '')).toBe(text)
      expect(linesOf(file).filter((line) => line.startsWith('END:'))).toHaveLength(2)
    }),
  )
  expect(escaped('one\r\ntwo\u0007\u007f\rthree\tfour')).toBe('one\\ntwo\\nthree\tfour')
})
