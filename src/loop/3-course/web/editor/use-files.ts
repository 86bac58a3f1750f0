import type { Editor } from '@tiptap/react'
import { createContext, useContext, useEffect, useRef } from 'react'
import { CallError } from '#platform/http/call'
import { newBlockId } from '../../document/blocks.ts'
import { goOnBelow } from './moving.ts'
import { fileOf, uploadFile } from './upload.ts'
import { useUploadFailure } from './upload-failure.ts'

export type FileKind = 'image' | 'video' | 'file'

export const kindOf = ({ type }: { type: string }): FileKind =>
  /^image\//.test(type) ? 'image' : /^video\//.test(type) ? 'video' : 'file'

interface Job {
  load: (signal: AbortSignal) => Promise<File>
  stop: AbortController
  /** The upload it became, to go on with after a failure. */
  begun?: string
}

/** What a block with a file may ask for. */
export interface Files {
  /** Puts a block with this file into the text; the file is on its way from then on. */
  insert: (kind: FileKind, file: File) => void
  /** Sends a file of another course again for this one; for a block that was pasted. */
  copy: (blockId: string, asset: string, name: string) => void
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

/** Files on their way into a step: a block stands in their place at once and tells how far they are. */
export function useFiles(courseId: string, onBusy: (isBusy: boolean) => void) {
  const sayWhy = useUploadFailure()
  const editor = useRef<Editor | null>(null)
  const jobs = useRef(new Map<string, Job>())
  const running = useRef(new Set<string>())
  const fresh = useRef('')
  useAskBeforeLeaving(running)

  const run = async (id: string) => {
    const job = jobs.current.get(id)
    if (!job) return
    running.current.add(id)
    onBusy(true)
    const isOver = await carry(courseId, job, (attrs) => change(editor.current, id, attrs), sayWhy)
    if (isOver) jobs.current.delete(id)
    running.current.delete(id)
    onBusy(running.current.size > 0)
  }
  const start = (id: string, load: Job['load']) => {
    jobs.current.set(id, { load, stop: new AbortController() })
    void run(id)
  }
  const files: Files = {
    insert: (kind, file) => {
      const id = newBlockId()
      fresh.current = id
      const content = { type: kind, attrs: { id, name: file.name, uploading: 0 } }
      editor.current?.chain().focus().insertContent(content).run()
      if (editor.current) goOnBelow(editor.current)
      start(id, async () => file)
    },
    copy: (id, asset, name) => start(id, (signal) => fileOf(asset, name, signal)),
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
  sayWhy: (error: CallError) => string,
): Promise<boolean> {
  job.stop = new AbortController()
  const { signal } = job.stop
  set({ uploading: 0, failed: null })
  try {
    const done = await uploadFile(courseId, await job.load(signal), {
      goOn: job.begun,
      signal,
      onStart: (begun) => {
        job.begun = begun
      },
      onProgress: (uploading) => set({ uploading }),
    })
    set({ asset: done.id, width: done.width, height: done.height, uploading: null })
    return true
  } catch (error) {
    if (signal.aborted) {
      set(null)
      return true
    }
    if (!(error instanceof CallError)) throw error
    set({ uploading: null, failed: sayWhy(error) })
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
