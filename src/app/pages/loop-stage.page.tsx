import { useParams } from 'react-router'
import { getLoop, listJourneys, stages } from '#impact/contract.ts'
import { loopQuery, useImpactText } from '#impact/web/index.tsx'
import { linkTo, paths } from '#paths'
import { useList, useRead } from '#platform/web/use'
import { Card, ErrorState, NotFoundState, Page, ShowMore, SkeletonRows } from '#ui'
import { type CountedStage, Journeys } from './loop/journeys.tsx'
import { useCounted, useLoopOf } from './loop/use-loop-of.ts'
import { WhatIsCounted } from './loop/what-is-counted.tsx'

/** What one number of the funnel counts. */
export function Component() {
  const { stage: asked } = useParams()
  const stage = stages.find((one) => one === asked)
  return stage ? <Counted stage={stage} /> : <NotFoundState />
}

function Counted({ stage }: { stage: CountedStage }) {
  const t = useImpactText()
  const { of, query, group } = useLoopOf()
  const counted = useCounted()
  const list = useList(
    listJourneys,
    { params: { stage }, query: { ...query, ...counted } },
    { topics: ['loop'] },
  )
  const loop = useRead(getLoop, { query }, { topics: ['loop'] })
  const title = t('impact.list', { stage: t(`impact.stage.${stage}`) })
  return (
    <Page
      title={title}
      breadcrumbs={[{ label: t('impact.back'), href: linkTo(paths.loop, {}, { query: loopQuery(of) }) }]}
      lead={
        loop.data && (
          <WhatIsCounted
            loop={loop.data}
            stage={stage}
            counted={counted}
            days={of.days}
            group={group?.name}
          />
        )
      }
    >
      {list.isPending ? (
        <SkeletonRows hasFace={false} />
      ) : list.error ? (
        <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
      ) : (
        <Card>
          <Journeys rows={list.items} stage={stage} title={title} timed={counted.timed} />
        </Card>
      )}
      <ShowMore list={list} />
    </Page>
  )
}
