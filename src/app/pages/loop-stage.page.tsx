import { useParams, useSearchParams } from 'react-router'
import type { z } from 'zod'
import { type journey, listJourneys, stages } from '#impact/contract.ts'
import { useImpactText } from '#impact/web/index.tsx'
import { linkTo, paths } from '#paths'
import { useList } from '#platform/web/use'
import {
  Button,
  EmptyState,
  ErrorState,
  Link,
  NotFoundState,
  Page,
  SkeletonRows,
  Table,
  Time,
  useNumber,
} from '#ui'

type Stage = (typeof stages)[number]

/** What one number of the funnel counts. */
export function Component() {
  const { stage: asked } = useParams()
  const stage = stages.find((one) => one === asked)
  return stage ? <Counted stage={stage} /> : <NotFoundState />
}

function Counted({ stage }: { stage: Stage }) {
  const t = useImpactText()
  const [search] = useSearchParams()
  const days = Number(search.get('days') ?? 90)
  const list = useList(listJourneys, { params: { stage }, query: { days } }, { topics: ['loop'] })
  const title = t('impact.list', { stage: t(`impact.stage.${stage}`) })
  const back = linkTo(paths.loop, {}, { query: { days: String(days) } })
  return (
    <Page title={title} breadcrumbs={[{ label: t('impact.back'), href: back }]}>
      {list.isPending ? (
        <SkeletonRows hasFace={false} />
      ) : list.error ? (
        <ErrorState onRetry={() => void list.refetch()}>{list.error.problem.detail}</ErrorState>
      ) : (
        <Journeys rows={list.items} stage={stage} title={title} />
      )}
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('impact.more')}
        </Button>
      )}
    </Page>
  )
}

type Journey = z.output<typeof journey>

const linkOf = ({ courseId, needId }: Journey, stage: Stage): string =>
  courseId && stage !== 'need'
    ? linkTo(paths.course, { courseId })
    : linkTo(paths.need, { needId: needId ?? '' })

function Journeys({ rows, stage, title }: { rows: Journey[]; stage: Stage; title: string }) {
  const t = useImpactText()
  const number = useNumber({ maximumFractionDigits: 1 })
  return (
    <Table
      caption={title}
      isCaptionHidden
      rows={rows}
      rowId={({ id }) => id}
      empty={<EmptyState title={t('impact.listEmpty')} isSmall />}
      columns={[
        {
          id: 'what',
          title: t('impact.col.what'),
          cell: (row) =>
            row.courseId || row.needId ? (
              <Link href={linkOf(row, stage)}>{row.title}</Link>
            ) : (
              t('impact.unpublished')
            ),
        },
        { id: 'when', title: t('impact.col.when'), cell: ({ reachedAt }) => <Time at={reachedAt} /> },
        {
          id: 'days',
          title: t('impact.col.days'),
          align: 'end',
          cell: ({ daysSinceBefore }) =>
            daysSinceBefore === null ? t('impact.noTime') : number(daysSinceBefore),
        },
      ]}
    />
  )
}
