import { List, useNumber } from '#ui'
import type { Review } from '../../contract.ts'
import { scoreOf } from '../../criteria/score.ts'
import type { Judgement } from '../../criteria.contract.ts'
import { useNameOf } from '../names.ts'
import { useText } from '../text.ts'
import { useCriterionWords, useLevelName } from './words.ts'
import './rubric.css'

/** On which level a course is on each criterion, as each who gave their verdict judged, and over all. */
export function Judged({ round }: { round: Pick<Review, 'criteria' | 'judgements'> }) {
  const t = useText()
  const number = useNumber({ maximumFractionDigits: 1 })
  const wordsOf = useCriterionWords()
  const mean = scoreOf(round.criteria, round.judgements)
  const judged = round.criteria.map((criterion) => ({
    criterion,
    some: round.judgements.filter((one) => one.criterion === criterion.key),
  }))
  return (
    <>
      <List className="rubric-result" label={t('validation.rubric.result')}>
        {judged
          .filter(({ some }) => some.length > 0)
          .map(({ criterion, some }) => (
            <li key={criterion.key}>
              <strong>{wordsOf(criterion).name}</strong>
              <Said some={some} />
            </li>
          ))}
      </List>
      {mean !== null && <p className="review-quiet">{t('validation.rubric.mean', { mean: number(mean) })}</p>}
    </>
  )
}

/** What each reviewer judged of one criterion, and why. */
export function Said({ some }: { some: readonly Judgement[] }) {
  const t = useText()
  const nameOf = useNameOf()
  const levelName = useLevelName()
  return some.map(({ member, level, note }) => (
    <p key={member.id} className="review-quiet">
      {t('validation.rubric.others', { name: nameOf(member), level: levelName(level) })}
      {note && <span className="rubric-note">{note}</span>}
    </p>
  ))
}
