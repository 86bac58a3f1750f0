import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Card, Link, Row } from '#ui'
import { listMyRedemptions } from '../../redemption.contract.ts'
import { RewardsLink } from './rewards-link.tsx'
import { useText } from './text.ts'
import { usePoints } from './use-points.ts'

/** One's points, and the ways to what they are redeemed for; nothing where no points are given and nothing was redeemed. */
export function MyPoints() {
  const t = useText()
  const mine = usePoints()
  const redeemed = useRead(listMyRedemptions, { query: { limit: 1 } }, { topics: ['redemptions'] })
  const hasSome = (redeemed.data?.items.length ?? 0) > 0
  if (!mine || !(mine.areGiven || hasSome)) return null
  return (
    <Card title={t('reward.own')}>
      <p>{t('reward.have', { count: mine.points })}</p>
      <Row>
        <Link href={paths.points}>{t('reward.movements')}</Link>
        <RewardsLink />
        {hasSome && <Link href={paths.myRedemptions}>{t('redemption.mine')}</Link>}
      </Row>
    </Card>
  )
}
