import { useSession } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { useSaidLast } from '#platform/web/use-said-last'
import { Button, Row, Stack, sayRefusal, TextArea } from '#ui'
import type { Review } from '../../contract.ts'
import { judge, type RoundCriterion } from '../../criteria.contract.ts'
import { useKept } from '../kept.ts'
import { useText } from '../text.ts'
import { Said } from './judged.tsx'
import { LevelChoice } from './level-choice.tsx'
import { useCriterionWords, useLevelName } from './words.ts'

interface JudgementFormProps {
  review: Review
  criterion: RoundCriterion
}

/** What whoever reads judged of a criterion, and the way to say it; what is written of why is kept until it is sent. */
function useJudging(review: Review, criterion: RoundCriterion) {
  const me = useSession().member.id
  const given = review.judgements.filter((one) => one.criterion === criterion.key)
  const mine = given.find(({ member }) => member.id === me)
  const [note, keepNote, forget] = useKept(`cairn:judgement:${review.id}:${criterion.key}`, mine?.note ?? '')
  // Leaving the words for another level saves both: the words with the level there was, and then the new one.
  const write = useWrite(judge, ['reviews'], `judgement:${review.id}:${criterion.key}`)
  const params = { reviewId: review.id, criterion: criterion.key }
  const { say, latest } = useSaidLast(
    (body: { level: number | null; note: string }) => write.mutateAsync({ params, body }),
    sayRefusal,
  )
  const takeBack = () => {
    forget()
    say({ level: null, note: '' })
  }
  const saveNote = () => {
    // The words go with the level that was chosen last, also while that is still on its way.
    const now = latest() ?? mine
    if (now?.level && note.trim() !== now.note) say({ level: now.level, note })
  }
  return {
    ...{ mine, others: given.filter((one) => one !== mine), note, keepNote, takeBack, saveNote },
    choose: (level: number) => say({ level, note }),
  }
}

/** Says on which level a course is on a criterion, and why; saved as one chooses. */
export function JudgementForm({ review, criterion }: JudgementFormProps) {
  const t = useText()
  const levelName = useLevelName()
  const { name, question } = useCriterionWords()(criterion)
  const judging = useJudging(review, criterion)
  return (
    <Stack gap={12}>
      {question && <p className="review-quiet">{question}</p>}
      {criterion.mustPass && (
        <p className="review-quiet">
          {t('validation.rubric.mustText', { level: levelName(criterion.passesAt) })}
        </p>
      )}
      <LevelChoice
        isNamed
        criterion={criterion}
        level={judging.mine?.level ?? null}
        onChoose={judging.choose}
      />
      {judging.mine && <Why name={name} judging={judging} />}
      <Said some={judging.others} />
    </Stack>
  )
}

/** Why, in words; and the way to take it all back. */
function Why({ name, judging }: { name: string; judging: ReturnType<typeof useJudging> }) {
  const t = useText()
  return (
    <>
      <TextArea
        label={t('validation.rubric.why')}
        isOptional
        lines={2}
        maxLength={1000}
        value={judging.note}
        onChange={judging.keepNote}
        onBlur={judging.saveNote}
      />
      <Row>
        <Button
          size="sm"
          look="ghost"
          aria-label={t('validation.rubric.clearWhat', { name })}
          onPress={judging.takeBack}
        >
          {t('validation.rubric.clear')}
        </Button>
      </Row>
    </>
  )
}
