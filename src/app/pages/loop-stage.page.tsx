import { useParams } from 'react-router'
import type { z } from 'zod'
import { getLoop, type journey, listJourneys, stages } from '#impact/contract.ts'
import { useImpactText } from '#impact/web/index.tsx'
import { linkTo, paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
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
import { useLoopOf } from './loop/use-loop-of.ts'

type Stage = (typeof stages)[number]

/** What one number of the funnel counts. */
export function Component() {
  const { stage: asked } = useParams()
  const stage = stages.find((one) => one === asked)
  return stage ? <Counted stage={stage} /> : <NotFoundState />
}

function Counted({ stage }: { stage: Stage }) {
  const t = useImpactText()
  const { of, query, group } = useLoopOf()
  const list = useList(listJourneys, { params: { stage }, query }, { topics: ['loop'] })
  const loop = useRead(getLoop, { query }, { topics: ['loop'] })
  const count = loop.data?.stages.find((one) => one.stage === stage)?.count
  const title = t('impact.list', { stage: t(`impact.stage.${stage}`) })
  const back = linkTo(paths.loop, {}, { query: { days: of.days, ...(of.groupId && { group: of.groupId }) } })
  const told = { count: count ?? 0, period: of.days }
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: t('impact.back'), href: back }]}
      lead={
        count !== undefined &&
        (group ? t('impact.listLeadIn', { ...told, group: group.name }) : t('impact.listLead', told))
      }
    >
      {list.isPending ? (
        <SkeletonRows hasFace={false} />
      ) : list.error ? (
        <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
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
          title: t('impact.col.since'),
          align: 'end',
          cell: ({ daysSinceBefore }) =>
            daysSinceBefore === null ? t('impact.noTime') : number(daysSinceBefore),
        },
      ]}
    />
  )
}
