import { Link, Table, useNumber } from '#ui'
import { type Counted, countedLink, type LoopOf } from './links.ts'
import { Detail, type Stage } from './stage-numbers.tsx'
import { useText } from './text.ts'

/** The funnel as a table, with the period before beside each stage. */
export function StageTable({ stages, of }: { stages: Stage[]; of: LoopOf }) {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  const counted = (stage: string, value: number, which?: Counted) => (
    <Link href={countedLink(stage, of, which)}>{number(value)}</Link>
  )
  return (
    <Table
      caption={t('impact.chart')}
      isCaptionHidden
      rows={stages}
      rowId={({ stage }) => stage}
      columns={[
        { id: 'stage', title: t('impact.col.stage'), cell: ({ stage }) => t(`impact.stage.${stage}`) },
        {
          id: 'count',
          title: t('impact.col.count'),
          align: 'end',
          cell: ({ stage, count }) => counted(stage, count),
        },
        {
          id: 'detail',
          title: t('impact.col.detail'),
          cell: (row) => <Detail stage={row} of={of} />,
        },
        {
          id: 'before',
          title: t('impact.col.before'),
          align: 'end',
          cell: ({ stage, before }) => counted(stage, before, { when: 'before' }),
        },
        {
          id: 'days',
          title: t('impact.col.days'),
          align: 'end',
          cell: ({ stage, medianDays }) =>
            medianDays === null ? t('impact.noTime') : counted(stage, medianDays, { timed: 'step' }),
        },
      ]}
    />
  )
}
