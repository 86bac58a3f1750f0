import { CircleCheck, Play } from 'lucide-react'
import type { CourseCard } from '#course/contract.ts'
import { linkTo, paths } from '#paths'
import { Bar, Card, Chip, Cover, Link, Time, useLocale } from '#ui'
import type { LearningCard } from '../contract.ts'
import { useText } from './text.ts'

interface CourseTileProps {
  course: CourseCard
  /** How far one is; nothing for a course one has not begun. */
  mine?: LearningCard | undefined
}

/** A course to choose: its picture, what it is, and how far one is. Goes on at the very step when one has begun. */
export function CourseTile({ course, mine }: CourseTileProps) {
  const t = useText()
  const locale = useLocale()
  const { id, title, author, steps, minutes, language } = course
  const isOpen = mine && !mine.progress.completedAt
  const href = isOpen
    ? linkTo(paths.player, { courseId: id, stepId: mine.stepId })
    : linkTo(paths.course, { courseId: id })
  return (
    <Card as="article" isFlush className="learning-card">
      <Cover id={id} className="learning-card-cover" />
      <div className="learning-card-words">
        <h3>
          <Link href={href} isQuiet className="ui-stretched">
            {title}
          </Link>
        </h3>
        <small className="ui-muted">
          {t('learning.by', { author: author.name })} · {t('learning.figures', { steps, minutes })}
        </small>
        {language !== locale && (
          <span>
            <Chip>{t(`learning.language.${language}`)}</Chip>
          </span>
        )}
        {mine && <Place mine={mine} />}
      </div>
    </Card>
  )
}

function Place({ mine }: { mine: LearningCard }) {
  const t = useText()
  const { stepsDone, steps, minutesLeft, completedAt } = mine.progress
  if (completedAt)
    return (
      <small className="learning-card-done">
        <CircleCheck size={16} aria-hidden="true" />
        <span>{t.rich('learning.finishedAt', { time: <Time at={completedAt} isSaid /> })}</span>
      </small>
    )
  return (
    <>
      <Bar label={mine.course.title} value={stepsDone} max={steps} />
      <small className="learning-card-on">
        <span className="ui-muted">
          {t('learning.atLeft', { done: stepsDone, steps, minutes: minutesLeft })}
        </span>
        <strong aria-hidden="true">
          <Play size={14} /> {t('learning.continue')}
        </strong>
      </small>
    </>
  )
}
