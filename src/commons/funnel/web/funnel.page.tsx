import { useState } from 'react'
import { paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import {
  Card,
  EmptyState,
  ErrorState,
  ForbiddenState,
  LinkButton,
  Muted,
  Page,
  SkeletonRows,
  Stack,
} from '#ui'
import { getLeaderFunnel, type LeaderFunnel } from '../contract.ts'
import { Bars, type Named } from './bars.tsx'
import { Choices } from './choices.tsx'
import { PeopleDialog, type Whom } from './people-dialog.tsx'
import { StageTable } from './stage-table.tsx'
import { Stops } from './stops.tsx'
import { useText } from './text.ts'
import { type FunnelQuery, useAsked } from './use-asked.ts'
import './funnel.css'

/** The funnel: how far people came on the way to leading, and where they stop. */
export function Component() {
  const t = useText()
  const mayLook = holdsRole(useSession(), 'manager')
  const { asked, query, change } = useAsked()
  const read = useRead(
    getLeaderFunnel,
    { query },
    { topics: ['funnel'], keepPrevious: true, enabled: mayLook },
  )
  return (
    <Page
      title={t('funnel.title')}
      heading={read.data && <Finding funnel={read.data} />}
      lead={t('funnel.lead')}
      breadcrumbs={[{ label: t('funnel.place'), href: paths.lead }]}
    >
      {!mayLook ? (
        <ForbiddenState>{t('funnel.closed')}</ForbiddenState>
      ) : (
        <Stack gap={24}>
          <Choices asked={asked} campaigns={read.data?.campaigns ?? []} onChange={change} />
          {read.error && <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>}
          {read.isPending && <SkeletonRows />}
          {read.data && !read.error && <Shown funnel={read.data} query={query} />}
        </Stack>
      )}
    </Page>
  )
}

/** What the figures say in one sentence: where most of them stop, or where more do than anywhere else. */
function Finding({ funnel: { people, stops } }: { funnel: LeaderFunnel }) {
  const t = useText()
  if (!people) return t('funnel.title')
  const most = stops.reduce((one, other) => (other.count > one.count ? other : one))
  if (most.count === 0) return t('funnel.finding.none')
  if (most.count * 2 > people) return t(`funnel.finding.${most.stage}`)
  return t('funnel.finding.more', { stage: t(`funnel.stage.${most.stage}`) })
}

function Shown({
  funnel: { people, stages, stops, fewest },
  query,
}: {
  funnel: LeaderFunnel
  query: FunnelQuery
}) {
  const t = useText()
  const [shown, setShown] = useState<Whom | null>(null)
  if (people === null)
    return <EmptyState title={t('funnel.untold')}>{t('funnel.untoldText', { fewest })}</EmptyState>
  if (people === 0) return <Empty />
  const showStage = (stage: Named) => setShown({ stage })
  return (
    <>
      <Card title={t('funnel.cameIn', { people })}>
        <Bars {...{ stages, people }} onShow={showStage} />
      </Card>
      <StageTable stages={stages} onShow={showStage} />
      {stops.some(({ count }) => count > 0) && <Stops stops={stops} onShow={setShown} />}
      <Muted>{t('funnel.note')}</Muted>
      {shown && <PeopleDialog whom={shown} query={query} onClose={() => setShown(null)} />}
    </>
  )
}

function Empty() {
  const t = useText()
  const isAdmin = holdsRole(useSession())
  return (
    <EmptyState
      title={t('funnel.empty')}
      action={
        isAdmin ? (
          <LinkButton look="primary" href={paths.campaigns}>
            {t('funnel.toCampaigns')}
          </LinkButton>
        ) : (
          <LinkButton href={paths.lead}>{t('funnel.toLead')}</LinkButton>
        )
      }
    >
      {t('funnel.emptyText')}
    </EmptyState>
  )
}
