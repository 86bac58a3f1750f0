import { Card, Table, useNumber } from '#ui'
import type { FunnelStop } from '../contract.ts'
import { whys } from '../stages.ts'
import { useText } from './text.ts'

/** Where people stop, and as far as it is known and may be told why. */
export function Stops({ stops }: { stops: readonly FunnelStop[] }) {
  const t = useText()
  const number = useNumber()
  return (
    <Card title={t('funnel.stops')}>
      <Table
        caption={t('funnel.stops')}
        isCaptionHidden
        rows={stops.filter(({ count }) => count > 0)}
        rowId={({ stage }) => stage}
        columns={[
          { id: 'stage', title: t('funnel.col.furthest'), cell: ({ stage }) => t(`funnel.stage.${stage}`) },
          { id: 'count', title: t('funnel.col.people'), align: 'end', cell: ({ count }) => number(count) },
          { id: 'why', title: t('funnel.col.why'), cell: (stop) => <Why stop={stop} /> },
        ]}
      />
    </Card>
  )
}

function Why({ stop: { why } }: { stop: FunnelStop }) {
  const t = useText()
  if (why === null) return <span className="ui-muted">{t('funnel.whyUntold')}</span>
  const said = whys.flatMap((one) => (why[one] ? [t(`funnel.why.${one}`, { count: why[one] })] : []))
  return said.join(' · ')
}
