import { type ReactNode, useEffect } from 'react'
import { useParams } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import type { Comment } from '#talk/contract.ts'
import { ErrorState, LinkButton, NotFoundState, Skeleton, SkeletonText } from '#ui'
import { getStep, type LessonStep, startCourse } from '../contract.ts'
import { AfterAnswer } from './after-answer.ts'
import { AnswerThanks } from './answer-thanks.ts'
import { type Better, Lesson } from './lesson.tsx'
import { useText } from './text.ts'
import './player.css'

interface PlayerProps {
  /** What one may do for an author at the end of a course. */
  thanksFor: (course: LessonStep['course']) => ReactNode
  /** The same for who answered a question. */
  thanksForAnswer: (answer: Comment, courseId: string) => ReactNode
  /** What stands below a question that the reader has just answered. */
  afterAnswer: ReactNode
  /** What a reader may give to the course: a later stage knows. */
  better: Better
}

/** One step of a course, to learn from: the text, its questions, and the talk beside it. */
export function Player({ thanksFor, thanksForAnswer, afterAnswer, better }: PlayerProps) {
  const { courseId = '', stepId = '' } = useParams()
  const params = { courseId, stepId }
  const read = useRead(
    getStep,
    { params },
    { topics: [`course:${courseId}`, `answers:${courseId}`], keepPrevious: true },
  )
  const { mutate: start } = useWrite(startCourse, ['my-learning'])
  const isLearning = read.data?.own === false
  useEffect(() => {
    if (isLearning) start({ params: { courseId } })
  }, [isLearning, start, courseId])
  if (read.isPending) return <Waiting />
  if (read.error?.problem.status === 404) return <Gone courseId={courseId} />
  if (read.error) return <ErrorState onRetry={() => void read.refetch()}>{read.error.message}</ErrorState>
  return (
    <AnswerThanks value={thanksForAnswer}>
      <AfterAnswer value={afterAnswer}>
        <Lesson
          key={read.data.step.id}
          lesson={read.data}
          thanks={thanksFor(read.data.course)}
          better={better}
        />
      </AfterAnswer>
    </AnswerThanks>
  )
}

/** Where the text will stand. */
const Waiting = () => (
  <div className="player">
    <div className="player-head">
      <Skeleton shape="block" width="100%" height="2.75rem" />
    </div>
    <main className="player-body">
      <div className="player-read">
        <SkeletonText lines={8} />
      </div>
    </main>
  </div>
)

function Gone({ courseId }: { courseId: string }) {
  const t = useText()
  const back = <LinkButton href={linkTo(paths.course, { courseId })}>{t('learning.toCourse')}</LinkButton>
  return <NotFoundState action={back}>{t('learning.stepGone')}</NotFoundState>
}
