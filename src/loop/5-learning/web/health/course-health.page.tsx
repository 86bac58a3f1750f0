import { useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, ErrorState, ForbiddenState, LinkButton, Page, SkeletonRows, Stack, Table } from '#ui'
import { type CourseHealth, getCourseHealth } from '../../health.contract.ts'
import { useText } from '../text.ts'
import { ScoreView, TrendView } from './score-view.tsx'
import './health.css'

/** For an author and those who lead: what readers say of a course and its steps, how sure that is, and whether it changes. */
export function Component() {
  const t = useText()
  const { courseId = '' } = useParams()
  const topics = [`course:${courseId}`, `talk:${courseId}`]
  const read = useRead(getCourseHealth, { params: { courseId } }, { topics })
  const toCourse = <LinkButton href={linkTo(paths.course, { courseId })}>{t('learning.toCourse')}</LinkButton>
  const title = t('learning.health.title', { title: read.data?.course.title ?? '' })
  return (
    <Page
      title={title}
      lead={read.data && t('learning.health.told', { fewest: read.data.fewest })}
      width="middle"
      breadcrumbs={[
        {
          label: read.data?.course.title ?? t('learning.toCourse'),
          href: linkTo(paths.course, { courseId }),
        },
      ]}
    >
      {read.isPending ? (
        <SkeletonRows />
      ) : read.error?.problem.status === 403 ? (
        <ForbiddenState action={toCourse}>{read.error.message}</ForbiddenState>
      ) : read.error ? (
        <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
      ) : (
        <Told health={read.data} />
      )}
    </Page>
  )
}

function Told({ health: { course, score, steps } }: { health: CourseHealth }) {
  const t = useText()
  return (
    <Stack gap={24}>
      <Card title={t('learning.health.whole')}>
        <Stack gap={12}>
          <ScoreView score={score} of={course.title} />
          <TrendView score={score} />
          {score && <p className="ui-muted">{t('learning.health.people', { count: score.people })}</p>}
        </Stack>
      </Card>
      <Card title={t('learning.health.steps')}>
        {steps.some((step) => step.score) ? (
          <Steps steps={steps} />
        ) : (
          <p className="ui-muted">{t('learning.health.noStep')}</p>
        )}
      </Card>
      <p className="ui-muted">{t('learning.health.how')}</p>
    </Stack>
  )
}

function Steps({ steps }: Pick<CourseHealth, 'steps'>) {
  const t = useText()
  return (
    <Table
      caption={t('learning.health.steps')}
      isCaptionHidden
      rows={steps}
      rowId={({ id }) => id}
      columns={[
        { id: 'title', title: t('learning.insight.step'), cell: (step) => step.title },
        {
          id: 'score',
          title: t('learning.health.score'),
          cell: (step) => (
            <span className="health-told">
              <ScoreView score={step.score} of={step.title} />
              <TrendView score={step.score} />
            </span>
          ),
        },
      ]}
    />
  )
}
