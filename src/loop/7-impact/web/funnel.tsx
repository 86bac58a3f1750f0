import type { CSSProperties } from 'react'
import { Card, Disclosure, Link, useNumber } from '#ui'
import { countedLink, type LoopOf } from './links.ts'
import { Detail, Later, type Stage, type StageProps } from './stage-numbers.tsx'
import { StageTable } from './stage-table.tsx'
import { useText } from './text.ts'
import './funnel.css'

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

function StageStone({ stage, isFirst, share, of }: StageProps & { isFirst: boolean; share: number }) {
  const t = useText()
  const number = useNumber()
  const { stage: name, count } = stage
  return (
    <li className="funnel-stage" data-stage={name}>
      <span className="funnel-time">{isFirst ? t('impact.start') : <Later stage={stage} of={of} />}</span>
      <span className="funnel-stone" style={{ '--share': share } as CSSProperties} aria-hidden="true" />
      <Link href={countedLink(name, of)} isQuiet className="funnel-count">
        {number(count)} <span>{t(`impact.stage.${name}`)}</span>
      </Link>
      <span className="funnel-detail">
        <Detail stage={stage} of={of} isQuiet />
      </span>
    </li>
  )
}
