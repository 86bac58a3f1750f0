import { expect, test } from 'vitest'
import { type CalendarEvent, calendarOf } from './calendar.ts'
import { changesBetween, isTimeZone, momentIn, offsetAt } from './time-zone.ts'

/** Times of a zone that come again and again, through the changes of its clocks. */
const every = (timeZone: string, day: string, until: string): CalendarEvent => ({
  ...{
    uid: 'u@cairn.test',
    sequence: 0,
    stampedAt: new Date(0),
    title: 'Protected time',
    text: '',
    place: '',
  },
  ...{ url: '', isCancelled: false },
  when: {
    ...{ timeZone, day, time: '14:00', minutes: 60, rule: 'FREQ=MONTHLY;BYDAY=1TH,2TH,3TH,4TH' },
    until: new Date(until),
  },
})

interface Observance {
  kind: string
  start: string
  from: string
  to: string
}

const zoneOf = (file: string): Observance[] =>
  [
    ...file.matchAll(
      /BEGIN:(STANDARD|DAYLIGHT)\r\nDTSTART:(\w+)\r\nTZOFFSETFROM:(\S+)\r\nTZOFFSETTO:(\S+)\r\nEND:\1/g,
    ),
  ].map(([, kind = '', start = '', from = '', to = '']) => ({ kind, start, from, to }))

/** The offset at a local time as a reader of the file has it: that of the last observance that has begun (3.6.5). */
const offsetFor = (zone: Observance[], local: string) => zone.findLast(({ start }) => start <= local)?.to

test('in Paris the hour stays the same through March and October, and the file says when the clocks change', () => {
  const file = calendarOf(every('Europe/Paris', '2026-03-05', '2026-11-30T23:00:00Z'))
  const zone = zoneOf(file)
  expect(zone).toEqual([
    { kind: 'STANDARD', start: '20260304T140000', from: '+0100', to: '+0100' },
    { kind: 'DAYLIGHT', start: '20260329T020000', from: '+0100', to: '+0200' },
    { kind: 'STANDARD', start: '20261025T030000', from: '+0200', to: '+0100' },
  ])
  expect(file).toContain('DTSTART;TZID=Europe/Paris:20260305T140000\r\nDURATION:PT60M\r\n')
  expect(file).toContain('RRULE:FREQ=MONTHLY;BYDAY=1TH,2TH,3TH,4TH;UNTIL=20261130T230000Z\r\n')
  const days = ['20260326', '20260402', '20261022', '20261105']
  expect(days.map((day) => offsetFor(zone, `${day}T140000`))).toEqual(['+0100', '+0200', '+0200', '+0100'])
})

test.each([
  ['Europe/Paris', '2026-03-26', '14:00', '2026-03-26T13:00:00.000Z'],
  ['Europe/Paris', '2026-04-02', '14:00', '2026-04-02T12:00:00.000Z'],
  ['Europe/Paris', '2026-10-22', '14:00', '2026-10-22T12:00:00.000Z'],
  ['Europe/Paris', '2026-11-05', '14:00', '2026-11-05T13:00:00.000Z'],
  // Left out: as though the clocks had not been put forward.
  ['Europe/Paris', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  // Comes twice: the first.
  ['Europe/Paris', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
  ['Asia/Kolkata', '2026-06-01', '09:00', '2026-06-01T03:30:00.000Z'],
  ['UTC', '2026-06-01', '09:00', '2026-06-01T09:00:00.000Z'],
])('in %s the clocks show %s %s at %s', (timeZone, day, time, moment) => {
  expect(momentIn(timeZone, day, time).toISOString()).toBe(moment)
})

test('a zone that never changes its clocks has one part, also half an hour off or south of the equator', () => {
  const of = (zone: string) => zoneOf(calendarOf(every(zone, '2026-03-05', '2026-12-31T00:00:00Z')))
  expect(of('Asia/Kolkata')).toEqual([
    { kind: 'STANDARD', start: '20260304T140000', from: '+0530', to: '+0530' },
  ])
  expect(of('Australia/Lord_Howe').map(({ kind, to }) => [kind, to])).toEqual([
    ['DAYLIGHT', '+1100'],
    ['STANDARD', '+1030'],
    ['DAYLIGHT', '+1100'],
  ])
})

test('clocks change at the second, and names that are no zones are told', () => {
  const [spring] = changesBetween(
    'Europe/Paris',
    new Date('2026-03-01T00:00:00Z'),
    new Date('2026-05-01T00:00:00Z'),
  )
  expect(spring).toEqual({ at: new Date('2026-03-29T01:00:00Z'), from: 3600, to: 7200 })
  expect(offsetAt(new Date('2026-01-01T00:00:00.900Z'), 'America/St_Johns')).toBe(-12_600)
  expect([isTimeZone('Europe/Paris'), isTimeZone('Mars/Base')]).toEqual([true, false])
})
