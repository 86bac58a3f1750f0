import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import { dayIn, momentIn, plusDays } from '#platform/time-zone'

/** At what time of a Monday the letters are written. */
const writtenAt = '07:00'

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string =>
  plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** The zone in which an organization's days are counted: the one that it said where its months begin. */
export async function zoneOf({ org, db }: Quiet): Promise<string> {
  const { rows } = await sql<{ timeZone: string }>`select time_zone from recognition_settings
    where org_id = ${org}`.execute(db)
  return rows[0]?.timeZone ?? 'UTC'
}

/** The Monday of the last week that is over, and of the one that runs. */
export function weeksAt(now: Date, timeZone: string): { last: string; running: string } {
  const running = mondayOf(dayIn(now, timeZone))
  return { last: plusDays(running, -7), running }
}

/** From when on the letters about a week are due: the morning of the Monday after it. */
export const dueAt = (week: string, timeZone: string): Date =>
  momentIn(timeZone, plusDays(week, 7), writtenAt)

/** When a week begins and ends. */
export const spanOf = (week: string, timeZone: string): { from: Date; to: Date } => ({
  from: momentIn(timeZone, week, '00:00'),
  to: momentIn(timeZone, plusDays(week, 7), '00:00'),
})
