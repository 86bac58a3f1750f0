import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Link } from '#ui'
import { listRewards } from '../../reward.contract.ts'
import { useText } from './text.ts'

/** Leads to what points are redeemed for; nothing where nothing is offered to the reader. */
export function RewardsLink() {
  const t = useText()
  const read = useRead(listRewards, { query: { limit: 1 } }, { topics: ['rewards'] })
  if (!read.data || read.data.items.length === 0) return null
  return <Link href={paths.rewards}>{t('reward.link')}</Link>
}
