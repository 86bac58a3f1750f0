import { Send } from 'lucide-react'
import { useRef, useState } from 'react'
import { usePeopleSearch } from '#people/web/index.tsx'
import { IconButton } from '#ui'
import { bodyOf, emptyDraft, restOf } from './draft.ts'
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

/** The place to say something: where one writes it, and what sends it. Who writes on meanwhile is not done yet. */
export function Say({ label, groupId, isPending, error, onSend, onSaid }: SayProps) {
  const t = useText()
  const [draft, setDraft] = useState(emptyDraft)
  const search = usePeopleSearch({ mayEnter: groupId, part: 'beginning' })
  const isEmpty = draft.text.trim() === ''
  const latest = useRef(draft)
  latest.current = draft
  const send = () => {
    if (isEmpty || isPending) return
    const onSuccess = () => {
      const rest = restOf(latest.current, draft)
      setDraft(rest)
      if (rest.text === '') onSaid()
    }
    onSend(bodyOf(draft), { onSuccess })
  }
  return (
    <div className="talk-say">
      <SayArea {...{ label, draft, search, error }} onChange={setDraft} onSend={send} />
      <IconButton icon={Send} label={t('talk.send')} {...{ isPending }} isDisabled={isEmpty} onPress={send} />
    </div>
  )
}
