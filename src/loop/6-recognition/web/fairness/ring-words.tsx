import { useDate, useNumber } from '#ui'
import type { RingFlag } from '../../fairness.contract.ts'
import { useText } from './text.ts'

type Evidence = Pick<RingFlag, 'since' | 'until' | 'points' | 'allPoints' | 'grounded'>

/** What else is known of a circle, in sentences after the first. */
export function RingWords({ since, until, points, allPoints, grounded }: Evidence) {
  const t = useText()
  const date = useDate()
  const number = useNumber()
  return (
    <>
      {allPoints > 0
        ? t('fairness.ring.points', { points: number(points), allPoints })
        : t('fairness.ring.noPoints')}{' '}
      {t('fairness.ring.since', { since: date(since), until: date(until) })}{' '}
      {t('fairness.ring.grounded', { grounded })}
    </>
  )
}
