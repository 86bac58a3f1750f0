import { expect, test } from 'vitest'
import { stretchesOf } from './stretches.ts'

test('a month has its days, a quarter its weeks from its first day on, a year its months', () => {
  const february = stretchesOf('2028-02', 'month')
  expect([february.from, february.to, february.ends.length]).toEqual(['2028-02-01', '2028-02-29', 29])
  expect(february.ends.slice(0, 2)).toEqual(['2028-02-01', '2028-02-02'])
  const quarter = stretchesOf('2026-Q4', 'quarter')
  expect([quarter.from, quarter.to, quarter.ends.length]).toEqual(['2026-10-01', '2026-12-31', 14])
  expect([quarter.ends[0], quarter.ends[1], ...quarter.ends.slice(-2)]).toEqual([
    ...['2026-10-07', '2026-10-14', '2026-12-30', '2026-12-31'],
  ])
  const year = stretchesOf('2028', 'year')
  expect([year.from, year.to, year.ends.length]).toEqual(['2028-01-01', '2028-12-31', 12])
  expect(year.ends.slice(0, 3)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31'])
})
