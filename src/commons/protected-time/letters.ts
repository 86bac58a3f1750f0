import { writeLetters } from '#letters'
import { linkTo, paths } from '#paths'
import type { Scope } from '#platform/scope'
import { fileOf } from './file.ts'
import { lastDay, type Row } from './rows.ts'

type Occasion = 'proposed' | 'agreed' | 'declined' | 'ended'

const dayIn = (locale: string, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))

/** Writes to whom it concerns what became of protected time; of what was agreed or ends the calendar file comes with it. */
export async function writeOfTime(
  scope: Scope,
  occasion: Occasion,
  row: Row,
  memberIds: readonly string[],
): Promise<void> {
  const { catalog, publicUrl } = scope.install
  await writeLetters(scope, 'leading', memberIds, ({ name, locale }) => {
    const values = {
      ...{ name, who: row.member.name, manager: row.manager?.name ?? '', hours: row.hours ?? row.askedHours },
      ...{ asked: row.askedHours, from: dayIn(locale, row.fromDay), until: dayIn(locale, lastDay(row)) },
      words: occasion === 'ended' ? row.endedWhy : row.answer,
    }
    const isFiled = occasion === 'agreed' || occasion === 'ended'
    return {
      subject: catalog.text(locale, `protected.mail.${occasion}.subject`, values),
      text: catalog.text(locale, `protected.mail.${occasion}.text`, values),
      action: {
        label: catalog.text(locale, 'protected.mail.open'),
        href: `${publicUrl}${linkTo(paths.protectedTime)}`,
      },
      ...(isFiled && { calendar: { name: 'protected.ics', text: fileOf(scope, locale, row) } }),
    }
  })
}
