import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Link } from '#ui'
import { getBoardSettings } from '../../board.contract.ts'
import { useText } from './text.ts'

/** The way to the boards, where there are any or one may say that there are. */
export function BoardLink() {
  const t = useText()
  const read = useRead(getBoardSettings, {}, { topics: ['boards'] })
  if (!read.data || (read.data.mode === 'off' && !read.data.can.set)) return null
  return <Link href={paths.boards}>{t('board.title')}</Link>
}
