import type { CSSProperties } from 'react'
import { Card, Disclosure, EmptyState, Stack, Table, useDate, useNumber } from '#ui'
import type { Fairness, Month } from '../../figures.contract.ts'
import { useText } from './text.ts'

type Figures = NonNullable<Fairness['figures']>

/** What becomes of the points that people may give, month by month: given, and what nobody gave. */
export function BurnDown({ months, allowance }: Pick<Figures, 'months' | 'allowance'>) {
  const t = useText()
  if (allowance === 0 && months.every(({ given }) => given === 0))
    return (
      <Card title={t('fairness.months')}>
        <EmptyState title={t('fairness.months.none')} isSmall>
          {t('fairness.months.noneText')}
        </EmptyState>
      </Card>
    )
  return (
    <Card title={t('fairness.months')}>
      <Stack>
        <p>{t('fairness.months.said', { allowance })}</p>
        <Bars months={months} />
        <Disclosure title={t('fairness.asTable')}>
          <MonthTable months={months} />
        </Disclosure>
      </Stack>
    </Card>
  )
}

/** The middle of a month: it is the same one wherever it is read. */
const middleOf = (month: string) => `${month}-15T12:00:00Z`

function Bars({ months }: { months: readonly Month[] }) {
  const t = useText()
  const date = useDate('month')
  const most = Math.max(1, ...months.map(({ given, unused }) => given + unused))
  const [first, last] = [months[0], months.at(-1)]
  return (
    <figure className="fairness-months">
      <div className="fairness-bars" aria-hidden="true">
        {months.map(({ month, given, unused, isOver }) => (
          <div key={month}>
            <i
              data-part={isOver ? 'expired' : 'left'}
              style={{ '--share': unused / most } as CSSProperties}
            />
            <i data-part="given" style={{ '--share': given / most } as CSSProperties} />
          </div>
        ))}
      </div>
      <figcaption>
        <span>{first && date(middleOf(first.month))}</span>
        <span>{last && date(middleOf(last.month))}</span>
      </figcaption>
      <p className="fairness-legend">
        <span data-part="given">{t('fairness.months.given')}</span>
        <span data-part="expired">{t('fairness.months.expired')}</span>
        <span data-part="left">{t('fairness.months.left')}</span>
      </p>
    </figure>
  )
}

function MonthTable({ months }: { months: readonly Month[] }) {
  const t = useText()
  const number = useNumber()
  const date = useDate('month')
  return (
    <Table
      caption={t('fairness.months')}
      isCaptionHidden
      rows={months}
      rowId={({ month }) => month}
      columns={[
        { id: 'month', title: t('fairness.months.month'), cell: ({ month }) => date(middleOf(month)) },
        {
          ...{ id: 'givers', title: t('fairness.months.givers'), align: 'end' as const },
          cell: ({ givers }) => number(givers),
        },
        {
          ...{ id: 'given', title: t('fairness.months.given'), align: 'end' as const },
          cell: ({ given }) => number(given),
        },
        {
          ...{ id: 'unused', title: t('fairness.months.unused'), align: 'end' as const },
          cell: ({ unused, isOver }) =>
            t(isOver ? 'fairness.months.expiredOf' : 'fairness.months.leftOf', { unused: number(unused) }),
        },
      ]}
    />
  )
}
