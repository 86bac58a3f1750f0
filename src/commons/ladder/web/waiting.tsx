import { Sprout } from 'lucide-react'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Callout, Link } from '#ui'
import { listContributions } from '../contribution.contract.ts'
import { useText } from './text.ts'
import './ladder.css'

const useWaiting = (courseId: string) =>
  useRead(listContributions, { query: { courseId, limit: 10 } }, { topics: ['contributions'] })

/** Whether it is known if `ContributionsWait` says anything: a page that was drawn before would jump when it does. */
export const useAreContributionsKnown = (courseId: string): boolean => !useWaiting(courseId).isPending

/** For an author: that something was given to this course and waits for them; nothing otherwise. */
export function ContributionsWait({ courseId }: { courseId: string }) {
  const t = useText()
  const { items = [], next } = useWaiting(courseId).data ?? {}
  if (items.length === 0) return null
  return (
    <div className="ladder-wait">
      <Callout icon={Sprout} action={<Link href={paths.contributions}>{t('ladder.readThem')}</Link>}>
        {t('ladder.wait', { count: items.length, hasMore: String(next !== null) as 'true' })}
      </Callout>
    </div>
  )
}
