import { useState } from 'react'
import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { EmptyState, ErrorState, LinkButton, NotFoundState, Page, SkeletonCards, Stack, useDate } from '#ui'
import { getMySurvey, type MySurvey } from '../../survey.contract.ts'
import { mostNamed } from '../../surveys/limits.ts'
import { useText } from '../text.ts'
import { Answering } from './answering.tsx'
import { useDraft } from './draft.ts'
import { Answered, Declined } from './given.tsx'
import { WhoSees } from './who-sees.tsx'
import './surveys.css'

/** Who helps one: answered in two minutes, put off, declined or changed, as long as the survey is open. */
export function Component() {
  const t = useText()
  const { surveyId = '' } = useParams()
  const read = useRead(getMySurvey, { params: { surveyId } }, { topics: ['surveys', 'detection'] })
  if (read.error?.problem.status === 404) return <NotFoundState>{read.error.message}</NotFoundState>
  return (
    <Page
      title={t('leader.survey')}
      lead={read.data?.isOpen && t('leader.survey.lead', { most: mostNamed })}
      width="narrow"
    >
      {read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : read.isPending ? (
        <SkeletonCards />
      ) : read.data.isOpen ? (
        <Open survey={read.data} />
      ) : (
        <Over survey={read.data} />
      )}
    </Page>
  )
}

function Open({ survey }: { survey: MySurvey }) {
  const t = useText()
  const date = useDate()
  const draft = useDraft(survey)
  const [isChanging, setChanging] = useState(false)
  const { openedBy, group, endsAt, answeredAt, declinedAt } = survey
  const isWriting = isChanging || draft.isKept
  const change = () => setChanging(true)
  const settle = () => {
    draft.forget()
    setChanging(false)
  }
  return (
    <Stack gap={24}>
      <p className="ui-muted">
        {t('leader.survey.asks', { name: openedBy.name, group: group.name, date: date(endsAt) })}
      </p>
      {answeredAt && !isWriting ? (
        <Answered survey={survey} onChange={change} onSettled={settle} />
      ) : declinedAt && !isWriting ? (
        <Declined survey={survey} onChange={change} />
      ) : (
        <Answering survey={survey} draft={draft} onSettled={settle} />
      )}
      <WhoSees survey={survey} />
    </Stack>
  )
}

/** Nothing can be answered any more; what was kept here of an answer goes, too. */
function Over({ survey }: { survey: MySurvey }) {
  const t = useText()
  const { isKept, forget } = useDraft(survey)
  if (isKept) forget()
  return (
    <EmptyState
      title={t('leader.survey.over')}
      action={<LinkButton href={paths.home}>{t('leader.survey.home')}</LinkButton>}
    >
      {t('leader.survey.overText')}
    </EmptyState>
  )
}
