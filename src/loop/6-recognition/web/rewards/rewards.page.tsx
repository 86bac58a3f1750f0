import { ClipboardList, Inbox, Plus } from 'lucide-react'
import { paths } from '#paths'
import { holdsRole, useSession } from '#people/web/index.tsx'
import { useList } from '#platform/web/use'
import { Callout, EmptyState, ErrorState, Link, LinkButton, Page, ShowMore, SkeletonCards, Stack } from '#ui'
import { listRewards } from '../../reward.contract.ts'
import { RewardCard } from './reward-card.tsx'
import { useText } from './text.ts'
import { useIsDesigner } from './use-is-designer.ts'
import { usePoints } from './use-points.ts'
import './rewards.css'

/** What one's points can be redeemed for; of each, what is left, and why one cannot have it. */
export function Component() {
  const t = useText()
  const mine = usePoints()
  const isDesigner = useIsDesigner()
  const list = useList(listRewards, {}, { topics: ['rewards', 'accounts', 'redemptions'] })
  const design = isDesigner && (
    <LinkButton href={paths.newReward} look="primary" icon={Plus}>
      {t('reward.new')}
    </LinkButton>
  )
  return (
    <Page
      title={t('reward.title')}
      lead={
        mine && (
          <>
            {t('reward.have', { count: mine.points })}{' '}
            <Link href={paths.points}>{t('reward.movements')}</Link>
          </>
        )
      }
      actions={<Ways />}
    >
      <Stack gap={16}>
        {mine && !mine.areGiven && list.items.length > 0 && (
          <Callout
            title={t('reward.noPoints')}
            action={isDesigner && <LinkButton href={paths.settings}>{t('reward.noPointsSet')}</LinkButton>}
          >
            {t(isDesigner ? 'reward.noPointsAdmin' : 'reward.noPointsText')}
          </Callout>
        )}
        {list.isPending && <SkeletonCards />}
        {list.error && <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>}
        {list.isSuccess && list.items.length === 0 && (
          <EmptyState title={t('reward.none')} action={design}>
            {t(isDesigner ? 'reward.noneAdmin' : 'reward.noneText')}
          </EmptyState>
        )}
        <ul className="reward-wall" aria-label={t('reward.title')}>
          {list.items.map((reward) => (
            <RewardCard key={reward.id} reward={reward} points={mine?.points ?? 0} />
          ))}
        </ul>
        <ShowMore list={list} />
      </Stack>
    </Page>
  )
}

/** To what one asked for, and for those who see to others' requests and to the rewards, there. */
function Ways() {
  const t = useText()
  const session = useSession()
  return (
    <>
      {useIsDesigner() && <LinkButton href={paths.rewardDesigns}>{t('reward.designs')}</LinkButton>}
      {holdsRole(session, 'manager') && (
        <LinkButton href={paths.redemptions} icon={Inbox}>
          {t('redemption.queue')}
        </LinkButton>
      )}
      <LinkButton href={paths.myRedemptions} icon={ClipboardList}>
        {t('redemption.mine')}
      </LinkButton>
    </>
  )
}
