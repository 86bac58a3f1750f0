import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Link } from '#ui'
import { getBonusSettings } from '../../bonus.contract.ts'
import { useText } from './text.ts'

/** The way to the bonuses, where there are any or one may say that there are. */
export function BonusLink() {
  const t = useText()
  const read = useRead(getBonusSettings, {}, { topics: ['bonuses'] })
  if (!read.data?.terms && !read.data?.can.set) return null
  return <Link href={paths.bonuses}>{t('bonus.title')}</Link>
}
