import { Disclosure, Table, useNumber } from '#ui'
import type { Share } from '../../figures.contract.ts'
import { useText } from './text.ts'

const size = 100

/** A curve through the shares of people from the lowest on, in a square from 0 to 100. */
const pathOf = (curve: readonly number[]): string =>
  curve
    .map((value, at) => `${at === 0 ? 'M' : 'L'}${(size * at) / (curve.length - 1)} ${size * (1 - value)}`)
    .join(' ')

interface Lines {
  thanks: Share | null
  points: Share | null
}

/** Which share of thanks and of points the lowest parts of people received, against all alike; drawn, and as a table. */
export function Lorenz({ thanks, points }: Lines) {
  const t = useText()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const curves = [
    { id: 'thanks' as const, curve: thanks?.lorenz ?? null },
    { id: 'points' as const, curve: points?.lorenz ?? null },
  ].filter(({ curve }) => curve !== null)
  const steps = curves[0]?.curve?.length ?? 0
  if (steps === 0) return <p className="ui-muted">{t('fairness.share.tooFew')}</p>
  const rows = Array.from({ length: steps }, (_, at) => ({
    part: at / (steps - 1),
    thanks: thanks?.lorenz?.[at] ?? null,
    points: points?.lorenz?.[at] ?? null,
  })).slice(1)
  const shown = (value: number | null) => (value === null ? t('fairness.untold') : percent(value))
  return (
    <>
      <figure className="fairness-lorenz">
        <svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={t('fairness.share.picture')}>
          <path className="fairness-frame" d={`M0 0 V${size} H${size}`} />
          <path className="fairness-alike" d={`M0 ${size} L${size} 0`} />
          {curves.map(({ id, curve }) => (
            <path key={id} data-line={id} d={pathOf(curve ?? [])} />
          ))}
        </svg>
        <figcaption>
          <span data-line="alike">{t('fairness.share.alike')}</span>
          {curves.map(({ id }) => (
            <span key={id} data-line={id}>
              {t(`fairness.share.${id}`)}
            </span>
          ))}
        </figcaption>
      </figure>
      <Disclosure title={t('fairness.asTable')}>
        <Table
          caption={t('fairness.share.caption')}
          isCaptionHidden
          rows={rows}
          rowId={({ part }) => String(part)}
          columns={[
            {
              id: 'part',
              title: t('fairness.share.part'),
              cell: ({ part }) => t('fairness.share.lowest', { share: percent(part) }),
            },
            {
              id: 'thanks',
              title: t('fairness.share.thanks'),
              align: 'end',
              cell: (row) => shown(row.thanks),
            },
            {
              id: 'points',
              title: t('fairness.share.points'),
              align: 'end',
              cell: (row) => shown(row.points),
            },
          ]}
        />
      </Disclosure>
    </>
  )
}
