import { useState } from 'react'
import { TextArea, TextField } from '#ui'
import { mostTip } from '../limits.ts'
import type { NewContent } from './new-content.ts'
import { useText } from './text.ts'

interface FieldsProps {
  onChange: (content: NewContent | null) => void
}

/** Two or three sentences, shown beside the step. */
export function TipFields({ onChange }: FieldsProps) {
  const t = useText()
  const [text, setText] = useState('')
  const write = (next: string) => {
    setText(next)
    onChange(next.trim() ? { kind: 'tip', text: next } : null)
  }
  return (
    <TextArea
      label={t('ladder.tip.text')}
      hint={t('ladder.tip.hint')}
      name="text"
      value={text}
      onChange={write}
      maxLength={mostTip}
      lines={3}
      isRequired
      autoFocus
    />
  )
}

/** A title and a few paragraphs. */
export function StepFields({ onChange }: FieldsProps) {
  const t = useText()
  const [{ title, text }, set] = useState({ title: '', text: '' })
  const write = (next: { title: string; text: string }) => {
    set(next)
    onChange(next.title.trim() && next.text.trim() ? { kind: 'step', ...next } : null)
  }
  return (
    <>
      <TextField
        label={t('ladder.step.title')}
        name="title"
        value={title}
        onChange={(next) => write({ title: next, text })}
        maxLength={120}
        isRequired
        autoFocus
      />
      <TextArea
        label={t('ladder.step.text')}
        hint={t('ladder.step.hint')}
        name="text"
        value={text}
        onChange={(next) => write({ title, text: next })}
        maxLength={8000}
        lines={6}
        isRequired
      />
    </>
  )
}
