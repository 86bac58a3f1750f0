import { MessageSquareText, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Checkbox, IconButton, Stack, TextField } from '#ui'
import { newBlockId } from '../../document/blocks.ts'
import type { Question } from '../../document/schema.ts'
import { useText } from '../text.ts'
import { AddRow } from './add-row.tsx'
import { fewestRows, useRows } from './question-rows.ts'

type Choice = Extract<Question, { options: unknown }>
type Option = Choice['options'][number]

interface OptionsProps {
  question: Choice
  onChange: (part: object) => void
}

/** What one may choose from, which of it is right, and what is said to whoever chooses it. */
export function Options({ question, onChange }: OptionsProps) {
  const { options, kind } = question
  const { list, add, remove } = useRows(options, (next) => onChange({ options: next }))
  const set = (id: string, part: Partial<Option>) =>
    onChange({
      options: options.map((one) =>
        one.id === id
          ? { ...one, ...part }
          : part.correct && kind === 'single'
            ? { ...one, correct: false }
            : one,
      ),
    })
  return (
    <Stack gap={8}>
      <div ref={list} className="editor-options">
        {options.map((option, index) => (
          <OptionRow
            key={option.id}
            option={option}
            number={index + 1}
            onChange={(part) => set(option.id, part)}
            onRemove={options.length > fewestRows ? () => remove(index) : null}
          />
        ))}
      </div>
      <AddRow
        count={options.length}
        onPress={() => add({ id: newBlockId(), text: '', correct: false, feedback: '' })}
      />
    </Stack>
  )
}

interface OptionRowProps {
  option: Option
  number: number
  onChange: (part: Partial<Option>) => void
  /** Null where the question needs it. */
  onRemove: (() => void) | null
}

function OptionRow({ option, number, onChange, onRemove }: OptionRowProps) {
  const t = useText()
  const { text, correct, feedback } = option
  const [isOpen, setOpen] = useState(feedback !== '')
  const isAnswered = isOpen || feedback !== ''
  return (
    <div className="editor-option" data-row>
      <Checkbox isSelected={correct} onChange={(isOn) => onChange({ correct: isOn })}>
        {t('course.editor.isRight')}
      </Checkbox>
      <TextField
        label={t('course.editor.option', { number })}
        isLabelHidden
        placeholder={t('course.editor.option', { number })}
        value={text}
        onChange={(words) => onChange({ text: words })}
        maxLength={1000}
      />
      <div className="editor-option-does">
        <IconButton
          icon={MessageSquareText}
          size="sm"
          look="ghost"
          label={t('course.editor.answerOption', { number })}
          aria-expanded={isAnswered}
          isDisabled={feedback !== ''}
          onPress={() => setOpen(!isOpen)}
        />
        <IconButton
          icon={Trash2}
          size="sm"
          look="ghost"
          label={t('course.editor.removeOption', { number })}
          isDisabled={!onRemove}
          onPress={() => onRemove?.()}
        />
      </div>
      {isAnswered && (
        <TextField
          label={t('course.editor.optionFeedback', { number })}
          isOptional
          value={feedback}
          onChange={(words) => onChange({ feedback: words })}
          maxLength={1000}
          autoFocus={feedback === ''}
        />
      )}
    </div>
  )
}
