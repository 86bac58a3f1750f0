import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { Card, Chip, Row, Select, TextArea } from '#ui'
import { newQuestion, type QuestionKind, questionKinds } from '../../document/new-question.ts'
import type { Part } from '../../document/parts.ts'
import { lackOf } from '../../document/ready.ts'
import type { Question } from '../../document/schema.ts'
import { useText } from '../text.ts'
import { BlockMenu } from './block-menu.tsx'
import { Covers } from './covers.tsx'
import { useGuidance } from './guidance.ts'
import { QuestionAnswer } from './question-answer.tsx'
import { useBlockFiles } from './use-files.ts'
import { useWantedBlock } from './use-readiness.ts'

/** A question as it is written: what it asks, what is right, and what each answer is told. */
export function QuestionView(props: NodeViewProps) {
  const t = useText()
  const { node, updateAttributes } = props
  const files = useBlockFiles()
  const part = useGuidance().find(({ id }) => id === node.attrs.id)
  const question = node.attrs.question as Question
  const change = (part: object) => updateAttributes({ question: { ...question, ...part } })
  const block = useWantedBlock<HTMLDivElement>(node.attrs.id)
  return (
    <NodeViewWrapper
      ref={block}
      className="editor-question"
      role="group"
      aria-label={t(`course.editor.question.${question.kind}`)}
    >
      <Card tone="sunken">
        <Row justify="between" isTight>
          <Select<QuestionKind>
            label={t('course.editor.questionKind')}
            isLabelHidden
            items={questionKinds.map((id) => ({ id, label: t(`course.editor.question.${id}`) }))}
            value={question.kind}
            onChange={(kind) => updateAttributes({ question: newQuestion(kind, question) })}
          />
          <BlockMenu {...props} />
        </Row>
        <TextArea
          label={t('course.editor.prompt')}
          value={question.prompt}
          onChange={(prompt) => change({ prompt })}
          {...(part?.placeholder && {
            placeholder: t('template.example', { words: part.placeholder }),
          })}
          lines={2}
          maxLength={4000}
          autoFocus={files.isNew(node.attrs.id)}
        />
        <QuestionAnswer key={question.kind} question={question} onChange={change} />
        <Lacks question={question} />
        <Covers question={question} onChange={change} />
        <Feedback part={part} feedback={question.feedback} onChange={change} />
      </Card>
    </NodeViewWrapper>
  )
}

/** What is missing until the question can be asked. */
function Lacks({ question }: { question: Question }) {
  const t = useText()
  const lack = lackOf(question)
  return (
    lack && (
      <p className="editor-lack">
        <Chip tone="warm">{t('course.editor.lacks')}</Chip> {t(`course.editor.lack.${lack}`)}
      </p>
    )
  )
}

interface FeedbackProps {
  /** What the template asks for in this place. */
  part: Part | undefined
  feedback: Question['feedback']
  onChange: (part: object) => void
}

/** What everybody is told whose answer is right, or wrong. */
function Feedback({ part, feedback, onChange }: FeedbackProps) {
  const t = useText()
  return (
    <>
      <TextArea
        label={t('course.editor.right')}
        hint={part?.right}
        isOptional
        value={feedback.right}
        onChange={(right) => onChange({ feedback: { ...feedback, right } })}
        lines={1}
        maxLength={2000}
      />
      <TextArea
        label={t('course.editor.wrong')}
        hint={part?.wrong}
        isOptional
        value={feedback.wrong}
        onChange={(wrong) => onChange({ feedback: { ...feedback, wrong } })}
        lines={1}
        maxLength={2000}
      />
    </>
  )
}
