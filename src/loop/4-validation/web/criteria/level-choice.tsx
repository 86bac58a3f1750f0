import { RadioGroup } from '#ui'
import { judgementLevels } from '../../criteria/names.ts'
import { useText } from '../text.ts'
import { useCriterionWords, useLevelName, type Worded } from './words.ts'
import './rubric.css'

interface LevelChoiceProps {
  criterion: Worded
  level: number | null
  onChoose: (level: number) => void
  /** Where the place says already which criterion it is, and what to look at. */
  isNamed?: boolean
}

/** On which level a course is on a criterion: what each is like, with an example. */
export function LevelChoice({ criterion, level, onChoose, isNamed = false }: LevelChoiceProps) {
  const levelName = useLevelName()
  const { name, question, levels } = useCriterionWords()(criterion)
  return (
    <RadioGroup
      label={name}
      isLabelHidden={isNamed}
      hint={!isNamed && question}
      items={judgementLevels.map((one) => ({
        id: `${one}`,
        label: levelName(one),
        hint: <Level {...levels[one - 1]} />,
      }))}
      value={level === null ? null : `${level}`}
      onChange={(one) => onChoose(Number(one))}
    />
  )
}

function Level({ text = '', example = '' }: { text?: string; example?: string }) {
  const t = useText()
  return (
    <>
      {text}
      {example && <span className="rubric-note">{t('validation.criteria.example', { example })}</span>}
    </>
  )
}
