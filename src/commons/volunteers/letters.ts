import { writeLetters } from '#letters'
import { paths } from '#paths'
import type { Scope } from '#platform/scope'
import type { Row } from './rows.ts'

/** Writes to whoever is to greet a volunteer: that they came, that they are handed over, that they still wait. */
export async function writeToSponsor(
  scope: Scope,
  { sponsorId, member, group }: Row,
  why: 'came' | 'sponsored' | 'reminded',
): Promise<void> {
  if (sponsorId === null) return
  const { catalog, publicUrl } = scope.install
  const href = `${publicUrl}${paths.lead}`
  await writeLetters(scope, 'leading', [sponsorId], ({ name, locale }) => {
    const values = { name, volunteer: member.name, group: group.name }
    return {
      subject: catalog.text(locale, `volunteers.mail.${why}.subject`, values),
      text: catalog.text(locale, `volunteers.mail.${why}.text`, values),
      action: { label: catalog.text(locale, 'volunteers.mail.open', values), href },
    }
  })
}
