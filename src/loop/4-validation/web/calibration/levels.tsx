import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Card, Stack, sayRefusal } from '#ui'
import { comparePractice, judgePractice, type Practice } from '../../calibration.contract.ts'
import { type UsualCriterion, usualCriteria } from '../../criteria/names.ts'
import { LevelChoice } from '../criteria/level-choice.tsx'
import { useText } from '../text.ts'

type Chosen = Partial<Record<UsualCriterion, number>>

/** On which level the course is on each criterion, saved as one chooses; then it can be compared. */
export function Levels({ practice, onCompared }: { practice: Practice; onCompared: () => void }) {
  const t = useText()
  const params = { practice: practice.key }
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(practice.levels.map(({ criterion, level }) => [criterion, level])),
  )
  const turn = `practice:${practice.key}`
  const judge = useWrite(judgePractice, ['practice'], turn)
  const compare = useWrite(comparePractice, ['practice'], turn)
  const choose = (criterion: UsualCriterion, level: number) => {
    const before = chosen[criterion]
    setChosen((now) => ({ ...now, [criterion]: level }))
    const onError = (error: Parameters<typeof sayRefusal>[0]) => {
      setChosen((now) => ({ ...now, [criterion]: before }))
      sayRefusal(error)
    }
    judge.mutate({ params, body: { [criterion]: level } }, { onError })
  }
  const left = usualCriteria.filter((criterion) => !chosen[criterion]).length
  return (
    <Card title={t('validation.practice.levels')}>
      <Stack gap={24}>
        <div className="practice-levels">
          {usualCriteria.map((criterion) => (
            <LevelChoice
              key={criterion}
              criterion={{ key: criterion, words: null }}
              level={chosen[criterion] ?? null}
              onChoose={(level) => choose(criterion, level)}
            />
          ))}
        </div>
        <p className="practice-words">{t('validation.practice.left', { count: left })}</p>
        <div>
          <Button
            look="primary"
            isDisabled={left > 0}
            isPending={compare.isPending || judge.isPending}
            onPress={() => compare.mutate({ params }, { onSuccess: onCompared, onError: sayRefusal })}
          >
            {t('validation.practice.compare')}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}
