import { ArrowDown, ArrowUp } from 'lucide-react'
import { decimalSign, readNumber, writeNumber } from '#course/document/number.ts'
import type { AnswerResponse, AskedQuestion } from '#course/document/question.ts'
import { Checkbox, IconButton, RadioGroup, TextField, useLocale } from '#ui'
import { useText } from './text.ts'

export interface AnswerFieldProps {
  question: AskedQuestion
  response: AnswerResponse | null
  isDisabled: boolean
  onChange: (response: AnswerResponse) => void
}

/** Where one answers, by the kind of question. */
export function AnswerField(props: AnswerFieldProps) {
  switch (props.question.kind) {
    case 'single':
      return <Single {...props} />
    case 'multiple':
      return <Multiple {...props} />
    case 'truefalse':
      return <TrueFalse {...props} />
    case 'ordering':
      return <Ordering {...props} />
    default:
      return <Typed {...props} />
  }
}

const chosenIn = (response: AnswerResponse | null) =>
  response && 'chosen' in response ? response.chosen : []

function Single({ question, response, isDisabled, onChange }: AnswerFieldProps) {
  const t = useText()
  return (
    <RadioGroup
      label={t('learning.chooseOne')}
      isFramed
      items={question.choices.map(({ id, text }) => ({ id, label: text }))}
      value={chosenIn(response)[0] ?? null}
      onChange={(id) => onChange({ chosen: [id] })}
      isDisabled={isDisabled}
    />
  )
}

function Multiple({ question, response, isDisabled, onChange }: AnswerFieldProps) {
  const t = useText()
  const chosen = chosenIn(response)
  const toggle = (id: string, isOn: boolean) =>
    onChange({ chosen: isOn ? [...chosen, id] : chosen.filter((one) => one !== id) })
  return (
    <fieldset className="learning-choices" disabled={isDisabled}>
      <legend>{t('learning.chooseSome')}</legend>
      {question.choices.map(({ id, text }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          isDisabled={isDisabled}
          onChange={(isOn) => toggle(id, isOn)}
        >
          {text}
        </Checkbox>
      ))}
    </fieldset>
  )
}

function TrueFalse({ response, isDisabled, onChange }: AnswerFieldProps) {
  const t = useText()
  const truth = response && 'truth' in response ? String(response.truth) : null
  return (
    <RadioGroup
      label={t('learning.chooseOne')}
      isFramed
      items={[
        { id: 'true', label: t('learning.true') },
        { id: 'false', label: t('learning.false') },
      ]}
      value={truth}
      onChange={(id) => onChange({ truth: id === 'true' })}
      isDisabled={isDisabled}
    />
  )
}

function Typed({ question, response, isDisabled, onChange }: AnswerFieldProps) {
  const t = useText()
  const sign = decimalSign(useLocale())
  const { kind, unit } = question
  const text = response && 'text' in response ? response.text : ''
  // What was given comes as the server keeps it, and is read in one's own writing.
  const number = isDisabled && kind === 'numeric' ? readNumber(text, ',') : null
  return (
    <TextField
      label={unit ? t('learning.yourAnswerIn', { unit }) : t('learning.yourAnswer')}
      value={number === null ? text : writeNumber(number, sign)}
      onChange={(text) => onChange({ text })}
      maxLength={300}
      isDisabled={isDisabled}
      {...(kind === 'numeric' && { inputMode: 'decimal' as const })}
    />
  )
}

/** The items in the order one gives them; each moves by its own two buttons. */
function Ordering({ question, response, isDisabled, onChange }: AnswerFieldProps) {
  const t = useText()
  const order = response && 'order' in response ? response.order : question.choices.map(({ id }) => id)
  const move = (from: number, to: number) => {
    const next = [...order]
    const [moved] = next.splice(from, 1)
    if (moved) next.splice(to, 0, moved)
    onChange({ order: next })
  }
  return (
    <fieldset className="learning-choices">
      <legend>{t('learning.orderThem')}</legend>
      <ol className="learning-order">
        {order.map((id, index) => {
          const item = question.choices.find((one) => one.id === id)?.text ?? ''
          return (
            <li key={id}>
              <span>{item}</span>
              <IconButton
                icon={ArrowUp}
                size="sm"
                label={t('learning.up', { item })}
                isDisabled={isDisabled || index === 0}
                onPress={() => move(index, index - 1)}
              />
              <IconButton
                icon={ArrowDown}
                size="sm"
                label={t('learning.down', { item })}
                isDisabled={isDisabled || index === order.length - 1}
                onPress={() => move(index, index + 1)}
              />
            </li>
          )
        })}
      </ol>
    </fieldset>
  )
}
