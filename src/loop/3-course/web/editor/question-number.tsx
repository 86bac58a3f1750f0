import { useState } from 'react'
import { TextField, useLocale, useNumber } from '#ui'
import { decimalSign, readNumber, writeNumber } from '../../document/number.ts'
import type { Question } from '../../document/schema.ts'
import { useText } from '../text.ts'

type NumberQuestion = Extract<Question, { kind: 'numeric' }>

interface NumericAnswerProps {
  question: NumberQuestion
  onChange: (part: object) => void
}

/** The right number, how far from it is still right, and what it counts. */
export function NumericAnswer({ question, onChange }: NumericAnswerProps) {
  const t = useText()
  return (
    <div className="editor-numbers">
      <NumberField
        label={t('course.editor.value')}
        value={question.value}
        onChange={(value) => onChange({ value })}
      />
      <NumberField
        label={t('course.editor.tolerance')}
        value={question.tolerance}
        least={0}
        onChange={(tolerance) => onChange({ tolerance })}
      />
      <TextField
        label={t('course.editor.unit')}
        isOptional
        value={question.unit}
        onChange={(unit) => onChange({ unit })}
        maxLength={40}
      />
    </div>
  )
}

interface NumberFieldProps {
  label: string
  value: number | null
  least?: number
  onChange: (value: number | null) => void
}

/** A number in its author's writing. What is no number is kept to be corrected and is no value: it counts as null. */
function NumberField({ label, value, least = Number.NEGATIVE_INFINITY, onChange }: NumberFieldProps) {
  const t = useText()
  const number = useNumber({ useGrouping: false })
  const example = number(1234.5)
  const sign = decimalSign(useLocale())
  const read = (text: string) => {
    const found = readNumber(text, sign)
    return found === null || found < least ? null : found
  }
  const [text, setText] = useState(() => writeNumber(value, sign))
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    // Changed elsewhere, as by undo: shown as it is now.
    if (read(text) !== value) setText(writeNumber(value, sign))
  }
  const write = (words: string) => {
    setText(words)
    onChange(read(words))
  }
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={text}
      onChange={write}
      check={(words) =>
        words.trim() !== '' && read(words) === null ? t('course.editor.numberWrong', { example }) : null
      }
      maxLength={30}
    />
  )
}
