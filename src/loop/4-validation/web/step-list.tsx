import { useSearchParams } from 'react-router'
import { Card, Chip, Link, SegmentedControl } from '#ui'
import type { Review } from '../contract.ts'
import type { StepFigures } from './places.ts'
import { useText } from './text.ts'

interface StepListProps {
  review: Review
  steps: StepFigures[]
  /** The step that is read now. */
  current: string
  hrefOf: (stepId: string) => string
}

/** The steps of the course, with what changed in them and what was found. */
export function StepList({ review, steps, current, hrefOf }: StepListProps) {
  const t = useText()
  const title =
    review.round > 1 ? t('validation.sinceRound', { round: review.round - 1 }) : t('validation.steps')
  return (
    <Card className="review-steps">
      <nav aria-label={t('validation.steps')}>
        <small>{title}</small>
        {review.round > 1 && <WhatToShow />}
        <ol>
          {steps.map(({ id, title: name, changes, findings }) => (
            <li key={id} data-current={id === current || undefined}>
              <Link
                href={hrefOf(id)}
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

/** In a later round: everything, or only what changed since. It stands in the address, as the step does. */
function WhatToShow() {
  const t = useText()
  const [search, setSearch] = useSearchParams()
  const show = (id: 'all' | 'changed') =>
    setSearch(
      (now) => {
        if (id === 'changed') now.set('show', 'changed')
        else now.delete('show')
        return now
      },
      { replace: true },
    )
  return (
    <SegmentedControl
      label={t('validation.show')}
      items={[
        { id: 'all', label: t('validation.show.all') },
        { id: 'changed', label: t('validation.show.changed') },
      ]}
      value={search.get('show') === 'changed' ? 'changed' : 'all'}
      onChange={show}
    />
  )
}
