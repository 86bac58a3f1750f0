import { Send } from 'lucide-react'
import { useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { IconButton } from '#ui'
import { bodyOf, emptyDraft, withoutSent } from './draft.ts'
import { SayArea } from './say-area.tsx'
import { useText } from './text.ts'

interface SayProps {
  label: string
  /** Whoever may enter this group may be pointed to. */
  groupId: string
  isPending: boolean
  error: string | undefined
  /** Sends what was written; once it is said, the place is empty again but for what was written meanwhile. */
  onSend: (body: string, after: { onSuccess: () => void }) => void
  onSaid: () => void
}

/** The place to say something: where one writes it, and what sends it. */
export function Say({ label, groupId, isPending, error, onSend, onSaid }: SayProps) {
  const t = useText()
  const [draft, setDraft] = useState(emptyDraft)
  const search = usePeopleSearch({ mayEnter: groupId, part: 'beginning' })
  const isEmpty = draft.text.trim() === ''
  const onSuccess = () => {
    setDraft((now) => withoutSent(now, draft))
    onSaid()
  }
  const send = () => {
    if (!isEmpty && !isPending) onSend(bodyOf(draft), { onSuccess })
  }
  return (
    <div className="talk-say">
      <SayArea {...{ label, draft, search, error }} onChange={setDraft} onSend={send} />
      <IconButton icon={Send} label={t('talk.send')} {...{ isPending }} isDisabled={isEmpty} onPress={send} />
    </div>
  )
}
