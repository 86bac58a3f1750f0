import { useState } from 'react'
import { setVerifyBy } from '#course/contract.ts'
import { useWrite } from '#platform/web/use'
import { sayRefusal, TextField } from '#ui'
import { useText } from '../text.ts'

interface VerifyByProps {
  courseId: string
  day: string | null
  onChange: (day: string | null) => void
}

/** Until when a course holds: its author says so, and is asked to look again on that day. Saved when one leaves it. */
export function VerifyBy({ courseId, day, onChange }: VerifyByProps) {
  const t = useText()
  const [text, setText] = useState(day ?? '')
  const write = useWrite(setVerifyBy, ['my-courses'])
  const save = () => {
    const next = text === '' ? null : text
    if (next === day) return
    onChange(next)
    const refused = (error: Parameters<typeof sayRefusal>[0]) => {
      onChange(day)
      sayRefusal(error)
    }
    write.mutate({ params: { courseId }, body: { day: next } }, { onError: refused })
  }
  return (
    <TextField
      type="date"
      label={t('validation.verifyBy')}
      hint={t('validation.verifyBy.hint')}
      isOptional
      value={text}
      onChange={setText}
      onBlur={save}
    />
  )
}
