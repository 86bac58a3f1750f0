import { ShieldCheck } from 'lucide-react'
import { useRead } from '#platform/web/use'
import { useDate } from '#ui'
import { getLastVerified } from '#validation/contract.ts'
import { useText } from '../text.ts'

/** When somebody last stood for what is published, and who, as long as they are here. */
export function Verified({ courseId }: { courseId: string }) {
  const t = useText()
  const date = useDate('day')
  const read = useRead(
    getLastVerified,
    { params: { courseId } },
    { topics: [`course:${courseId}`, 'reviews'] },
  )
  const last = read.data?.last
  if (!last) return null
  return (
    <p className="course-verified">
      <ShieldCheck size={18} aria-hidden="true" />
      <span>
        {last.by
          ? t('learning.health.verifiedBy', { name: last.by.name, date: date(last.at) })
          : t('learning.health.verified', { date: date(last.at) })}
      </span>
    </p>
  )
}
