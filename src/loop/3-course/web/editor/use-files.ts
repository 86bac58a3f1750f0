import type { Editor } from '@tiptap/react'
import { createContext, useContext, useEffect, useRef } from 'react'
import { CallError } from '#platform/http/call'
import { newBlockId } from '../../document/blocks.ts'
import { goOnBelow } from './moving.ts'
import { fileOf, uploadFile } from './upload.ts'
import { type SayWhy, useUploadFailure } from './upload-failure.ts'

export type FileKind = 'image' | 'video' | 'file'

export const kindOf = ({ type }: { type: string }): FileKind =>
  /^image\//.test(type) ? 'image' : /^video\//.test(type) ? 'video' : 'file'

/** What the file window offers for a block; nothing for every kind. */
export const accepted: Record<FileKind, readonly string[]> = {
  image: ['image/*'],
  video: ['video/*'],
  file: [],
}

interface Job {
  block: string
  /** What the file becomes of its block. */
  as: Place
  load: (signal: AbortSignal) => Promise<File>
  stop: AbortController
  /** The upload it became, to go on with after a failure. */
  begun?: string
}

/** Where a block says what became of a file: of its own, or of the captions of a video. */
interface Place {
  asset: 'asset' | 'captions'
  uploading: string
  failed: string
  /** The only content that can be used there. */
  mediaType?: string
}
const own: Place = { asset: 'asset', uploading: 'uploading', failed: 'failed' }
/** The same of a block that has a file, which stays until the new one is there. */
const instead: Place = { ...own }
const spoken: Place = {
  asset: 'captions',
  uploading: 'captionsUploading',
  failed: 'captionsFailed',
  mediaType: 'text/vtt',
}

/** What a block with a file may ask for. */
export interface Files {
  /** Puts a block with this file into the text; the file is on its way from then on. */
  insert: (kind: FileKind, file: File) => void
  /** Sends a file that takes the place of the one a block has. */
  replace: (blockId: string, file: File) => void
  /** Sends a file of another course again for this one; for a block that was pasted. */
  copy: (blockId: string, asset: string, name: string) => void
  /** Sends captions for a video that is in the text. */
  caption: (blockId: string, file: File) => void
  /** Sends the captions of a video of another course again for this one. */
  copyCaptions: (blockId: string, captions: string) => void
  retry: (blockId: string) => void
  cancel: (blockId: string) => void
  /** Says which block was put into the text last. */
  begin: (blockId: string) => void
  /** Whether the block is as new as that its author is asked about it now. */
  isNew: (blockId: string) => boolean
}

const FilesContext = createContext<Files | null>(null)
export const FilesProvider = FilesContext.Provider

export function useBlockFiles(): Files {
  const files = useContext(FilesContext)
  if (!files) throw new Error('A block with a file stands in an editor.')
  return files
}

/** Sets attributes of a block, or takes it away for null. Not a step that undo would take back. */
function change(editor: Editor | null, id: string, attrs: Record<string, unknown> | null): void {
  editor?.state.doc.descendants((node, position) => {
    if (node.attrs.id !== id) return
    const edit = editor.state.tr.setMeta('addToHistory', false)
    if (attrs) edit.setNodeMarkup(position, undefined, { ...node.attrs, ...attrs })
    else edit.delete(position, position + node.nodeSize)
    editor.view.dispatch(edit)
    return false
  })
}

/** Puts a block where the cursor is, below a block that is selected as a whole and never in its place. */
function putIn(editor: Editor, kind: FileKind, attrs: Record<string, unknown>): void {
  goOnBelow(editor)
  editor.chain().focus().insertContent({ type: kind, attrs }).run()
  goOnBelow(editor)
}

/** Files on their way into a step: a block stands in their place at once and tells how far they are. */
export function useFiles(courseId: string, onBusy: (isBusy: boolean) => void) {
  const sayWhy = useUploadFailure()
  const editor = useRef<Editor | null>(null)
  const jobs = useRef(new Map<string, Job>())
  const running = useRef(new Set<string>())
  const fresh = useRef('')
  useAskBeforeLeaving(running)

  const run = async (key: string) => {
    const job = jobs.current.get(key)
    if (!job) return
    running.current.add(key)
    onBusy(true)
    const isOver = await carry(courseId, job, (attrs) => change(editor.current, job.block, attrs), sayWhy)
    if (isOver) jobs.current.delete(key)
    running.current.delete(key)
    onBusy(running.current.size > 0)
  }
  const start = (block: string, as: Place, load: Job['load']) => {
    const key = as === spoken ? `${block} captions` : block
    jobs.current.set(key, { block, as, load, stop: new AbortController() })
    void run(key)
  }
  const files: Files = {
    insert: (kind, file) => {
      const id = newBlockId()
      fresh.current = id
      if (editor.current) putIn(editor.current, kind, { id, name: file.name, uploading: 0 })
      start(id, own, async () => file)
    },
    replace: (id, file) => start(id, instead, async () => file),
    copy: (id, asset, name) => start(id, own, (signal) => fileOf(asset, name, signal)),
    caption: (id, file) => start(id, spoken, async () => file),
    copyCaptions: (id, captions) => start(id, spoken, (signal) => fileOf(captions, 'captions.vtt', signal)),
    retry: (id) => void run(id),
    cancel: (id) => {
      jobs.current.get(id)?.stop.abort()
      if (!running.current.has(id)) change(editor.current, id, null)
    },
    begin: (id) => {
      fresh.current = id
    },
    isNew: (id) => fresh.current === id,
  }
  const attach = (next: Editor | null) => {
    editor.current = next
  }
  return { files, attach }
}

/** Sends one file and says on its block how that goes. Answers false when it failed and may be tried again. */
async function carry(
  courseId: string,
  job: Job,
  set: (attrs: Record<string, unknown> | null) => void,
  sayWhy: SayWhy,
): Promise<boolean> {
  job.stop = new AbortController()
  const { signal } = job.stop
  const { asset, uploading, failed, mediaType } = job.as
  set({ [uploading]: 0, [failed]: null })
  try {
    const done = await uploadFile(courseId, await job.load(signal), {
      goOn: job.begun,
      signal,
      onStart: (begun) => {
        job.begun = begun
      },
      onProgress: (share) => set({ [uploading]: share }),
    })
    if (mediaType && done.mediaType !== mediaType) {
      set({ [uploading]: null, [failed]: sayWhy(null) })
      return true
    }
    const size = asset === 'asset' && { width: done.width, height: done.height }
    set({ [asset]: done.id, ...size, [uploading]: null })
    return true
  } catch (error) {
    if (signal.aborted) {
      set(job.as === own ? null : { [uploading]: null })
      return true
    }
    if (!(error instanceof CallError)) throw error
    set({ [uploading]: null, [failed]: sayWhy(error) })
    return false
  }
}

/** A file that is on its way would have to be chosen again. */
function useAskBeforeLeaving(running: { current: Set<string> }): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (running.current.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [running])
}
