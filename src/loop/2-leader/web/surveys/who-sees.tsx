import { paths } from '#paths'
import { Card, Link, useDate } from '#ui'
import type { MySurvey } from '../../survey.contract.ts'
import { useText } from '../text.ts'

/** Who sees what of an answer, before one gives it. */
export function WhoSees({ survey: { openedBy, group, endsAt, fewest } }: { survey: MySurvey }) {
  const t = useText()
  const date = useDate()
  return (
    <Card title={t('leader.survey.who')} tone="sunken">
      <ul className="survey-who">
        <li>{t('leader.survey.who.named')}</li>
        <li>{t('leader.survey.who.opener', { name: openedBy.name, group: group.name, fewest })}</li>
        <li>{t('leader.survey.who.counts')}</li>
        <li>{t('leader.survey.who.you', { date: date(endsAt) })}</li>
      </ul>
      <p>
        <Link href={paths.purposes}>{t('leader.part.why')}</Link>
      </p>
    </Card>
  )
}
