import { useState } from 'react'
import { useParams } from 'react-router'
import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import {
  Button,
  ErrorState,
  ForbiddenState,
  LinkButton,
  NotFoundState,
  Page,
  SkeletonPage,
  Stack,
  sayRefusal,
} from '#ui'
import { getPractice, type Practice, repeatPractice } from '../../calibration.contract.ts'
import { useText } from '../text.ts'
import { CourseToMark } from './course-to-mark.tsx'
import { Levels } from './levels.tsx'
import { Result } from './result.tsx'
import './calibration.css'

/** One course to practise on: read it, say what is wrong, judge it, and compare. */
export function Component() {
  const t = useText()
  const { practice = '' } = useParams()
  const language = useSession().member.locale
  const read = useRead(getPractice, { params: { practice }, query: { language } }, { topics: ['practice'] })
  if (read.isPending) return <SkeletonPage />
  const status = read.error?.problem.status
  if (status === 404) {
    const action = <LinkButton href={paths.practice}>{t('validation.practice.toList')}</LinkButton>
    return <NotFoundState action={action}>{t('validation.practice.notFound')}</NotFoundState>
  }
  if (status === 403) return <ForbiddenState isPage>{read.error?.message}</ForbiddenState>
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <Course key={read.data.number} practice={read.data} />
}

function Course({ practice }: { practice: Practice }) {
  const t = useText()
  const { title, objective, comparison } = practice
  const [isFresh, setFresh] = useState(false)
  return (
    <Page
      title={title}
      lead={objective}
      width="middle"
      breadcrumbs={[
        { label: t('validation.reviews'), href: paths.reviews },
        { label: t('validation.practice'), href: paths.practice },
      ]}
      actions={comparison && <Again practice={practice} />}
    >
      <Stack gap={24}>
        {comparison ? (
          <Result comparison={comparison} isFresh={isFresh} />
        ) : (
          <p className="practice-words">{t('validation.practice.how')}</p>
        )}
        <CourseToMark practice={practice} />
        {!comparison && <Levels practice={practice} onCompared={() => setFresh(true)} />}
      </Stack>
    </Page>
  )
}

function Again({ practice: { key } }: { practice: Practice }) {
  const t = useText()
  const again = useWrite(repeatPractice, ['practice'])
  return (
    <Button
      look="line"
      isPending={again.isPending}
      onPress={() => again.mutate({ params: { practice: key } }, { onError: sayRefusal })}
    >
      {t('validation.practice.again')}
    </Button>
  )
}
