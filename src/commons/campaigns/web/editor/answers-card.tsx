import { Callout, Card, Muted, Stack, Switch } from '#ui'
import { isForLeaders } from '../../kinds.ts'
import { forgetsLater } from '../../plan/lacks.ts'
import { useText } from '../text.ts'
import type { PartProps } from './part.ts'

/** What comes of the answers: who volunteers by one, who is asked again, and whom replies to mails reach. */
export function AnswersCard({ campaign: { can, madeBy }, body, change }: PartProps) {
  const t = useText()
  const asks = body.steps.some(({ calls }) => calls.includes('interested'))
  const mails = body.steps.some(({ channel }) => channel === 'mail')
  if (!asks && !mails) return null
  return (
    <Card title={t('campaigns.answers')}>
      <Stack gap={12}>
        {asks && (
          <>
            <Switch
              isSelected={isForLeaders(body)}
              onChange={(volunteers) => change({ volunteers })}
              isDisabled={!can.edit}
            >
              {t('campaigns.answers.volunteers')}
            </Switch>
            <Muted>{t('campaigns.answers.volunteersNote')}</Muted>
          </>
        )}
        {forgetsLater(body) && <Callout tone="warning">{t('campaigns.answers.forgets')}</Callout>}
        {mails && (
          <>
            <Switch
              isSelected={body.replies ?? false}
              onChange={(replies) => change({ replies })}
              isDisabled={!can.edit && !can.rewrite}
            >
              {t('campaigns.answers.replies', { name: madeBy.name })}
            </Switch>
            <Muted>{t(body.replies ? 'campaigns.answers.shown' : 'campaigns.answers.nobody')}</Muted>
          </>
        )}
      </Stack>
    </Card>
  )
}
