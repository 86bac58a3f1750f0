import { MessageSquarePlus, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { Blocks, type ReadBlock } from '#course/web/index.tsx'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { ErrorState, IconButton, LinkButton, NotFoundState, Segments, SkeletonText } from '#ui'
import { getStep, type LessonStep, startCourse } from '../contract.ts'
import { Foot } from './player-foot.tsx'
import { QuestionCard } from './question.tsx'
import { Reactions } from './reactions.tsx'
import { type Passage, Talk } from './talk.tsx'
import { useText } from './text.ts'
import './player.css'

interface PlayerProps {
  /** What one may do for an author at the end of a course. */
  thanksFor: (course: LessonStep['course']) => ReactNode
}

/** One step of a course, to learn from: the text, its questions, and the talk beside it. */
export function Player({ thanksFor }: PlayerProps) {
  const { courseId = '', stepId = '' } = useParams()
  const params = { courseId, stepId }
  const read = useRead(
    getStep,
    { params },
    { topics: [`course:${courseId}`, `answers:${courseId}`], keepPrevious: true },
  )
  const { mutate: start } = useWrite(startCourse, ['my-learning'])
  useEffect(() => start({ params: { courseId } }), [start, courseId])
  if (read.isPending) return <SkeletonText lines={8} />
  if (read.error?.problem.status === 404) return <Gone courseId={courseId} />
  if (read.error)
    return <ErrorState onRetry={() => void read.refetch()}>{read.error.problem.detail}</ErrorState>
  return <Lesson key={read.data.step.id} lesson={read.data} thanks={thanksFor(read.data.course)} />
}

function Gone({ courseId }: { courseId: string }) {
  const t = useText()
  const back = <LinkButton href={linkTo(paths.course, { courseId })}>{t('learning.toCourse')}</LinkButton>
  return <NotFoundState action={back}>{t('learning.stepGone')}</NotFoundState>
}

function Lesson({ lesson, thanks }: { lesson: LessonStep; thanks: ReactNode }) {
  const t = useText()
  const navigate = useNavigate()
  const { course, outline, step, answers, progress } = lesson
  const [passage, setPassage] = useState<Passage | null>(null)
  useEffect(() => window.scrollTo(0, 0), [])
  const at = outline.findIndex(({ id }) => id === step.id)
  const courseId = course.id
  const blocks = step.content as ReadBlock[]
  return (
    <div className="player">
      <title>{`${step.title} – ${course.title}`}</title>
      <header className="player-head">
        <IconButton
          icon={X}
          look="ghost"
          label={t('learning.close')}
          onPress={() => void navigate(linkTo(paths.course, { courseId }))}
        />
        <strong>{course.title}</strong>
        <Segments label={course.title} total={outline.length} done={at} part={0.5} />
        <span className="ui-muted">{t('learning.stepOf', { at: at + 1, of: outline.length })}</span>
      </header>
      <main className="player-body">
        <article className="player-read">
          <h1>{step.title}</h1>
          <Blocks
            blocks={blocks}
            stepHref={(id) => linkTo(paths.player, { courseId, stepId: id })}
            after={(blockId) => <Remark blockId={blockId} onPassage={setPassage} />}
            renderQuestion={(question) =>
              'choices' in question && (
                <QuestionCard
                  courseId={courseId}
                  question={question}
                  given={answers.find(({ blockId }) => blockId === question.id)}
                />
              )
            }
          />
        </article>
        <aside className="player-talk">
          <Talk
            courseId={courseId}
            stepId={step.id}
            authorId={course.author.id}
            passage={passage}
            onPassage={setPassage}
          />
          <Reactions courseId={courseId} />
        </aside>
      </main>
      <Foot lesson={lesson} at={at} minutesLeft={progress.minutesLeft} thanks={thanks} />
    </div>
  )
}

/** The way from a passage to the talk beside it. */
function Remark({ blockId, onPassage }: { blockId: string; onPassage: (passage: Passage) => void }) {
  const t = useText()
  const choose = () => {
    const words = document.querySelector(`[data-block="${blockId}"]`)?.textContent ?? ''
    onPassage({ blockId, quote: words.replace(/\s+/g, ' ').trim().slice(0, 160) })
    document.querySelector<HTMLTextAreaElement>('.learning-talk > .learning-say textarea')?.focus()
  }
  return (
    <span className="player-remark">
      <IconButton
        icon={MessageSquarePlus}
        size="sm"
        look="ghost"
        label={t('learning.onBlock')}
        onPress={choose}
      />
    </span>
  )
}
