import { writeLetters } from '#letters'
import { linkTo, paths } from '#paths'
import type { Scope } from '#platform/scope'
import type { Row } from './rows.ts'

/** Writes to whoever was asked to coach: that they are, or that there is no answer yet. */
export async function writeToCoach(
  scope: Scope,
  occasion: 'asked' | 'askedAgain',
  { asker, coach, topic, words }: Row,
): Promise<void> {
  const { catalog, publicUrl } = scope.install
  const href = `${publicUrl}${linkTo(paths.leadersCommunity, {}, { query: { part: 'coaching' } })}`
  await writeLetters(scope, 'leading', [coach.id], ({ name, locale }) => {
    const values = {
      name,
      asker: asker.name,
      words,
      hasTopic: String(topic !== null),
      topic: topic?.name ?? '',
    }
    return {
      subject: catalog.text(locale, `community.coach.mail.${occasion}.subject`, values),
      text: catalog.text(locale, `community.coach.mail.${occasion}.text`, values),
      action: { label: catalog.text(locale, 'community.coach.mail.open'), href },
    }
  })
}
