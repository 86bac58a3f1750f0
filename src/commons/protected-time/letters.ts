import { type Reader, type Words, writeLetters, writeOwed } from '#letters'
import { linkTo, paths } from '#paths'
import type { Scope } from '#platform/scope'
import type { ProtectedTime } from './contract.ts'
import { fileOf } from './file.ts'
import { lastDay, type Row } from './rows.ts'

type Month = ProtectedTime['months'][number]
type Asking = 'asked' | 'askedAgain'
type Occasion = Asking | 'proposed' | 'proposedAgain' | 'agreed' | 'declined' | 'ended'

const dayIn = (locale: string, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))

const monthIn = (locale: string, month: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  )

/** Whether somebody is asked who answers, and not who asked. */
const isAsking = (occasion: string): occasion is Asking => occasion === 'asked' || occasion === 'askedAgain'

/** What a letter says of an occasion, and the way to the page. */
const saying = (
  { install: { catalog, publicUrl } }: Scope,
  locale: string,
  occasion: Occasion | 'month.own' | 'month.theirs',
  values: Record<string, string | number>,
): Words => {
  const side = isAsking(occasion) ? { query: { side: 'answering' } } : {}
  return {
    subject: catalog.text(locale, `protected.mail.${occasion}.subject`, values),
    text: catalog.text(locale, `protected.mail.${occasion}.text`, values),
    action: {
      label: catalog.text(locale, 'protected.mail.open'),
      href: `${publicUrl}${linkTo(paths.protectedTime, {}, side)}`,
    },
  }
}

/** What whoever acted said. */
const wordsOf = (occasion: Occasion, { why, endedWhy, answer }: Row): string =>
  isAsking(occasion) ? why : occasion === 'ended' ? endedWhy : answer

/**
 * Writes to whom it concerns what became of protected time. Of what was agreed or ends the calendar file comes with it,
 * whatever letters they want: it is in both calendars because both agreed.
 */
export async function writeOfTime(
  scope: Scope,
  occasion: Occasion,
  row: Row,
  memberIds: readonly string[],
): Promise<void> {
  const wordsFor = ({ name, locale }: Reader): Words => {
    const values = {
      ...{ name, who: row.member.name, manager: row.manager?.name ?? '', hours: row.hours ?? row.askedHours },
      ...{ asked: row.askedHours, from: dayIn(locale, row.fromDay), until: dayIn(locale, lastDay(row)) },
      ...{ group: row.group.name, words: wordsOf(occasion, row) },
    }
    return saying(scope, locale, occasion, values)
  }
  if (occasion !== 'agreed' && occasion !== 'ended')
    return writeLetters(scope, 'leading', memberIds, wordsFor)
  await writeOwed(scope, memberIds, (reader) => ({
    ...wordsFor(reader),
    why: scope.install.catalog.text(reader.locale, 'protected.mail.why'),
    calendar: { name: 'protected.ics', text: fileOf(scope, reader.locale, row) },
  }))
}

/** Writes to both what was used of a month, as it was noted, and what came of it. */
export async function writeOfMonth(scope: Scope, row: Row, month: Month): Promise<void> {
  const { member, manager } = row
  await writeLetters(scope, 'leading', [member.id, ...(manager ? [manager.id] : [])], (reader) => {
    const { name, locale } = reader
    const isOwn = reader.id === member.id
    return saying(scope, locale, isOwn ? 'month.own' : 'month.theirs', {
      ...{ name, who: member.name, manager: manager?.name ?? '', isAlone: String(manager === null) },
      ...{ hours: row.hours ?? row.askedHours, month: monthIn(locale, month.month) },
      noted: notedOf(scope, locale, month),
      did: scope.install.catalog.text(locale, 'protected.did', month.outcome),
    })
  })
}

/** What is noted of a month, in hours. */
const notedOf = ({ install: { catalog } }: Scope, locale: string, { minutes }: Month): string =>
  minutes === null
    ? catalog.text(locale, 'protected.mail.month.notNoted')
    : catalog.text(locale, 'protected.mail.month.noted', { used: Math.round(minutes / 6) / 10 })
