import { Camera } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { uploadFile } from '#files/web/index.tsx'
import { CallError } from '#platform/http/call'
import { Bar, Callout, FileButton, Row, TextField, useFileSize } from '#ui'
import { mostClip } from '../limits.ts'
import type { NewContent } from './new-content.ts'
import { useText } from './text.ts'

interface State {
  name: string
  share: number
  /** Under which the server has it, once all of it is there. */
  id: string | null
  refusal: string | null
}
const nothing: State = { name: '', share: 0, id: null, refusal: null }

/** Sends the file that was chosen last; another one, or closing, calls it off. */
function useSending(onFile: (id: string | null) => void) {
  const [state, set] = useState(nothing)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  const send = async (file: File) => {
    stop.current?.abort()
    const own = new AbortController()
    stop.current = own
    set({ ...nothing, name: file.name })
    onFile(null)
    const onProgress = (share: number) => set((now) => ({ ...now, share }))
    try {
      const { id } = await uploadFile(file, { onProgress, signal: own.signal })
      set({ ...nothing, name: file.name, share: 1, id })
      onFile(id)
    } catch (error) {
      if (own.signal.aborted) return
      if (!(error instanceof CallError)) throw error
      set({ ...nothing, refusal: error.message })
    }
  }
  return { ...state, send, refuse: (refusal: string) => set({ ...nothing, refusal }) }
}

/** A picture or a short film, and what it shows. */
export function ClipFields({ onChange }: { onChange: (content: NewContent | null) => void }) {
  const t = useText()
  const size = useFileSize()
  const [caption, setCaption] = useState('')
  const give = (fileId: string | null, words: string) =>
    onChange(fileId && words.trim() ? { kind: 'clip', fileId, caption: words } : null)
  const sending = useSending((fileId) => give(fileId, caption))
  const take = (file: File) =>
    file.size > mostClip
      ? sending.refuse(t('ladder.clip.tooLarge', { most: size(mostClip) }))
      : void sending.send(file)
  const write = (next: string) => {
    setCaption(next)
    give(sending.id, next)
  }
  return (
    <>
      {sending.refusal && (
        <Callout tone="danger" isAlert>
          {sending.refusal}
        </Callout>
      )}
      <Row>
        <FileButton accept={['image/*', 'video/*']} onFile={take} icon={Camera}>
          {t(sending.name ? 'ladder.clip.other' : 'ladder.clip.choose')}
        </FileButton>
        {sending.id && <span>{t('ladder.clip.there', { name: sending.name })}</span>}
      </Row>
      {sending.name && !sending.id && (
        <Bar label={t('ladder.clip.sending', { name: sending.name })} value={sending.share} />
      )}
      <TextField
        label={t('ladder.clip.caption')}
        hint={t('ladder.clip.hint')}
        name="caption"
        value={caption}
        onChange={write}
        maxLength={300}
        isRequired
      />
    </>
  )
}
