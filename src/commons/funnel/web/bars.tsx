import type { CSSProperties } from 'react'
import { Figure, useNumber } from '#ui'
import type { FunnelStage } from '../contract.ts'
import { named } from '../stages.ts'
import { useText } from './text.ts'

export type Named = (typeof named)[number]
const isNamed = (stage: string): stage is Named => named.some((one) => one === stage)

interface BarsProps {
  stages: readonly FunnelStage[]
  people: number
  onShow: (stage: Named) => void
}

/** A bar for each stage, as long as the share of those who came in; each leads to its people, where they are told. */
export function Bars({ stages, people, onShow }: BarsProps) {
  const t = useText()
  return (
    <ol className="leader-funnel" aria-label={t('funnel.title')}>
      {stages.map((one) => (
        <li key={one.stage}>
          <span className="leader-funnel-name">{t(`funnel.stage.${one.stage}`)}</span>
          <span className="leader-funnel-count">
            <Count stage={one} onShow={onShow} />
          </span>
          <span
            className="leader-funnel-bar"
            style={{ '--share': (one.count ?? 0) / Math.max(1, people) } as CSSProperties}
            aria-hidden="true"
          />
          <span className="leader-funnel-since">
            <Since stage={one} stages={stages} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** How many, leading to who. */
export function Count({
  stage: { stage, count },
  onShow,
}: {
  stage: FunnelStage
  onShow: BarsProps['onShow']
}) {
  const t = useText()
  const number = useNumber()
  const label = t('funnel.who', { stage: t(`funnel.stage.${stage}`) })
  if (count === null) return t('funnel.notCounted')
  return (
    <Figure label={label} onShow={count > 0 && isNamed(stage) ? () => onShow(stage) : undefined}>
      {number(count)}
    </Figure>
  )
}

/** How many of those from the stage before, and how long that took them. */
function Since({
  stage: { since, ofSince, medianDays, count },
  stages,
}: {
  stage: FunnelStage
  stages: readonly FunnelStage[]
}) {
  const t = useText()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const whole = stages.find(({ stage }) => stage === since)?.count ?? 0
  if (since === null || count === null || whole === 0) return null
  const share = percent(ofSince / whole)
  return (
    <>
      {t('funnel.ofSince', { share, since: t(`funnel.stage.${since}`) })}
      {medianDays !== null && <> · {t('funnel.days', { days: roundedDays(medianDays) })}</>}
    </>
  )
}

export const roundedDays = (days: number): number =>
  days < 10 ? Math.round(days * 10) / 10 : Math.round(days)
