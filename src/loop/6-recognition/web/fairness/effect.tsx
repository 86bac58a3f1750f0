import { useRead } from '#platform/web/use'
import { Card, ErrorState, SkeletonRows, Stack, useNumber } from '#ui'
import { getRecognitionEffect } from '../../figures.contract.ts'
import { useText } from './text.ts'

/** Whether those who were thanked contribute more afterwards, and that this is no cause. */
export function Effect({ query }: { query: { groupId?: string; days: '90' | '365' } }) {
  const t = useText()
  const read = useRead(getRecognitionEffect, { query }, { topics: ['kudos'], keepPrevious: true })
  const number = useNumber({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const signed = useNumber({
    ...{ minimumFractionDigits: 2, maximumFractionDigits: 2 },
    signDisplay: 'exceptZero',
  })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  const effect = read.data?.effect
  return (
    <Card title={t('fairness.effect')}>
      {!read.data ? (
        <SkeletonRows rows={2} hasFace={false} />
      ) : !effect ? (
        <p className="ui-muted">{t('fairness.effect.tooFew')}</p>
      ) : (
        <Stack>
          <p>
            {t('fairness.effect.said', {
              ...{ days: read.data.days, thanked: effect.thanked, compared: effect.compared },
              ...{ after: number(effect.after), without: number(effect.without) },
            })}{' '}
            <strong>
              {t('fairness.effect.difference', {
                difference: signed(effect.difference),
                ...{ low: signed(effect.low), high: signed(effect.high) },
              })}
            </strong>{' '}
            {effect.low <= 0 && effect.high >= 0 && t('fairness.effect.maybeNone')}
          </p>
          <p className="ui-muted">{t('fairness.effect.method')}</p>
        </Stack>
      )}
    </Card>
  )
}
