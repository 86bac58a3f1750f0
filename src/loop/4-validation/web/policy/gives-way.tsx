import { Card } from '#ui'
import { relaxations } from '../../queue/policy.ts'
import { useText } from '../text.ts'

/** In which order every policy gives way where nobody fits. */
export function GivesWay() {
  const t = useText()
  return (
    <Card title={t('validation.policy.gives')}>
      <p className="ui-muted">{t('validation.policy.givesText')}</p>
      <ol className="policy-gives">
        {relaxations.map((by) => (
          <li key={by}>{t(`validation.policy.gives.${by}`)}</li>
        ))}
      </ol>
    </Card>
  )
}
