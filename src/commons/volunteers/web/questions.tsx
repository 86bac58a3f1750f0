import { ChevronRight } from 'lucide-react'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Avatar, Chip, EmptyState, ErrorState, LinkButton, List, ListRow, SkeletonRows, Time } from '#ui'
import { listWaitingQuestions, type WaitingQuestion } from '../contract.ts'
import { useText } from './text.ts'

/** Questions that nobody has answered, each leading to where it was asked. */
export function Questions() {
  const t = useText()
  const read = useRead(listWaitingQuestions, {}, { topics: ['volunteers'] })
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  if (read.isPending) return <SkeletonRows rows={3} />
  if (read.data.items.length === 0)
    return (
      <EmptyState
        isSmall
        title={t('volunteers.questions.none')}
        action={<LinkButton href={paths.ask}>{t('volunteers.questions.needs')}</LinkButton>}
      >
        {t('volunteers.questions.noneText')}
      </EmptyState>
    )
  return (
    <List label={t('volunteers.questions')}>
      {read.data.items.map((question) => (
        <Question key={question.id} question={question} />
      ))}
    </List>
  )
}

function Question({
  question: { words, by, askedAt, course, stepId, isNear },
}: {
  question: WaitingQuestion
}) {
  const t = useText()
  const href = stepId
    ? linkTo(paths.player, { courseId: course.id, stepId })
    : linkTo(paths.course, { courseId: course.id })
  return (
    <ListRow
      before={<Avatar id={by.id} name={by.name} />}
      title={words}
      text={
        <>
          {t.rich('volunteers.questions.by', {
            name: by.name,
            time: <Time key="time" at={askedAt} isSaid />,
            course: course.title,
          })}
          {isNear && (
            <>
              {' '}
              <Chip tone="info">{t('volunteers.questions.near')}</Chip>
            </>
          )}
        </>
      }
      href={href}
      after={<ChevronRight size={18} aria-hidden="true" />}
    />
  )
}
