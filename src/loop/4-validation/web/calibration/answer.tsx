import { Callout, Chip } from '#ui'
import type { Comparison, Mark } from '../../calibration.contract.ts'
import { useText } from '../text.ts'
import { OwnMark } from './mark-place.tsx'

interface AnswerProps {
  comparison: Comparison
  place: string
  mark: Mark | undefined
}

/** What is known to be wrong here, and what one said oneself. Nothing where neither is. */
export function Answer({ comparison, place, mark }: AnswerProps) {
  const t = useText()
  const known = comparison.defects.filter((one) => one.place === place)
  const isMore = comparison.more.some((one) => one.place === place)
  if (known.length === 0 && !mark) return null
  return (
    <div className="practice-beside" data-mark={true}>
      {known.map((defect) => (
        <Callout
          key={defect.what}
          tone={defect.how === 'missed' ? 'warning' : 'success'}
          title={t(`validation.practice.how.${defect.how}`)}
        >
          <p className="practice-words">{defect.what}</p>
        </Callout>
      ))}
      {mark && <OwnMark mark={mark} />}
      {isMore && <Chip>{t('validation.practice.notKnown')}</Chip>}
    </div>
  )
}
