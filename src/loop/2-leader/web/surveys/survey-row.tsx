import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Chip, ConfirmDialog, ListRow, Row, sayRefusal, toast, useDate } from '#ui'
import { closeSurvey, type Survey } from '../../survey.contract.ts'
import { useText } from '../text.ts'

/** One survey: how many were asked and answered, how long it is open, and the way to end it before. */
export function SurveyRow({ survey }: { survey: Survey }) {
  const t = useText()
  const date = useDate()
  const { group, openedBy, endsAt, closedAt, isOpen, waves, answered, fewest } = survey
  const asked = waves.reduce((sum, count) => sum + count, 0)
  const name = openedBy.name
  return (
    <ListRow
      title={group.name}
      isAfterBelow
      text={
        <>
          {t('leader.surveys.counts', { asked, waves: waves.length, answered: answered ?? 0, fewest })}
          <br />
          {isOpen
            ? t('leader.surveys.until', { date: date(endsAt), name })
            : t('leader.surveys.ended', { date: date(closedAt ?? endsAt), name })}
        </>
      }
      after={
        <Row>
          <Chip tone={isOpen ? 'success' : 'neutral'}>
            {t(isOpen ? 'leader.surveys.isOpen' : 'leader.surveys.isEnded')}
          </Chip>
          {isOpen && <Close survey={survey} />}
        </Row>
      }
    />
  )
}

function Close({ survey }: { survey: Survey }) {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const close = useWrite(closeSurvey, ['surveys'])
  const group = survey.group.name
  const onSuccess = () => {
    setAsking(false)
    toast({ text: t('leader.surveys.closed', { group }), tone: 'success' })
  }
  const confirm = () => close.mutate({ params: { surveyId: survey.id } }, { onSuccess, onError: sayRefusal })
  return (
    <>
      <Button look="ghost" onPress={() => setAsking(true)}>
        {t('leader.surveys.close')}
      </Button>
      <ConfirmDialog
        title={t('leader.surveys.closeTitle', { group })}
        isOpen={isAsking}
        onOpenChange={setAsking}
        action={t('leader.surveys.close')}
        isPending={close.isPending}
        onConfirm={confirm}
      >
        {t('leader.surveys.closeText')}
      </ConfirmDialog>
    </>
  )
}
