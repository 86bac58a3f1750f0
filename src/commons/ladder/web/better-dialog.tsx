import { useState } from 'react'
import type { LessonStep } from '#learning/contract.ts'
import { useWrite } from '#platform/web/use'
import { Button, Dialog, Form, toast } from '#ui'
import { makeContribution, withdrawContribution } from '../contribution.contract.ts'
import type { ContributionKind } from '../rungs.ts'
import { ClipFields } from './clip-fields.tsx'
import { EditFields } from './edit-fields.tsx'
import type { Given, NewContent } from './new-content.ts'
import { passagesIn } from './passages.ts'
import { StepFields, TipFields } from './plain-fields.tsx'
import { QuestionFields } from './question-fields.tsx'
import { useText } from './text.ts'

interface BetterDialogProps {
  lesson: LessonStep
  kind: ContributionKind
  on: string | null
  onGiven: () => void
  onClose: () => void
}

/** Gives one small thing to the step that one reads, and to its author the word. */
export function BetterDialog({ lesson, kind, on, onGiven, onClose }: BetterDialogProps) {
  const t = useText()
  const { course, step } = lesson
  const [given, setGiven] = useState<Given>({ content: null })
  const make = useWrite(makeContribution, ['contributions', 'ladder', `course:${course.id}`])
  const withdraw = useWrite(withdrawContribution, ['contributions', 'ladder'])
  const send = () => {
    if (!given.content) return
    const body = { stepId: step.id, blockId: given.blockId ?? on, content: given.content }
    const onSuccess = ({ id }: { id: string }) => {
      onClose()
      onGiven()
      toast({
        text: t('ladder.sent', { name: course.author.name }),
        tone: 'success',
        undo: () => withdraw.mutate({ params: { contributionId: id } }),
      })
    }
    make.mutate({ params: { courseId: course.id }, body }, { onSuccess })
  }
  return (
    <Dialog title={t(`ladder.give.${kind}`)} isOpen onOpenChange={onClose}>
      <Form onSubmit={send} error={make.error}>
        <Fields lesson={lesson} kind={kind} on={on} onChange={setGiven} />
        <p className="ui-muted">{t('ladder.decides', { name: course.author.name })}</p>
        <Button type="submit" look="primary" isDisabled={!given.content} isPending={make.isPending}>
          {t('ladder.send', { name: course.author.name })}
        </Button>
      </Form>
    </Dialog>
  )
}

function Fields({
  lesson,
  kind,
  on,
  onChange,
}: Omit<BetterDialogProps, 'onGiven' | 'onClose'> & { onChange: (given: Given) => void }) {
  const take = (content: NewContent | null) => onChange({ content })
  switch (kind) {
    case 'edit': {
      const near = passagesIn(lesson.step.content, on)
      const passages = near.length > 0 ? near : passagesIn(lesson.step.content, null)
      return <EditFields passages={passages} onChange={onChange} />
    }
    case 'tip':
      return <TipFields onChange={take} />
    case 'step':
      return <StepFields onChange={take} />
    case 'clip':
      return <ClipFields onChange={take} />
    case 'question':
      return <QuestionFields onChange={take} />
  }
}
