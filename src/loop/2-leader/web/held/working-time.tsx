import { getWorkingTime } from '#people/time.contract.ts'
import { useRead } from '#platform/web/use'
import { Card, ListStatus, useNumber } from '#ui'
import { useText } from '../text.ts'

/** Which share of full time is held of oneself, and what it is for. */
export function WorkingTime({ memberId }: { memberId: string }) {
  const t = useText()
  const number = useNumber({ style: 'percent' })
  const read = useRead(getWorkingTime, { params: { memberId } }, { topics: ['people'] })
  return (
    <Card title={t('leader.held.workingTime')}>
      <ListStatus list={read} rows={1} hasFace={false} />
      {read.data && (
        <p>
          {t('leader.held.workingTimeOf', {
            percent: read.data.percent,
            share: number(read.data.percent / 100),
          })}{' '}
          <span className="ui-muted">{t('leader.held.workingTimeFor')}</span>
        </p>
      )}
    </Card>
  )
}
