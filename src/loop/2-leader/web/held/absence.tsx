import { useRead } from '#platform/web/use'
import { Card, useDate } from '#ui'
import { getMyDetection } from '../../contract.ts'
import { useText } from '../text.ts'

/** When one takes or took no part; nothing where one always has. */
export function Absence() {
  const t = useText()
  const date = useDate()
  const { data } = useRead(getMyDetection, {}, { topics: ['detection'] })
  const { absentSince, absentBefore } = data ?? {}
  if (!absentSince && !absentBefore) return null
  return (
    <Card title={t('leader.part')}>
      <p>
        {absentSince
          ? t('leader.part.absent', { since: date(absentSince) })
          : absentBefore &&
            t('leader.held.absence', { since: date(absentBefore.since), until: date(absentBefore.until) })}
      </p>
    </Card>
  )
}
