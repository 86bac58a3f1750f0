import { useSession } from '#people/web/index.tsx'
import { Card, Chip, Disclosure, Stack } from '#ui'
import type { Review } from '../../contract.ts'
import type { RoundCriterion } from '../../criteria.contract.ts'
import { useText } from '../text.ts'
import { Judged } from './judged.tsx'
import { JudgementForm } from './judgement-form.tsx'
import { rubricId } from './must-pass.tsx'
import { useCriterionWords, useLevelName } from './words.ts'
import './rubric.css'

/** Beside the course: on which level it is on each criterion, to say for whoever judges it, to read for the others. */
export function Rubric({ review }: { review: Review }) {
  const t = useText()
  const me = useSession().member.id
  const { criteria, judgements, can } = review
  if (criteria.length === 0) return null
  if (!can.judge) return <Result review={review} />
  const mine = judgements.filter(({ member }) => member.id === me)
  return (
    <Card
      id={rubricId}
      className="rubric"
      title={t('validation.rubric')}
      aside={
        <small className="ui-muted">
          {t('validation.rubric.judged', { judged: mine.length, all: criteria.length })}
        </small>
      }
    >
      <Stack gap={4}>
        <small className="ui-muted">{t('validation.rubric.hint')}</small>
        {criteria.map((criterion) => (
          <Disclosure
            key={criterion.key}
            title={
              <Title
                criterion={criterion}
                level={mine.find((one) => one.criterion === criterion.key)?.level ?? null}
              />
            }
          >
            <JudgementForm review={review} criterion={criterion} />
          </Disclosure>
        ))}
      </Stack>
    </Card>
  )
}

function Title({ criterion, level }: { criterion: RoundCriterion; level: number | null }) {
  const t = useText()
  const levelName = useLevelName()
  const { name } = useCriterionWords()(criterion)
  const isPassed = level !== null && level >= criterion.passesAt
  return (
    <span className="rubric-title">
      {name} {level !== null && <Chip tone={isPassed ? 'success' : 'warm'}>{levelName(level)}</Chip>}
      {criterion.mustPass && !isPassed && <Chip tone="gold">{t('validation.rubric.must')}</Chip>}
    </span>
  )
}

/** What those judged who gave their verdict. */
function Result({ review }: { review: Review }) {
  const t = useText()
  if (review.judgements.length === 0) return null
  return (
    <Card title={t('validation.rubric')}>
      <Judged round={review} />
    </Card>
  )
}
