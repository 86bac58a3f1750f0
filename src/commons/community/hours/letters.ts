import { type Reader, type Words, writeLetters, writeOwed } from '#letters'
import { linkTo, paths } from '#paths'
import type { Scope } from '#platform/scope'
import { fileOf } from './file.ts'
import type { Row } from './rows.ts'

type Occasion = 'joined' | 'left' | 'changed' | 'cancelled' | 'soon'

interface To {
  memberId: string
  timeZone: string
}

/** When it is, in words of the reader's language and in their zone, which is named. */
const whenIn = (locale: string, timeZone: string, at: string): string =>
  new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: 'numeric', minute: '2-digit', timeZone, timeZoneName: 'short' },
  }).format(new Date(at))

/**
 * Writes to those who come, or host, about office hours; the calendar file comes with it. That they are soon is a reminder that
 * one may want or not; what becomes of a place that one took comes in any case.
 */
export async function writeOfHour(
  scope: Scope,
  occasion: Occasion,
  hour: Row,
  to: readonly To[],
): Promise<void> {
  const { catalog, publicUrl } = scope.install
  const zones = new Map(to.map(({ memberId, timeZone }) => [memberId, timeZone]))
  const href = `${publicUrl}${linkTo(paths.leadersCommunity, {}, { query: { part: 'hours' } })}`
  const wordsFor = ({ id, name, locale }: Reader): Words => {
    const values = {
      ...{ name, host: hour.host.name, topic: hour.topic, place: hour.place, minutes: hour.minutes },
      ...{ when: whenIn(locale, zones.get(id) ?? 'UTC', hour.startsAt), why: hour.why ?? '' },
    }
    return {
      subject: catalog.text(locale, `community.hour.mail.${occasion}.subject`, values),
      text: catalog.text(locale, `community.hour.mail.${occasion}.text`, values),
      action: { label: catalog.text(locale, 'community.hour.mail.open'), href },
      calendar: { name: 'office-hours.ics', text: fileOf(scope, locale, hour) },
    }
  }
  if (occasion === 'soon') return writeLetters(scope, 'community', [...zones.keys()], wordsFor)
  await writeOwed(scope, [...zones.keys()], (reader) => ({
    ...wordsFor(reader),
    why: catalog.text(reader.locale, 'community.hour.mail.why'),
  }))
}
