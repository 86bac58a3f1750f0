import { useState } from 'react'
import type { AnswerResponse, AskedQuestion } from '#course/document/question.ts'
import { useWrite } from '#platform/web/use'
import { Button, Callout, Card } from '#ui'
import { answerQuestion, type GivenAnswer } from '../contract.ts'
import { AnswerField } from './answer-field.tsx'
import { useText } from './text.ts'

export interface QuestionProps {
  courseId: string
  question: AskedQuestion
  given: GivenAnswer | undefined
}

const keyOfDraft = (courseId: string, id: string) => `cairn:answer:${courseId}:${id}`

/** What is to be ordered may stand right as it is shown: that is an answer, too. */
const asItStands = ({ kind, choices }: AskedQuestion): AnswerResponse | null =>
  kind === 'ordering' ? { order: choices.map(({ id }) => id) } : null

/** A question to answer in place. The server scores it; what is typed and not sent yet survives a closed tab. */
export function QuestionCard({ courseId, question, given }: QuestionProps) {
  const t = useText()
  const key = keyOfDraft(courseId, question.id)
  const [draft, setDraft] = useState<AnswerResponse | null>(
    () => JSON.parse(localStorage.getItem(key) ?? 'null') ?? asItStands(question),
  )
  const [isOpen, setOpen] = useState(false)
  const answer = useWrite(answerQuestion, [`answers:${courseId}`])
  const result = isOpen ? undefined : (answer.data ?? given)
  const change = (response: AnswerResponse) => {
    setDraft(response)
    localStorage.setItem(key, JSON.stringify(response))
  }
  const send = () => {
    if (!draft) return
    const onSuccess = () => {
      localStorage.removeItem(key)
      setOpen(false)
    }
    answer.mutate({ params: { courseId }, body: { blockId: question.id, response: draft } }, { onSuccess })
  }
  return (
    <Card className="learning-question">
      <small className="ui-muted">{t('learning.check')}</small>
      <p className="learning-prompt">{question.prompt}</p>
      <AnswerField
        question={question}
        response={result?.response ?? draft}
        isDisabled={result !== undefined}
        onChange={change}
      />
      {answer.error && (
        <Callout tone="danger" isAlert>
          {answer.error.message}
        </Callout>
      )}
      {result ? (
        <Result given={result} onAgain={() => setOpen(true)} />
      ) : (
        <Button look="primary" isDisabled={!draft} isPending={answer.isPending} onPress={send}>
          {t('learning.answer')}
        </Button>
      )}
    </Card>
  )
}

function Result({ given, onAgain }: { given: GivenAnswer; onAgain: () => void }) {
  const t = useText()
  const { correct, score, feedback, solution } = given
  const title = correct ? t('learning.right') : score > 0 ? t('learning.partly') : t('learning.wrong')
  const words = solution.map((one) =>
    one === 'true' ? t('learning.true') : one === 'false' ? t('learning.false') : one,
  )
  return (
    <div className="learning-result" role="status">
      <Callout
        tone={correct ? 'success' : 'warning'}
        title={title}
        action={
          correct ? undefined : (
            <Button size="sm" onPress={onAgain}>
              {t('learning.answerAgain')}
            </Button>
          )
        }
      >
        {feedback && <p className="learning-feedback">{feedback}</p>}
        {!correct && <p>{t('learning.solution', { solution: words.join(', ') })}</p>}
      </Callout>
    </div>
  )
}
