import { expect, test } from 'vitest'
import { calendarDate, relativeTime } from './relative-time.ts'

const now = new Date('2026-03-11T15:00:00Z')
const english = { locale: 'en', timeZone: 'UTC' }
const said = (at: string, place = english) => relativeTime(new Date(at), now, place)

test('moments of the last week are told from now', () => {
  expect(said('2026-03-11T14:59:40Z')).toBe('now')
  expect(said('2026-03-11T14:58:30Z')).toBe('1 minute ago')
  expect(said('2026-03-11T12:20:00Z')).toBe('2 hours ago')
  expect(said('2026-03-10T02:00:00Z')).toBe('yesterday')
  expect(said('2026-03-05T15:00:00Z')).toBe('6 days ago')
})

test('moments to come are told from now', () => {
  expect(said('2026-03-12T15:00:00Z')).toBe('tomorrow')
  expect(said('2026-03-14T08:00:00Z')).toBe('in 3 days')
})

test('beyond a week a date says more', () => {
  expect(said('2026-03-02T15:00:00Z')).toBeNull()
  expect(calendarDate(new Date('2026-03-02T15:00:00Z'), now, english)).toBe('Mar 2')
  expect(calendarDate(new Date('2025-03-02T15:00:00Z'), now, english)).toBe('Mar 2, 2025')
})

test('yesterday is the day before in the zone of the reader', () => {
  const at = '2026-03-11T02:00:00Z'
  expect(said(at)).toBe('13 hours ago')
  expect(said(at, { locale: 'en', timeZone: 'America/Los_Angeles' })).toBe('yesterday')
})

test('languages speak for themselves', () => {
  const french = { locale: 'fr', timeZone: 'UTC' }
  expect(said('2026-03-10T02:00:00Z', french)).toBe('hier')
  expect(calendarDate(new Date('2026-01-01T15:00:00Z'), now, french)).toBe('1er janv.')
  expect(calendarDate(new Date('2026-01-10T15:00:00Z'), now, french)).toBe('10 janv.')
})
