import { useParams } from 'react-router'
import { getCourse } from '#course/contract.ts'
import { linkTo, paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import {
  Bar,
  Button,
  Card,
  Chip,
  EmptyState,
  ErrorState,
  Grid,
  Link,
  Page,
  SkeletonRows,
  Stack,
  Stat,
  Table,
  Time,
  useNumber,
} from '#ui'
import { getInsight, type Insight, listLearners } from '../contract.ts'
import { useText } from './text.ts'

/** For an author: who learned what, where they stopped, and what they missed. */
export function Component() {
  const t = useText()
  const { courseId = '' } = useParams()
  const params = { courseId }
  const course = useRead(getCourse, { params }, { topics: [`course:${courseId}`] })
  const insight = useRead(getInsight, { params }, { topics: [`course:${courseId}`] })
  const title = t('learning.insight.title', { title: course.data?.title ?? '' })
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: course.data?.title ?? '', href: linkTo(paths.course, params) }]}
    >
      {insight.isPending ? (
        <SkeletonRows />
      ) : insight.error ? (
        <ErrorState onRetry={() => void insight.refetch()}>{insight.error.problem.detail}</ErrorState>
      ) : insight.data.started === 0 ? (
        <EmptyState title={t('learning.insight.empty')} />
      ) : (
        <Stack gap={24}>
          <Totals insight={insight.data} />
          <Steps insight={insight.data} />
          <Questions insight={insight.data} />
          <Learners courseId={courseId} />
        </Stack>
      )}
    </Page>
  )
}

function Totals({ insight }: { insight: Insight }) {
  const t = useText()
  const number = useNumber()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const share = percent(insight.completed / Math.max(1, insight.started))
  return (
    <Grid>
      <Card>
        <Stat label={t('learning.insight.started')} value={number(insight.started)} />
      </Card>
      <Card>
        <Stat
          label={t('learning.insight.completed')}
          value={number(insight.completed)}
          compared={t('learning.insight.rate', { percent: share })}
        />
      </Card>
    </Grid>
  )
}

function Steps({ insight }: { insight: Insight }) {
  const t = useText()
  const number = useNumber()
  return (
    <Card title={t('learning.insight.steps')}>
      <Table
        caption={t('learning.insight.steps')}
        isCaptionHidden
        rows={insight.steps}
        rowId={({ id }) => id}
        columns={[
          { id: 'title', title: t('learning.insight.step'), cell: ({ title }) => title },
          {
            id: 'reached',
            title: t('learning.insight.reached'),
            cell: ({ title, reached }) => (
              <Bar label={title} value={reached} max={insight.started} valueText={number(reached)} />
            ),
          },
          {
            id: 'count',
            title: t('learning.insight.reached'),
            align: 'end',
            cell: ({ reached }) => number(reached),
          },
          {
            id: 'stopped',
            title: t('learning.insight.stopped'),
            align: 'end',
            cell: ({ stopped }) => number(stopped),
          },
        ]}
      />
    </Card>
  )
}

function Questions({ insight }: { insight: Insight }) {
  const t = useText()
  const number = useNumber()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  if (insight.questions.length === 0) return <p className="ui-muted">{t('learning.insight.noQuestions')}</p>
  return (
    <Card title={t('learning.insight.questions')}>
      <Table
        caption={t('learning.insight.questions')}
        isCaptionHidden
        rows={insight.questions}
        rowId={({ blockId }) => blockId}
        columns={[
          { id: 'prompt', title: t('learning.insight.question'), cell: ({ prompt }) => prompt },
          {
            id: 'people',
            title: t('learning.insight.people'),
            align: 'end',
            cell: ({ people }) => number(people),
            sortBy: ({ people }) => people,
          },
          {
            id: 'correct',
            title: t('learning.insight.correct'),
            align: 'end',
            cell: ({ people, correct }) => percent(correct / Math.max(1, people)),
            sortBy: ({ people, correct }) => correct / Math.max(1, people),
          },
        ]}
      />
    </Card>
  )
}

function Learners({ courseId }: { courseId: string }) {
  const t = useText()
  const learners = useList(listLearners, { params: { courseId } }, { topics: [`course:${courseId}`] })
  return (
    <Card title={t('learning.insight.learners')}>
      <Table
        caption={t('learning.insight.learners')}
        isCaptionHidden
        rows={learners.items}
        rowId={({ member }) => member.id}
        columns={[
          {
            id: 'name',
            title: t('learning.insight.name'),
            cell: ({ member }) => (
              <Link href={linkTo(paths.member, { memberId: member.id })}>{member.name}</Link>
            ),
          },
          {
            id: 'where',
            title: t('learning.insight.where'),
            cell: ({ completedAt, stepTitle }) =>
              completedAt ? <Chip tone="success">{t('learning.insight.doneChip')}</Chip> : stepTitle,
          },
          { id: 'seen', title: t('learning.insight.seen'), cell: ({ seenAt }) => <Time at={seenAt} /> },
        ]}
      />
      {learners.hasNextPage && (
        <Button isPending={learners.isFetchingNextPage} onPress={() => void learners.fetchNextPage()}>
          {t('learning.more')}
        </Button>
      )}
    </Card>
  )
}
