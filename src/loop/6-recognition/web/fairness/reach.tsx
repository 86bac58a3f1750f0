import { Bar, Card, Stack, Table, useNumber } from '#ui'
import type { Coverage, Fairness } from '../../figures.contract.ts'
import { useText } from './text.ts'

type Figures = NonNullable<Fairness['figures']>
interface Line extends Coverage {
  id: string
  name: string
}

/** Whom thanks reach: everybody, by group, and by how much of full time they work. */
export function Reach({ coverage, byGroup, byTime }: Pick<Figures, 'coverage' | 'byGroup' | 'byTime'>) {
  const t = useText()
  const { people, never } = coverage
  const times = byTime
    ? (['full', 'part'] as const).map((id) => ({ id, name: t(`fairness.time.${id}`), ...byTime[id] }))
    : []
  return (
    <Card title={t('fairness.reach')}>
      <Stack>
        <p>{t('fairness.reach.said', { never, people })}</p>
        {byGroup.length > 0 && <Lines caption={t('fairness.reach.byGroup')} rows={byGroup} />}
        {byTime ? (
          <Lines caption={t('fairness.reach.byTime')} rows={times} />
        ) : (
          <p className="ui-muted">{t('fairness.reach.noTime')}</p>
        )}
        <p className="ui-muted">{t('fairness.reach.noPlace')}</p>
      </Stack>
    </Card>
  )
}

function Lines({ caption, rows }: { caption: string; rows: readonly Line[] }) {
  const t = useText()
  const number = useNumber()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const reached = ({ people, never }: Coverage) => (people === 0 ? 0 : (people - never) / people)
  return (
    <Table
      caption={caption}
      rows={rows}
      rowId={({ id }) => id}
      columns={[
        {
          ...{ id: 'name', title: t('fairness.reach.who') },
          cell: ({ name }) => name,
          sortBy: ({ name }) => name,
        },
        {
          ...{ id: 'people', title: t('fairness.reach.people'), align: 'end' as const },
          cell: ({ people }) => number(people),
          sortBy: ({ people }) => people,
        },
        {
          ...{ id: 'never', title: t('fairness.reach.never'), align: 'end' as const },
          cell: ({ never }) => number(never),
          sortBy: ({ never }) => never,
        },
        {
          ...{ id: 'reached', title: t('fairness.reach.reached') },
          cell: (row) => (
            <span className="fairness-reached">
              <Bar label={t('fairness.reach.reachedOf', { name: row.name })} value={reached(row)} size="sm" />
              {percent(reached(row))}
            </span>
          ),
          sortBy: reached,
        },
      ]}
    />
  )
}
