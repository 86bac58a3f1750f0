import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { Trash2 } from 'lucide-react'
import { Card, IconButton, Row, Select, TextArea } from '#ui'
import { newBlockId } from '../../document/blocks.ts'
import type { Question } from '../../document/schema.ts'
import { useText } from '../text.ts'
import { QuestionAnswer } from './question-answer.tsx'

export const questionKinds = ['single', 'multiple', 'truefalse', 'short', 'numeric', 'ordering'] as const
type Kind = (typeof questionKinds)[number]

const option = (correct: boolean) => ({ id: newBlockId(), text: '', correct, feedback: '' })

/** A new question of a kind; what two kinds have in common is kept when the kind changes. */
export function newQuestion(kind: Kind, from?: Question): Question {
  const common = {
    id: from?.id ?? newBlockId(),
    prompt: from?.prompt ?? '',
    points: from?.points ?? 1,
    feedback: from?.feedback ?? { right: '', wrong: '' },
  }
  const options = from && 'options' in from ? from.options : [option(true), option(false)]
  switch (kind) {
    case 'single':
    case 'multiple':
      return { ...common, kind, options }
    case 'truefalse':
      return { ...common, kind, answer: true }
    case 'short':
      return { ...common, kind, accepted: [''] }
    case 'numeric':
      return { ...common, kind, value: 0, tolerance: 0, unit: '' }
    case 'ordering':
      return { ...common, kind, items: [1, 2, 3].map(() => ({ id: newBlockId(), text: '' })) }
  }
}

/** A question as it is written: what it asks, what is right, and what each answer is told. */
export function QuestionView({ node, updateAttributes, deleteNode }: NodeViewProps) {
  const t = useText()
  const question = node.attrs.question as Question
  const change = (part: object) => updateAttributes({ question: { ...question, ...part } })
  const { feedback } = question
  return (
    <NodeViewWrapper className="editor-question">
      <Card tone="sunken">
        <Row justify="between" isTight>
          <Select<Kind>
            label={t('course.editor.questionKind')}
            isLabelHidden
            items={questionKinds.map((id) => ({ id, label: t(`course.editor.question.${id}`) }))}
            value={question.kind}
            onChange={(kind) => updateAttributes({ question: newQuestion(kind, question) })}
          />
          <IconButton icon={Trash2} size="sm" label={t('course.editor.removeBlock')} onPress={deleteNode} />
        </Row>
        <TextArea
          label={t('course.editor.prompt')}
          value={question.prompt}
          onChange={(prompt) => change({ prompt })}
          lines={2}
          maxLength={4000}
        />
        <QuestionAnswer question={question} onChange={change} />
        <TextArea
          label={t('course.editor.right')}
          isOptional
          value={feedback.right}
          onChange={(right) => change({ feedback: { ...feedback, right } })}
          lines={1}
          maxLength={2000}
        />
        <TextArea
          label={t('course.editor.wrong')}
          isOptional
          value={feedback.wrong}
          onChange={(wrong) => change({ feedback: { ...feedback, wrong } })}
          lines={1}
          maxLength={2000}
        />
      </Card>
    </NodeViewWrapper>
  )
}
