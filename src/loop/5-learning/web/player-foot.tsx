import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, LinkButton, Stack, sayRefusal, useShortcut } from '#ui'
import { completeStep, type LessonStep, type Progress } from '../contract.ts'
import { useText } from './text.ts'

interface FootProps {
  /** What one may do for the author at the end: the page around knows of thanks, a later stage. */
  thanks: ReactNode
  lesson: LessonStep
  at: number
}

/** Back, what is missing, and on. Going on finishes the step; the last one finishes the course. */
export function Foot({ lesson, at, thanks }: FootProps) {
  const t = useText()
  const navigate = useNavigate()
  const { course, outline, step, answers, own } = lesson
  const [isDone, setDone] = useState(false)
  const complete = useWrite(completeStep, ['my-learning', `course:${course.id}`])
  const questions = step.content.filter((block) => (block as { type: string }).type === 'question')
  const missing = own ? 0 : questions.length - answers.length
  const goTo = (index: number) => {
    const there = outline[index]
    if (there) void navigate(linkTo(paths.player, { courseId: course.id, stepId: there.id }))
  }
  const isLast = at === outline.length - 1
  const arrive = (progress: Progress) => {
    if (isLast && progress.completedAt) setDone(true)
    else goTo(isLast ? outline.findIndex(({ done, id }) => !done && id !== step.id) : at + 1)
  }
  const onError = sayRefusal
  const params = { courseId: course.id, stepId: step.id }
  const lookOn = () => (isLast ? void navigate(linkTo(paths.course, { courseId: course.id })) : goTo(at + 1))
  const goOn = own ? lookOn : () => complete.mutate({ params }, { onSuccess: arrive, onError })
  useShortcut('left', at > 0 ? () => goTo(at - 1) : null, { label: t('learning.back') })
  useShortcut('right', missing > 0 ? null : goOn, { label: t('learning.next') })
  return (
    <footer className="player-foot">
      <Button icon={ChevronLeft} isDisabled={at === 0} onPress={() => goTo(at - 1)}>
        {t('learning.back')}
      </Button>
      <span className="ui-muted" aria-live="polite" data-needed={own || missing > 0 || undefined}>
        <Standing lesson={lesson} missing={missing} />
      </span>
      <Button
        look="primary"
        iconAfter={ChevronRight}
        isDisabled={missing > 0}
        isPending={complete.isPending}
        onPress={goOn}
      >
        {isLast ? t(own ? 'learning.toCourse' : 'learning.finish') : t('learning.next')}
      </Button>
      <Finished thanks={thanks} isOpen={isDone} onOpenChange={setDone} />
    </footer>
  )
}

/** What is missing before one may go on, or how far one is; and to its author, that nothing of this counts. */
function Standing({ lesson, missing }: { lesson: LessonStep; missing: number }) {
  const t = useText()
  const { own, progress } = lesson
  if (own) return t('learning.own')
  if (missing > 0) return t('learning.unanswered', { count: missing })
  if (progress.completedAt) return t('learning.keptDone')
  return t('learning.kept', { minutes: progress.minutesLeft })
}

interface FinishedProps {
  thanks: ReactNode
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

function Finished({ thanks, isOpen, onOpenChange }: FinishedProps) {
  const t = useText()
  return (
    <Dialog title={t('learning.done')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Stack gap={16}>
        <p>{t('learning.doneText')}</p>
        {thanks}
        <LinkButton href={paths.home}>{t('learning.doneHome')}</LinkButton>
      </Stack>
    </Dialog>
  )
}
