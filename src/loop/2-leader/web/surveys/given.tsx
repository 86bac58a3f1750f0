import { useWrite } from '#platform/web/use'
import { Button, Card, List, ListRow, Row, Stack, sayRefusal, Time, toast, useDate } from '#ui'
import { declineSurvey, type MySurvey } from '../../survey.contract.ts'
import { useText } from '../text.ts'

/** Declines, and says so; what one said before is taken back with it. */
export function useDecline(survey: Pick<MySurvey, 'id'>, onSettled: () => void) {
  const t = useText()
  const decline = useWrite(declineSurvey, ['surveys'])
  const onSuccess = () => {
    onSettled()
    toast(t('leader.survey.declinedDone'))
  }
  const run = () => decline.mutate({ params: { surveyId: survey.id } }, { onSuccess, onError: sayRefusal })
  return { run, isPending: decline.isPending }
}

interface GivenProps {
  survey: MySurvey
  onChange: () => void
}

/** The answer as it was sent, and the ways to change it or take it back. */
export function Answered({ survey, onChange, onSettled }: GivenProps & { onSettled: () => void }) {
  const t = useText()
  const date = useDate()
  const decline = useDecline(survey, onSettled)
  const { namings, answeredAt, endsAt } = survey
  return (
    <Card title={t('leader.survey.yours')}>
      <Stack>
        {namings.length === 0 ? (
          <p>{t('leader.survey.nobody')}</p>
        ) : (
          <List label={t('leader.survey.yours')}>
            {namings.map(({ member, topic }) => (
              <ListRow key={member.id} title={member.name} text={topic || member.title} />
            ))}
          </List>
        )}
        <p className="ui-muted">
          {t.rich('leader.survey.answered', {
            time: <Time at={answeredAt ?? endsAt} isSaid />,
            date: date(endsAt),
          })}
        </p>
        <Row>
          <Button look="primary" onPress={onChange}>
            {t('leader.survey.change')}
          </Button>
          <Button look="ghost" onPress={decline.run} isPending={decline.isPending}>
            {t('leader.survey.takeBack')}
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}

/** Nothing was said, and that is all right; the way back. */
export function Declined({ survey, onChange }: GivenProps) {
  const t = useText()
  const date = useDate()
  return (
    <Card title={t('leader.survey.declined')}>
      <Stack>
        <p>{t('leader.survey.declinedText', { date: date(survey.endsAt) })}</p>
        <div>
          <Button onPress={onChange}>{t('leader.survey.answerAfterAll')}</Button>
        </div>
      </Stack>
    </Card>
  )
}
