import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openWorld } from '#test/world.ts'

const world = openWorld()

/** The first moment from `at` on outside quiet hours, as the database says it, in UTC. */
async function firstAllowed(
  at: string,
  zone: string | null,
  [from, until, weekends]: readonly [number, number, boolean] = [18, 8, true],
): Promise<string> {
  const { rows } = await (await world.organization()).as(({ db }) =>
    sql<{
      at: Date | string
    }>`select first_allowed(${at}::timestamptz, ${zone}, ${from}, ${until}, ${weekends}) as at`.execute(db),
  )
  return new Date(rows[0]?.at ?? '').toISOString()
}

describe('the first moment at which somebody may be written to', () => {
  test.each([
    ['at work it is now', '2026-03-04T10:00:00Z', 'Europe/Paris', '2026-03-04T10:00:00.000Z'],
    ['before work it is at eight', '2026-03-04T05:30:00Z', 'Europe/Paris', '2026-03-04T07:00:00.000Z'],
    [
      'in the evening it is at eight on the next day',
      '2026-03-04T17:00:00Z',
      'Europe/Paris',
      '2026-03-05T07:00:00.000Z',
    ],
    ['on Friday evening it is on Monday', '2026-03-06T20:00:00Z', 'Europe/Paris', '2026-03-09T07:00:00.000Z'],
    ['on Sunday it is on Monday', '2026-03-08T12:00:00Z', 'Europe/Paris', '2026-03-09T07:00:00.000Z'],
    ['somewhere else it is another moment', '2026-03-04T10:00:00Z', 'Asia/Tokyo', '2026-03-04T23:00:00.000Z'],
    ['of whom nothing is known, it is by UTC', '2026-03-04T06:00:00Z', null, '2026-03-04T08:00:00.000Z'],
    ['of a zone that is none, too', '2026-03-04T06:00:00Z', 'Mars/Olympus', '2026-03-04T08:00:00.000Z'],
  ])('%s', async (_, at, zone, allowed) => {
    expect(await firstAllowed(at, zone)).toBe(allowed)
  })

  test('in the night in which the clocks go forward, the hours are still those of the wall', async () => {
    // Paris, 29 March 2026: at 2 it is 3. Saturday evening waits for eight on Sunday, which is 6:00 UTC now.
    expect(await firstAllowed('2026-03-28T20:00:00Z', 'Europe/Paris', [18, 8, false])).toBe(
      '2026-03-29T06:00:00.000Z',
    )
    // Quiet until half of an hour that does not exist: 2 is 3 that day.
    expect(await firstAllowed('2026-03-29T00:30:00Z', 'Europe/Paris', [22, 2, false])).toBe(
      '2026-03-29T01:00:00.000Z',
    )
  })

  test('in the night in which they go back, nobody is written to twice as early', async () => {
    // Paris, 25 October 2026: 3 is 2 again. Eight is 7:00 UTC.
    expect(await firstAllowed('2026-10-24T20:00:00Z', 'Europe/Paris', [18, 8, false])).toBe(
      '2026-10-25T07:00:00.000Z',
    )
    const allowed = await firstAllowed('2026-10-25T00:10:00Z', 'Europe/Paris', [22, 3, false])
    expect(Date.parse(allowed)).toBeGreaterThanOrEqual(Date.parse('2026-10-25T02:00:00Z'))
  })

  test('quiet hours within a day, the same hour twice, and weekends alone', async () => {
    expect(await firstAllowed('2026-03-04T12:30:00Z', 'UTC', [12, 14, false])).toBe(
      '2026-03-04T14:00:00.000Z',
    )
    expect(await firstAllowed('2026-03-04T03:30:00Z', 'UTC', [9, 9, false])).toBe('2026-03-04T03:30:00.000Z')
    expect(await firstAllowed('2026-03-07T03:30:00Z', 'UTC', [9, 9, true])).toBe('2026-03-09T00:00:00.000Z')
  })

  test('what it answers is allowed, from every hour of a year in zones with and without clocks that change', async () => {
    const org = await world.organization()
    const { rows } = await org.as(({ db }) =>
      sql<{ wrong: number; hours: number }>`
        with every as (select at, zone, first_allowed(at, zone, 18, 8, true) as allowed
          from generate_series('2026-01-01'::timestamptz, '2026-12-31'::timestamptz, interval '1 hour') at,
            unnest(array['Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia']) zone)
        select count(*)::int as hours, count(*) filter (where allowed < at or allowed > at + interval '64 hours'
          or extract(hour from allowed at time zone zone) not between 8 and 17
          or extract(isodow from allowed at time zone zone) >= 6)::int as wrong from every`.execute(db),
    )
    expect(rows[0]).toEqual({ hours: 5 * 8737, wrong: 0 })
  })
})
