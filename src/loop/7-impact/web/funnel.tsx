import type { CSSProperties } from 'react'
import type { z } from 'zod'
import { linkTo, paths } from '#paths'
import { Card, Disclosure, Link, Table, useNumber } from '#ui'
import type { funnelStage } from '../contract.ts'
import { useText } from './text.ts'
import './funnel.css'

type Stage = z.output<typeof funnelStage>

/** Which numbers are shown: of how many days, and of which group; of everyone when none is named. */
export interface LoopOf {
  days: string
  groupId: string
}

/** The seven stages as stones in proportion to what they count, and the same as a table. Each number is a link. */
export function Funnel({ stages, of }: { stages: Stage[]; of: LoopOf }) {
  const t = useText()
  const most = Math.max(1, ...stages.map(({ count }) => count))
  return (
    <>
      <Card>
        <ol className="funnel" aria-label={t('impact.chart')}>
          {stages.map((stage, index) => (
            <StageStone
              key={stage.stage}
              stage={stage}
              isFirst={index === 0}
              share={stage.count / most}
              of={of}
            />
          ))}
        </ol>
      </Card>
      <Disclosure title={t('impact.table')}>
        <StageTable stages={stages} of={of} />
      </Disclosure>
    </>
  )
}

const linkOf = ({ stage }: Stage, of: LoopOf) =>
  linkTo(paths.loopStage, { stage }, { query: { days: of.days, ...(of.groupId && { group: of.groupId }) } })

function StageStone({
  stage,
  isFirst,
  share,
  of,
}: {
  stage: Stage
  isFirst: boolean
  share: number
  of: LoopOf
}) {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  const { stage: name, count, detail, medianDays } = stage
  const rounded = medianDays === null ? null : Math.round(medianDays * 10) / 10
  const later = rounded === null ? t('impact.noTime') : t('impact.later', { days: rounded })
  return (
    <li className="funnel-stage" data-stage={name}>
      <span className="funnel-time">{isFirst ? t('impact.start') : later}</span>
      <span className="funnel-stone" style={{ '--share': share } as CSSProperties} aria-hidden="true" />
      <Link href={linkOf(stage, of)} isQuiet className="funnel-count">
        {number(count)} <span>{t(`impact.stage.${name}`)}</span>
      </Link>
      <span className="funnel-detail">{t(`impact.detail.${name}`, { count: detail })}</span>
    </li>
  )
}

function StageTable({ stages, of }: { stages: Stage[]; of: LoopOf }) {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  return (
    <Table
      caption={t('impact.chart')}
      isCaptionHidden
      rows={stages}
      rowId={({ stage }) => stage}
      columns={[
        {
          id: 'stage',
          title: t('impact.col.stage'),
          cell: (row) => <Link href={linkOf(row, of)}>{t(`impact.stage.${row.stage}`)}</Link>,
        },
        { id: 'count', title: t('impact.col.count'), align: 'end', cell: ({ count }) => number(count) },
        {
          id: 'detail',
          title: t('impact.col.detail'),
          cell: (row) => t(`impact.detail.${row.stage}`, { count: row.detail }),
        },
        { id: 'before', title: t('impact.col.before'), align: 'end', cell: ({ before }) => number(before) },
        {
          id: 'days',
          title: t('impact.col.days'),
          align: 'end',
          cell: ({ medianDays }) => (medianDays === null ? t('impact.noTime') : number(medianDays)),
        },
      ]}
    />
  )
}
