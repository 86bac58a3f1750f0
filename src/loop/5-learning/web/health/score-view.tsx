import { Minus, TrendingDown, TrendingUp } from 'lucide-react'
import { Chip, Spread, useNumber } from '#ui'
import type { Score } from '../../health.contract.ts'
import { useText } from '../text.ts'

const trends = {
  better: { icon: TrendingUp, tone: 'success' },
  worse: { icon: TrendingDown, tone: 'warm' },
  same: { icon: Minus, tone: 'neutral' },
  few: { icon: undefined, tone: 'neutral' },
} as const

/** A score with how sure it is; where too few said something, only that. */
export function ScoreView({ score, of }: { score: Score; of: string }) {
  const t = useText()
  const percent = useNumber({ style: 'percent' })
  if (!score) return <span className="ui-muted">{t('learning.health.few')}</span>
  const part = (value: number) => percent(value / 100)
  const between = { share: part(score.share), low: part(score.low), high: part(score.high) }
  return (
    <span className="health-score">
      <Spread
        label={t('learning.health.scoreSaid', { of, ...between })}
        value={score.share / 100}
        low={score.low / 100}
        high={score.high / 100}
      />
      <span aria-hidden="true">
        <strong>{between.share}</strong>{' '}
        <span className="ui-muted">{t('learning.health.between', between)}</span>
      </span>
    </span>
  )
}

/** Whether it changes, and by how much at least and at most. */
export function TrendView({ score }: { score: Score }) {
  const t = useText()
  const points = useNumber({ signDisplay: 'always' })
  if (!score) return null
  const { icon, tone } = trends[score.trend]
  const { difference } = score
  return (
    <span className="health-trend">
      <Chip tone={tone} {...(icon && { icon })}>
        {t(`learning.health.trend.${score.trend}`)}
      </Chip>
      {difference && (
        <span className="ui-muted">
          {t('learning.health.points', { low: points(difference.low), high: points(difference.high) })}
        </span>
      )}
    </span>
  )
}
