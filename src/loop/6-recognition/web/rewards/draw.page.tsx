import { useParams } from 'react-router'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import {
  Callout,
  Card,
  Chip,
  ErrorState,
  LinkButton,
  NotFoundState,
  Page,
  SkeletonPage,
  Stack,
  useDate,
} from '#ui'
import { type Draw, getDraw } from '../../draw.contract.ts'
import { CheckDraw } from './check-draw.tsx'
import { DrawEntries } from './draw-entries.tsx'
import { stateOf } from './draws.tsx'
import { TakePart, Withdrawing } from './take-part.tsx'
import { useText } from './text.ts'
import './rewards.css'

/** One draw: to enter, and afterwards to see who won and to check that it went right. */
export function Component() {
  const t = useText()
  const { drawId = '' } = useParams()
  const read = useRead(getDraw, { params: { drawId } }, { topics: ['draws'] })
  if (read.isPending) return <SkeletonPage />
  if (read.error?.problem.status === 404)
    return (
      <NotFoundState action={<LinkButton href={paths.rewards}>{t('reward.title')}</LinkButton>}>
        {t('draw.notFound')}
      </NotFoundState>
    )
  if (read.error)
    return (
      <ErrorState isPage onRetry={() => void read.refetch()}>
        {read.error.message}
      </ErrorState>
    )
  return <OneDraw draw={read.data} />
}

function OneDraw({ draw }: { draw: Draw }) {
  const t = useText()
  const date = useDate('moment')
  const { reward, pieces, entries, price, closesAt, drawnAt, withdrawn, can } = draw
  const state = stateOf(draw)
  return (
    <Page
      title={t('draw.title', { name: reward.name })}
      lead={t('draw.lead', { pieces, price })}
      breadcrumbs={[{ label: t('reward.title'), href: paths.rewards }]}
      actions={can.withdraw && <Withdrawing draw={draw} />}
      width="narrow"
    >
      <Stack gap={24}>
        <Card>
          <Stack gap={12}>
            <div className="reward-terms">
              <Chip tone={state === 'open' ? 'primary' : 'neutral'}>{t(`draw.state.${state}`)}</Chip>
              <Chip>
                {drawnAt
                  ? t('draw.drawnAt', { time: date(drawnAt) })
                  : t('draw.closing', { time: date(closesAt) })}
              </Chip>
              <Chip>{t('draw.entries', { count: entries })}</Chip>
            </div>
            {reward.about && <p className="reward-about">{reward.about}</p>}
            {withdrawn && (
              <Callout title={t('draw.withdrawnBy', { name: withdrawn.by.name })}>{withdrawn.reason}</Callout>
            )}
            <TakePart draw={draw} />
          </Stack>
        </Card>
        <DrawEntries draw={draw} />
        <CheckDraw draw={draw} />
      </Stack>
    </Page>
  )
}
