import { RadioGroup, TextArea } from '#ui'
import type { Question } from '../../document/schema.ts'
import { useText } from '../text.ts'
import { Items } from './question-items.tsx'
import { NumericAnswer } from './question-number.tsx'
import { Options } from './question-options.tsx'

interface QuestionAnswerProps {
  question: Question
  onChange: (part: object) => void
}

/** What is right, by the kind of question. */
export function QuestionAnswer({ question, onChange }: QuestionAnswerProps) {
  const t = useText()
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return <Options question={question} onChange={onChange} />
    case 'truefalse':
      return (
        <RadioGroup
          label={t('course.editor.answer')}
          items={[
            { id: 'true', label: t('course.editor.true') },
            { id: 'false', label: t('course.editor.false') },
          ]}
          value={String(question.answer)}
          onChange={(id) => onChange({ answer: id === 'true' })}
        />
      )
    case 'short':
      return (
        <TextArea
          label={t('course.editor.accepted')}
          hint={t('course.editor.acceptedHint')}
          value={question.accepted.join('\n')}
          onChange={(text) => onChange({ accepted: text.split('\n').slice(0, 30) })}
          lines={2}
        />
      )
    case 'numeric':
      return <NumericAnswer question={question} onChange={onChange} />
    case 'ordering':
      return <Items question={question} onChange={onChange} />
  }
}
