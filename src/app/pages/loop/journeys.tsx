import type { z } from 'zod'
import type { journey, stages } from '#impact/contract.ts'
import { type Counted, isAddedUp, useImpactText } from '#impact/web/index.tsx'
import { linkTo, paths } from '#paths'
import { EmptyState, Link, Table, type TableColumn, Time, useNumber } from '#ui'

export type CountedStage = (typeof stages)[number]
type Journey = z.output<typeof journey>

interface JourneysProps {
  rows: Journey[]
  stage: CountedStage
  title: string
  timed: Required<Counted>['timed']
}

const linkOf = ({ courseId, needId }: Journey, stage: CountedStage): string =>
  courseId && stage !== 'need'
    ? linkTo(paths.course, { courseId })
    : linkTo(paths.need, { needId: needId ?? '' })

/** The needs and courses that a number counts, each with its part of what they add up to. */
export function Journeys({ rows, stage, title, timed }: JourneysProps) {
  const t = useImpactText()
  const number = useNumber({ maximumFractionDigits: 1 })
  const columns: TableColumn<Journey>[] = [
    {
      id: 'what',
      title: t('impact.col.what'),
      cell: (row) =>
        row.courseId || row.needId ? (
          <Link href={linkOf(row, stage)}>{row.title}</Link>
        ) : (
          t('impact.unpublished')
        ),
    },
    { id: 'when', title: t('impact.col.when'), cell: ({ reachedAt }) => <Time at={reachedAt} /> },
  ]
  if (isAddedUp(stage))
    columns.push({
      id: 'amount',
      title: t(`impact.col.amount.${stage}`),
      align: 'end',
      cell: ({ amount }) => number(amount),
    })
  if (stage !== 'need')
    columns.push({
      id: 'days',
      title: t(timed === 'whole' ? 'impact.col.sinceNeed' : 'impact.col.since'),
      align: 'end',
      cell: ({ days }) => (days === null ? t('impact.noTime') : number(days)),
    })
  return (
    <Table
      caption={title}
      isCaptionHidden
      rows={rows}
      rowId={({ id }) => id}
      empty={<EmptyState title={t('impact.listEmpty')} isSmall />}
      columns={columns}
    />
  )
}
