import { ImagePlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { uploadFile } from '#files/web/index.tsx'
import { CallError } from '#platform/http/call'
import { Bar, Button, Callout, FileButton, Row, TextField, useFileSize } from '#ui'
import { mostThanksFile } from '../limits.ts'
import { asPhoto } from './as-photo.ts'
import { useText } from './text.ts'

/** What stands in the form: a file on its way, or one that has arrived. */
interface Chosen {
  name: string
  /** To look at before it is sent. */
  url: string
  isClip: boolean
  /** Under which the server has it, once all of it is there. */
  id: string | null
}

/** The file that has arrived, and what the giver says that it shows. */
export interface SaidFile {
  fileId: string | null
  alt: string
}

interface State {
  chosen: Chosen | null
  share: number
  error: CallError | null
}
const nothing: State = { chosen: null, share: 0, error: null }

/** What is being sent, or was: called off and let go of together. */
interface Sending {
  stop: AbortController
  url: string
}

function letGo(sending: { current: Sending | null }): void {
  sending.current?.stop.abort()
  if (sending.current) URL.revokeObjectURL(sending.current.url)
  sending.current = null
}

/** Sends the file that somebody chose while they go on writing; `onFile` gets its id when it has arrived, null until then. */
function useSending(onFile: (id: string | null) => void, onBusy: (isBusy: boolean) => void) {
  const [state, set] = useState<State>(nothing)
  const sending = useRef<Sending | null>(null)
  // Whoever closes the form does not wait for what is on its way.
  useEffect(() => () => letGo(sending), [])
  const end = (next: State) => {
    letGo(sending)
    set(next)
    onFile(null)
    onBusy(false)
  }
  const choose = async (file: File) => {
    end(nothing)
    const own = { stop: new AbortController(), url: URL.createObjectURL(file) }
    sending.current = own
    const isNow = () => sending.current === own
    const chosen = { name: file.name, url: own.url, isClip: /^video\//.test(file.type), id: null }
    set({ chosen, share: 0, error: null })
    onBusy(true)
    const onProgress = (share: number) => isNow() && set((now) => ({ ...now, share }))
    try {
      const { id } = await uploadFile(await asPhoto(file), { onProgress, signal: own.stop.signal })
      if (!isNow()) return
      set({ chosen: { ...chosen, id }, share: 1, error: null })
      onFile(id)
      onBusy(false)
    } catch (error) {
      if (!isNow()) return
      if (!(error instanceof CallError)) throw error
      end({ chosen: null, share: 0, error })
    }
  }
  return { ...state, choose, remove: () => end(nothing) }
}

interface ThanksPictureProps {
  alt: string
  onChange: (part: Partial<SaidFile>) => void
  /** While a file is on its way, the thanks wait for it. */
  onBusy: (isBusy: boolean) => void
}

/** A picture or a clip with the thanks, for who wants to show something. */
export function ThanksPicture({ alt, onChange, onBusy }: ThanksPictureProps) {
  const t = useText()
  const size = useFileSize()
  const [tooLarge, setTooLarge] = useState(false)
  const sending = useSending((fileId) => onChange({ fileId }), onBusy)
  const { chosen, share, error } = sending
  const take = (file: File) => {
    const isTooLarge = file.size > mostThanksFile
    setTooLarge(isTooLarge)
    if (!isTooLarge) void sending.choose(file)
  }
  return (
    <>
      {(tooLarge || error) && (
        <Callout tone="danger" isAlert>
          {tooLarge ? t('recognition.file.tooLarge', { most: size(mostThanksFile) }) : error?.problem.detail}
        </Callout>
      )}
      {chosen ? (
        <div className="thanks-chosen">
          {chosen.isClip ? (
            <video src={chosen.url} controls muted preload="metadata" aria-label={chosen.name} />
          ) : (
            <img src={chosen.url} alt={chosen.name} />
          )}
          {chosen.id === null && (
            <Bar label={t('recognition.file.sending', { name: chosen.name })} value={share} />
          )}
          <TextField
            label={t('recognition.file.alt')}
            hint={t('recognition.file.altHint')}
            value={alt}
            onChange={(words) => onChange({ alt: words })}
            maxLength={200}
            isOptional
          />
          <Button size="sm" look="ghost" onPress={sending.remove}>
            {t('recognition.file.remove')}
          </Button>
        </div>
      ) : (
        <Row>
          <FileButton accept={['image/*', 'video/*']} onFile={take} icon={ImagePlus} size="sm">
            {t('recognition.file.add')}
          </FileButton>
        </Row>
      )}
    </>
  )
}
