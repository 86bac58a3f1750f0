import { Disclosure, Table, useNumber } from '#ui'
import type { FunnelStage } from '../contract.ts'
import { Count, type Named, roundedDays } from './bars.tsx'
import { useText } from './text.ts'

/** The same as a table. */
export function StageTable({
  stages,
  onShow,
}: {
  stages: readonly FunnelStage[]
  onShow: (stage: Named) => void
}) {
  const t = useText()
  const number = useNumber()
  return (
    <Disclosure title={t('funnel.table')}>
      <Table
        caption={t('funnel.title')}
        isCaptionHidden
        rows={stages}
        rowId={({ stage }) => stage}
        columns={[
          { id: 'stage', title: t('funnel.col.stage'), cell: ({ stage }) => t(`funnel.stage.${stage}`) },
          {
            ...{ id: 'count', title: t('funnel.col.people'), align: 'end' },
            cell: (stage) => <Count {...{ stage, onShow }} />,
          },
          {
            ...{ id: 'since', title: t('funnel.col.ofSince'), align: 'end' },
            cell: ({ since, ofSince, count }) => (since === null || count === null ? '' : number(ofSince)),
          },
          {
            ...{ id: 'days', title: t('funnel.col.days'), align: 'end' },
            cell: ({ medianDays }) => (medianDays === null ? '' : number(roundedDays(medianDays))),
          },
        ]}
      />
    </Disclosure>
  )
}
