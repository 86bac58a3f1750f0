import { linkTo, paths } from '#paths'
import { calendarOf } from '#platform/calendar'
import type { Scope } from '#platform/scope'
import { findHour, type Row } from './rows.ts'

/** When office hours end. */
export const endOf = ({ startsAt, minutes }: Pick<Row, 'startsAt' | 'minutes'>): Date =>
  new Date(Date.parse(startsAt) + minutes * 60_000)

/** Office hours as an iCalendar file, in the reader's language; cancelled ones take themselves out of the calendar. */
export function fileOf(scope: Scope, locale: string, hour: Row): string {
  const { catalog, publicUrl } = scope.install
  return calendarOf({
    ...{
      uid: `hour-${hour.id}@${new URL(publicUrl).hostname}`,
      sequence: hour.sequence,
      stampedAt: scope.now,
    },
    title: catalog.text(locale, 'community.hour.event', { topic: hour.topic, name: hour.host.name }),
    ...{ text: hour.words, place: hour.place, isCancelled: hour.why !== null },
    url: `${publicUrl}${linkTo(paths.leadersCommunity, {}, { query: { part: 'hours' } })}`,
    when: { start: new Date(hour.startsAt), end: endOf(hour) },
  })
}

/** The file of office hours that the reader may see. */
export async function getOfficeHourFile(scope: Scope, id: string): Promise<Response> {
  const hour = await findHour(scope, id)
  return new Response(fileOf(scope, scope.actor.locale, hour), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="office-hours-${id}.ics"`,
      'cache-control': 'private, no-store',
    },
  })
}
