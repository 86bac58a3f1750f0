import type { CSSProperties } from 'react'
import { Card, Disclosure, Table, useDate, useNumber } from '#ui'
import type { ReviewFigures } from '../../queue.contract.ts'
import { useText } from '../text.ts'

/** How many rounds were decided in each week: a bar each, and the same as a table. */
export function Weeks({ weeks }: Pick<ReviewFigures, 'weeks'>) {
  const t = useText()
  const number = useNumber()
  const day = useDate()
  const most = Math.max(1, ...weeks.map(({ decided }) => decided))
  const total = weeks.reduce((sum, { decided }) => sum + decided, 0)
  const title = t('validation.queue.decided', { count: total })
  const first = weeks[0]?.from
  return (
    <Card title={title}>
      <figure className="queue-weeks">
        <div className="queue-bars" aria-hidden="true">
          {weeks.map(({ from, decided }) => (
            <div key={from} style={{ '--share': decided / most } as CSSProperties}>
              {decided > 0 && <span>{number(decided)}</span>}
              <i data-none={decided === 0 || undefined} />
            </div>
          ))}
        </div>
        <figcaption>
          <span>{first && t('validation.queue.since', { day: day(first) })}</span>
          <span>{t('validation.queue.today')}</span>
        </figcaption>
      </figure>
      <Disclosure title={t('validation.queue.asTable')}>
        <Table
          caption={title}
          isCaptionHidden
          rows={weeks}
          rowId={({ from }) => from}
          columns={[
            { id: 'week', title: t('validation.queue.week'), cell: ({ from }) => day(from) },
            {
              id: 'decided',
              title: t('validation.queue.decidedIn'),
              align: 'end',
              cell: ({ decided }) => number(decided),
            },
          ]}
        />
      </Disclosure>
    </Card>
  )
}
