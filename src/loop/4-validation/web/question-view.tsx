import { Check } from 'lucide-react'
import type { AskedQuestion } from '#course/document/question.ts'
import type { Question } from '#course/document/schema.ts'
import { Chip, useNumber } from '#ui'
import { useText } from './text.ts'

/** A question as its reviewers see it: with what is right, and what is said after an answer. */
export function QuestionView({ question }: { question: Question | AskedQuestion }) {
  const t = useText()
  if (!('feedback' in question)) return <p>{question.prompt}</p>
  const { right, wrong } = question.feedback
  return (
    <div className="review-question">
      <small>{t('validation.question')}</small>
      <p>{question.prompt}</p>
      <Answers question={question} />
      {right && <small>{t('validation.question.whenRight', { text: right })}</small>}
      {wrong && <small>{t('validation.question.whenWrong', { text: wrong })}</small>}
    </div>
  )
}

interface Line {
  id: string
  text: string
  isRight: boolean
  feedback?: string
}

function Answers({ question }: { question: Question }) {
  const t = useText()
  const lines = useLines(question)
  const List = question.kind === 'ordering' ? 'ol' : 'ul'
  return (
    <List>
      {lines.map(({ id, text, isRight, feedback }) => (
        <li key={id}>
          <span>{text}</span>{' '}
          {isRight && (
            <Chip tone="success" icon={Check}>
              {t('validation.question.right')}
            </Chip>
          )}
          {feedback && <small>{feedback}</small>}
        </li>
      ))}
    </List>
  )
}

/** What one can answer, by kind, and which of it is right. */
function useLines(question: Question): Line[] {
  const t = useText()
  const number = useNumber({ maximumSignificantDigits: 15 })
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ correct, ...option }) => ({ ...option, isRight: correct }))
    case 'truefalse':
      return ([true, false] as const).map((truth) => ({
        id: String(truth),
        text: t(truth ? 'validation.question.true' : 'validation.question.false'),
        isRight: truth === question.answer,
      }))
    case 'short':
      return question.accepted.map((text) => ({ id: text, text, isRight: true }))
    case 'numeric': {
      const { value, tolerance, unit } = question
      if (value === null) return []
      const text = t('validation.question.number', {
        value: number(value),
        tolerance: number(tolerance ?? 0),
        unit,
      })
      return [{ id: 'value', text, isRight: true }]
    }
    case 'ordering':
      return question.items.map((item) => ({ ...item, isRight: false }))
  }
}
