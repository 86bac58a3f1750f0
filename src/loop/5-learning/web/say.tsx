import { Send } from 'lucide-react'
import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { useWrite } from '#platform/web/use'
import { bodyOf, emptyDraft, SayArea } from '#talk/web/index.tsx'
import { IconButton } from '#ui'
import { commentOnCourse } from '../talk.contract.ts'
import { useText } from './text.ts'

interface SayProps {
  courseId: string
  /** The group of the course: whoever may enter it may be pointed to. */
  groupId: string
  label: string
  at: { anchor?: string; quote?: string; parentId?: string }
  onSaid: () => void
}

/** The place to say something, on a passage or to somebody. */
export function Say({ courseId, groupId, label, at, onSaid }: SayProps) {
  const t = useText()
  const [draft, setDraft] = useState(emptyDraft)
  const search = usePeopleSearch({ mayEnter: groupId, part: 'beginning' })
  const say = useWrite(commentOnCourse, [`talk:${courseId}`])
  const isEmpty = draft.text.trim() === ''
  const send = () => {
    if (isEmpty) return
    const onSuccess = () => {
      setDraft(emptyDraft)
      onSaid()
    }
    say.mutate({ params: { courseId }, body: { ...at, body: bodyOf(draft) } }, { onSuccess })
  }
  return (
    <div className="learning-say">
      <SayArea
        label={label}
        draft={draft}
        onChange={setDraft}
        search={search}
        onSend={send}
        error={say.error?.message}
      />
      <IconButton
        icon={Send}
        label={t('learning.send')}
        isPending={say.isPending}
        isDisabled={isEmpty}
        onPress={send}
      />
    </div>
  )
}
