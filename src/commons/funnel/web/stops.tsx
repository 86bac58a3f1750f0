import { Fragment } from 'react'
import { Card, Figure, Table, useNumber } from '#ui'
import type { FunnelStop } from '../contract.ts'
import { isNamedStop, whys } from '../stages.ts'
import type { Whom } from './people-dialog.tsx'
import { useText } from './text.ts'

interface StopsProps {
  stops: readonly FunnelStop[]
  onShow: (whom: Whom) => void
}

/** Where people stop, and as far as it is known and may be told why; each figure leads to its people, where they are told. */
export function Stops({ stops, onShow }: StopsProps) {
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
          {
            ...{ id: 'count', title: t('funnel.col.people'), align: 'end' },
            cell: ({ stage, count }) => (
              <Figure
                label={t('funnel.whoStopped', { stage: t(`funnel.stage.${stage}`) })}
                onShow={() => onShow({ stopped: stage })}
              >
                {number(count)}
              </Figure>
            ),
          },
          { id: 'why', title: t('funnel.col.why'), cell: (stop) => <Why {...{ stop, onShow }} /> },
        ]}
      />
    </Card>
  )
}

function Why({ stop: { stage, why }, onShow }: { stop: FunnelStop; onShow: StopsProps['onShow'] }) {
  const t = useText()
  if (why === null) return <span className="ui-muted">{t('funnel.whyUntold')}</span>
  return whys
    .filter((one) => why[one])
    .map((one, at) => {
      const said = t(`funnel.why.${one}`, { count: why[one] ?? 0 })
      return (
        <Fragment key={one}>
          {at > 0 && ' · '}
          <Figure
            label={t('funnel.whoStopped', { stage: t(`funnel.stage.${stage}`) })}
            onShow={isNamedStop(stage, one) ? () => onShow({ stopped: stage, why: one }) : undefined}
          >
            {said}
          </Figure>
        </Fragment>
      )
    })
}
