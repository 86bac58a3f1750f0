import type { CSSProperties } from 'react'
import { useList } from '#platform/web/use'
import {
  Card,
  Disclosure,
  ErrorState,
  ShowMore,
  Stack,
  Table,
  type TableColumn,
  useDate,
  useList as useWordList,
} from '#ui'
import { listBudgetUse, type Stand, type BudgetUse as Use } from '../../budget-use.contract.ts'
import { useAmount } from '../bonus/amount.ts'
import { useText } from './text.ts'

type Budget = Use['budgets'][number]

/** From the bottom to the top of a bar. */
const parts = ['paid', 'approved', 'aside', 'left'] as const
/** The same day wherever it is read. */
const noonOf = (day: string) => `${day}T12:00:00Z`

/** What became of the bonus budgets of a group and those below over the period that runs; nothing where there are none. */
export function BudgetUse({ groupId }: { groupId: string }) {
  const t = useText()
  const list = useList(listBudgetUse, { query: { groupId, limit: 10 } }, { topics: ['bonuses'] })
  const first = list.items[0]
  if (list.error) return <ErrorState onRetry={() => void list.refetch()}>{list.error.message}</ErrorState>
  if (!first) return null
  return (
    <Card title={t('fairness.budgets')}>
      <Stack gap={24}>
        <div>
          <p>{t('fairness.budgets.said', { period: first.period })}</p>
          <p className="fairness-legend">
            {parts.map((part) => (
              <span key={part} data-part={part}>
                {t(`fairness.budgets.${part}`)}
              </span>
            ))}
          </p>
        </div>
        {list.items.flatMap((use) =>
          use.budgets.map((budget) => (
            <OneBudget key={`${use.group.id} ${budget.unit}`} use={use} budget={budget} />
          )),
        )}
        <ShowMore list={list} />
      </Stack>
    </Card>
  )
}

/** One budget: in words, as bars over time, and as a table. */
function OneBudget({ use, budget }: { use: Use; budget: Budget }) {
  const t = useText()
  const say = useAmount(budget.unit)
  const words = useWordList()
  const { now, kind } = budget
  const name = t('fairness.budgets.of', { group: use.group.name, kind })
  const used = parts.filter((part) => part !== 'left' && now[part] > 0)
  return (
    <section className="fairness-budget" aria-label={name}>
      <h3>{name}</h3>
      <p>
        {t('fairness.budgets.leftOf', { left: say(now.left), amount: say(now.amount) })}{' '}
        {used.length > 0 && (
          <span className="ui-muted">
            {t('fairness.budgets.used', {
              parts: words(used.map((part) => t(`fairness.budgets.${part}Of`, { amount: say(now[part]) }))),
            })}
          </span>
        )}
      </p>
      <Bars use={use} budget={budget} />
      <Disclosure title={t('fairness.asTable')}>
        <StandTable name={name} budget={budget} />
      </Disclosure>
    </section>
  )
}

/** The period from its first to its last day; what is still to come is empty. */
function Bars({ use: { from, to, stretches }, budget: { points } }: { use: Use; budget: Budget }) {
  const date = useDate('date')
  const most = Math.max(1, ...points.map(({ amount }) => amount))
  return (
    <figure className="fairness-months">
      <div className="fairness-bars" data-of="budget" aria-hidden="true">
        {Array.from({ length: stretches }, (_, at) => {
          const point = points[at]
          return <div key={point?.until ?? `to come ${at}`}>{point && <Bar point={point} most={most} />}</div>
        })}
      </div>
      <figcaption>
        <span>{date(noonOf(from))}</span>
        <span>{date(noonOf(to))}</span>
      </figcaption>
    </figure>
  )
}

function Bar({ point, most }: { point: Stand; most: number }) {
  return parts
    .filter((part) => point[part] > 0)
    .toReversed()
    .map((part) => (
      <i key={part} data-part={part} style={{ '--share': point[part] / most } as CSSProperties} />
    ))
}

function StandTable({ name, budget: { unit, points } }: { name: string; budget: Budget }) {
  const t = useText()
  const date = useDate('date')
  const say = useAmount(unit)
  const sums = ['amount', 'aside', 'approved', 'paid', 'left'] as const
  const columns: TableColumn<Budget['points'][number]>[] = [
    {
      id: 'until',
      title: t('fairness.budgets.until'),
      cell: ({ until }) => date(noonOf(until)),
      isName: true,
    },
    ...sums.map((part) => ({
      ...{ id: part, title: t(`fairness.budgets.${part}`), align: 'end' as const },
      cell: (point: Stand) => say(point[part]),
    })),
  ]
  // From when on there was something to tell.
  const begin = points.findIndex((point) => sums.some((part) => point[part] > 0))
  const rows = points.slice(begin === -1 ? -1 : begin)
  return <Table caption={name} isCaptionHidden rows={rows} rowId={({ until }) => until} columns={columns} />
}
