import { linkTo, paths } from '#paths'
import { Card, Chip, Link } from '#ui'
import type { Review } from '../contract.ts'
import type { StepFigures } from './places.ts'
import { useText } from './text.ts'

interface StepListProps {
  review: Review
  steps: StepFigures[]
  /** The step that is read now. */
  current: string
}

/** The steps of the course, with what changed in them and what was found. */
export function StepList({ review, steps, current }: StepListProps) {
  const t = useText()
  const title =
    review.round > 1 ? t('validation.sinceRound', { round: review.round - 1 }) : t('validation.steps')
  return (
    <Card className="review-steps">
      <nav aria-label={t('validation.steps')}>
        <small>{title}</small>
        <ol>
          {steps.map(({ id, title: name, changes, findings }) => (
            <li key={id} data-current={id === current || undefined}>
              <Link
                href={linkTo(paths.review, { reviewId: review.id }, { query: { step: id } })}
                isQuiet
                className="ui-stretched"
                {...(id === current ? { 'aria-current': 'step' as const } : {})}
              >
                {name}
              </Link>
              {findings > 0 && <Chip tone="warm">{t('validation.findings', { count: findings })}</Chip>}
              {changes > 0 && <Chip tone="gold">{t('validation.changes', { count: changes })}</Chip>}
            </li>
          ))}
        </ol>
      </nav>
    </Card>
  )
}
