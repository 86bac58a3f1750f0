import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { Blocks, type ReadBlock } from '#course/web/index.tsx'
import { linkTo, paths } from '#paths'
import { IconButton, type MenuGroup, Segments, useRowKeys, useShortcut } from '#ui'
import type { LessonStep } from '../contract.ts'
import { Foot } from './player-foot.tsx'
import { QuestionCard } from './question.tsx'
import { Reactions } from './reactions.tsx'
import { Remark } from './remark.tsx'
import { type Passage, Talk } from './talk.tsx'
import { useText } from './text.ts'
import { usePointed } from './use-pointed.ts'
import { useSaid } from './use-said.ts'

/** What one may give to a course besides words in its talk: lines of the menu beside a passage, and what stands at the end of a step. */
export interface Better {
  groups: (lesson: LessonStep, blockId: string) => readonly MenuGroup[]
  end: (lesson: LessonStep) => ReactNode
}

interface LessonProps {
  lesson: LessonStep
  thanks: ReactNode
  better: Better
}

/** One step with its talk: what one reads, answers, reacts to, and the way on. */
export function Lesson({ lesson, thanks, better }: LessonProps) {
  const { course, outline, step, answers } = lesson
  const [passage, setPassage] = useState<Passage | null>(null)
  usePointed(step.id)
  const at = outline.findIndex(({ id }) => id === step.id)
  const choose = (chosen: Passage | null) => {
    setPassage(chosen)
    // The menu gives the focus back to its button first.
    if (chosen) setTimeout(focusSay)
  }
  const said = useSaid(course.id, step.id)
  const words = useWords(lesson, said, choose, better)
  return (
    <div className="player">
      <title>{`${step.title} – ${course.title}`}</title>
      <Head lesson={lesson} at={at} />
      <main className="player-body">
        <article ref={words.list} className="player-read">
          <h1>{step.title}</h1>
          <Blocks
            blocks={step.content as ReadBlock[]}
            stepHref={(id) => linkTo(paths.player, { courseId: course.id, stepId: id })}
            after={words.after}
            renderQuestion={(question) =>
              'choices' in question && (
                <QuestionCard
                  courseId={course.id}
                  question={question}
                  given={answers.find(({ blockId }) => blockId === question.id)}
                />
              )
            }
          />
          {better.end(lesson)}
        </article>
        <aside className="player-talk">
          <Talk course={course} stepId={step.id} count={said.total} passage={passage} onPassage={choose} />
          <Reactions courseId={course.id} />
        </aside>
      </main>
      <Foot lesson={lesson} at={at} thanks={thanks} />
    </div>
  )
}

const focusSay = () =>
  document.querySelector<HTMLTextAreaElement>('.learning-talk > .talk-say textarea')?.focus()

/** What stands beside each passage, and the keys: J and K from passage to passage, C to say something on the step. */
function useWords(
  lesson: LessonStep,
  { reactions, countOn }: ReturnType<typeof useSaid>,
  onPassage: (passage: Passage | null) => void,
  better: Better,
) {
  const t = useText()
  const labels = { next: t('learning.nextPassage'), previous: t('learning.previousPassage') }
  const list = useRowKeys<HTMLElement>(labels, '.player-remark button')
  useShortcut('c', focusSay, { label: t('learning.say') })
  const after = (blockId: string) => (
    <Remark
      courseId={lesson.course.id}
      blockId={blockId}
      more={better.groups(lesson, blockId)}
      reactions={reactions}
      comments={countOn(blockId)}
      onPassage={onPassage}
    />
  )
  return { list, after }
}

function Head({ lesson: { course, outline }, at }: { lesson: LessonStep; at: number }) {
  const t = useText()
  const navigate = useNavigate()
  const leave = () => void navigate(linkTo(paths.course, { courseId: course.id }))
  return (
    <header className="player-head">
      <IconButton icon={X} look="ghost" label={t('learning.close')} onPress={leave} />
      <strong>{course.title}</strong>
      <Segments label={course.title} total={outline.length} done={at} part={0.5} />
      <span className="ui-muted">{t('learning.stepOf', { at: at + 1, of: outline.length })}</span>
    </header>
  )
}
