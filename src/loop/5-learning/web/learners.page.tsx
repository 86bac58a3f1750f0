import { useParams } from 'react-router'
import { getCourse } from '#course/contract.ts'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Card,
  EmptyState,
  ErrorState,
  ForbiddenState,
  Grid,
  LinkButton,
  Page,
  SkeletonRows,
  Stack,
  Stat,
  useNumber,
} from '#ui'
import { getInsight, type Insight } from '../contract.ts'
import { Finding } from './insight-finding.tsx'
import { Learners } from './insight-learners.tsx'
import { Questions, Steps } from './insight-tables.tsx'
import { useWho, WhoPage, whoLink } from './insight-who.tsx'
import { useText } from './text.ts'
import './insight.css'

/** For an author: who learned what, where they stopped, and what they missed. */
export function Component() {
  const t = useText()
  const { courseId = '' } = useParams()
  const params = { courseId }
  const course = useRead(getCourse, { params }, { topics: [`course:${courseId}`] })
  const insight = useRead(getInsight, { params }, { topics: [`course:${courseId}`] })
  const who = useWho(insight.data ?? { steps: [] })
  const title = t('learning.insight.title', { title: course.data?.title ?? '' })
  if (who && course.data && insight.data)
    return <WhoPage course={course.data} insight={insight.data} who={who} />
  return (
    <Page
      title={title}
      actions={
        insight.data && (
          <LinkButton href={linkTo(paths.courseHealth, params)}>{t('learning.health.said')}</LinkButton>
        )
      }
      lead={
        insight.data && insight.data.started > 0 && <Finding courseId={courseId} insight={insight.data} />
      }
      breadcrumbs={[{ label: course.data?.title ?? '', href: linkTo(paths.course, params) }]}
    >
      {insight.isPending ? (
        <SkeletonRows />
      ) : insight.error?.problem.status === 403 ? (
        <ForbiddenState
          action={<LinkButton href={linkTo(paths.course, params)}>{t('learning.toCourse')}</LinkButton>}
        >
          {insight.error.message}
        </ForbiddenState>
      ) : insight.error ? (
        <ErrorState onRetry={() => void insight.refetch()}>{insight.error.message}</ErrorState>
      ) : insight.data.started === 0 ? (
        <EmptyState title={t('learning.insight.empty')} />
      ) : (
        <Stack gap={24}>
          <Totals courseId={courseId} insight={insight.data} />
          <Steps courseId={courseId} insight={insight.data} />
          <Questions insight={insight.data} />
          <Learners courseId={courseId} steps={insight.data.steps.length} />
        </Stack>
      )}
    </Page>
  )
}

function Totals({ courseId, insight }: { courseId: string; insight: Insight }) {
  const t = useText()
  const number = useNumber()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const share = percent(insight.completed / Math.max(1, insight.started))
  return (
    <Grid>
      <Card>
        <Stat
          label={t('learning.insight.started')}
          value={number(insight.started)}
          href={whoLink(courseId, { who: 'started' })}
        />
      </Card>
      <Card>
        <Stat
          label={t('learning.insight.completed')}
          value={number(insight.completed)}
          compared={t('learning.insight.rate', { percent: share })}
          href={whoLink(courseId, { who: 'completed' })}
        />
      </Card>
    </Grid>
  )
}
