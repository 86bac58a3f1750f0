import type { ReactNode } from 'react'
import { TextArea } from '#ui'
import { useText } from './text.ts'

interface SentenceProps {
  label: string
  hint: ReactNode
  name: string
  value: string
  onChange: (words: string) => void
  onSend: () => void
  maxLength?: number
  autoFocus?: boolean
}

/** A sentence at least that somebody will read: why one proposes, decides, contests. */
export function Sentence({ maxLength = 1000, autoFocus = false, ...field }: SentenceProps) {
  const t = useText()
  return (
    <TextArea
      {...field}
      maxLength={maxLength}
      lines={3}
      check={(words) => (words.trim().length < 10 ? t('leader.nominate.short') : null)}
      isRequired
      autoFocus={autoFocus}
    />
  )
}
