import { linkTo, paths } from '#paths'
import { type CalendarEvent, calendarOf } from '#platform/calendar'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { momentIn, plusDays } from '#platform/time-zone'
import { firstDay, minutesEach, ruleOf } from './days.ts'
import { findTime, lastDay, type Row } from './rows.ts'

/** When it comes, until its last day. */
function whenOf(row: Row): CalendarEvent['when'] {
  const [day, untilDay, rule] = [firstDay(row), lastDay(row), ruleOf(row)]
  if (row.rhythm === 'flexible' || row.time === null) return { day, rule, untilDay }
  const { timeZone, time } = row
  const until = new Date(momentIn(timeZone, plusDays(untilDay, 1), '00:00').getTime() - 1000)
  return { ...{ timeZone, day, time, rule, until }, minutes: minutesEach(row, row.hours ?? row.askedHours) }
}

/** What was agreed as an iCalendar file, in the reader’s language. What ended before it began takes itself out. */
export function fileOf(scope: Scope, locale: string, row: Row): string {
  const { catalog, publicUrl } = scope.install
  const values = { name: row.member.name, hours: row.hours ?? row.askedHours }
  const isCancelled = lastDay(row) < firstDay(row)
  return calendarOf({
    ...{ uid: `time-${row.id}@${new URL(publicUrl).hostname}`, sequence: row.sequence, stampedAt: scope.now },
    title: catalog.text(locale, 'protected.event', values),
    ...{ text: row.why, place: '', isCancelled, url: `${publicUrl}${linkTo(paths.protectedTime)}` },
    when: isCancelled ? whenOf({ ...row, endsDay: null }) : whenOf(row),
  })
}

/** The file of what was agreed, for both. */
export async function getTimeFile(scope: Scope, id: string): Promise<Response> {
  const row = await findTime(scope, id)
  if (row.agreedAt === null) throw notFound('time')
  return new Response(fileOf(scope, scope.actor.locale, row), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="protected-time-${id}.ics"`,
      'cache-control': 'private, no-store',
    },
  })
}
