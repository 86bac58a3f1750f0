import { Sprout } from 'lucide-react'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Callout, Link } from '#ui'
import { listContributions } from '../contribution.contract.ts'
import { useText } from './text.ts'

/** For an author: that something was given to this course and waits for them; nothing otherwise. */
export function ContributionsWait({ courseId }: { courseId: string }) {
  const t = useText()
  const query = { courseId, limit: 10 }
  const read = useRead(listContributions, { query }, { topics: ['contributions'] })
  const { items = [], next } = read.data ?? {}
  if (items.length === 0) return null
  return (
    <Callout icon={Sprout} action={<Link href={paths.contributions}>{t('ladder.readThem')}</Link>}>
      {t('ladder.wait', { count: items.length, hasMore: String(next !== null) as 'true' })}
    </Callout>
  )
}
