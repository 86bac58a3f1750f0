import { useRead } from '#platform/web/use'
import { Card, Disclosure, ErrorState, Grid, SkeletonRows, Stack, Stat, Table, useDate, useNumber } from '#ui'
import { getPersonalBest } from '../../board.contract.ts'
import { useText } from './text.ts'

/** What one did for others: this week, the best week, and how many in a row. */
export function Yours() {
  const t = useText()
  const number = useNumber()
  const date = useDate('day')
  const read = useRead(getPersonalBest, {}, { topics: ['boards'] })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (!read.data?.own) return <SkeletonRows rows={2} />
  const { week, best, streak, weeks } = read.data.own
  const dayOf = (monday: string) => date(`${monday}T12:00:00Z`)
  return (
    <Card title={t('board.you')}>
      <Stack gap={16}>
        <Grid>
          <Stat value={number(week)} label={t('board.week')} />
          <Stat
            value={number(best?.people ?? 0)}
            label={best ? t('board.best', { date: dayOf(best.week) }) : t('board.best.none')}
          />
          <Stat value={number(streak)} label={t('board.streak')} />
        </Grid>
        <p className="ui-muted">{t('board.streak.hint')}</p>
        {weeks.length > 0 && (
          <Disclosure title={t('board.weeks')}>
            <Table
              caption={t('board.weeks')}
              isCaptionHidden
              rows={weeks.toReversed()}
              rowId={(one) => one.week}
              columns={[
                { id: 'week', title: t('board.weeks.week'), cell: (one) => dayOf(one.week) },
                {
                  ...{ id: 'people', title: t('board.weeks.people'), align: 'end' },
                  cell: ({ people }) => number(people),
                },
              ]}
            />
          </Disclosure>
        )}
      </Stack>
    </Card>
  )
}
