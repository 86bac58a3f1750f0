import { Send } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { IconButton, TextArea } from '#ui'
import { commentOnCourse } from '../talk.contract.ts'
import { useText } from './text.ts'

interface SayProps {
  courseId: string
  label: string
  at: { anchor?: string; quote?: string; parentId?: string }
  onSaid: () => void
}

/** The place to say something, on a passage or to somebody. */
export function Say({ courseId, label, at, onSaid }: SayProps) {
  const t = useText()
  const [body, setBody] = useState('')
  const say = useWrite(commentOnCourse, [`talk:${courseId}`])
  const send = () => {
    if (body.trim() === '') return
    const onSuccess = () => {
      setBody('')
      onSaid()
    }
    say.mutate({ params: { courseId }, body: { ...at, body } }, { onSuccess })
  }
  return (
    <div className="learning-say">
      <TextArea
        label={label}
        isLabelHidden
        placeholder={label}
        value={body}
        onChange={setBody}
        onSend={send}
        lines={2}
        maxLength={4000}
        error={say.error?.message}
      />
      <IconButton
        icon={Send}
        label={t('learning.send')}
        isPending={say.isPending}
        isDisabled={body.trim() === ''}
        onPress={send}
      />
    </div>
  )
}
