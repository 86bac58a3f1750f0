import { Card, Stack, Stat, useNumber } from '#ui'
import type { Fairness, Share } from '../../figures.contract.ts'
import { Lorenz } from './lorenz.tsx'
import { useText } from './text.ts'

type Figures = NonNullable<Fairness['figures']>

/** How thanks and points are shared between people. */
export function Sharing({ thanks, points }: Pick<Figures, 'thanks' | 'points'>) {
  const t = useText()
  return (
    <Card title={t('fairness.share')}>
      <Stack>
        <div className="fairness-stats">
          <OfShare share={thanks} of="thanks" />
          {points && <OfShare share={points} of="points" />}
        </div>
        <p className="ui-muted">{t('fairness.share.explained')}</p>
        <Lorenz thanks={thanks} points={points} />
      </Stack>
    </Card>
  )
}

function OfShare({ share, of }: { share: Share | null; of: 'thanks' | 'points' }) {
  const t = useText()
  const gini = useNumber({ minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  if (!share) return null
  const { total, topTenth } = share
  return (
    <>
      <Stat
        label={t(`fairness.gini.${of}`)}
        value={gini(share.gini)}
        compared={t(`fairness.total.${of}`, { total })}
      />
      <Stat
        label={t(`fairness.top.${of}`)}
        value={topTenth === null ? t('fairness.untold') : percent(topTenth)}
        compared={topTenth === null ? t('fairness.top.tooFew') : undefined}
      />
    </>
  )
}
