import type { Editor } from '@tiptap/react'
import { createContext, useContext, useEffect, useRef } from 'react'
import { toast } from '#ui'
import { newBlockId } from '../../document/blocks.ts'
import type { FileUse } from '../../document/uses.ts'
import { carry, instead, type Job, own, type Place, spoken, type Target } from './carry.ts'
import { fileOf } from './course-files.ts'
import { goOnBelow } from './moving.ts'
import { type UploadWords, useUploadWords } from './upload-words.ts'

export type FileKind = 'image' | 'video' | 'file'

export const kindOf = ({ type }: { type: string }): FileKind =>
  /^image\//.test(type) ? 'image' : /^video\//.test(type) ? 'video' : 'file'

/** What the file window offers for a block; nothing for every kind. */
export const accepted: Record<FileKind, readonly string[]> = {
  image: ['image/*'],
  video: ['video/*'],
  file: [],
}

/** What a block with a file may ask for. */
export interface Files {
  /** The text holds no files: it is a template. */
  areNone: boolean
  /** Puts a block with this file into the text; the file is on its way from then on. */
  insert: (kind: FileKind, file: File) => void
  /** Sends a file that takes the place of the one a block has. */
  replace: (blockId: string, kind: FileKind, file: File) => void
  /** Sends a file of another course again for this one; for a block that was pasted. */
  copy: (blockId: string, kind: FileKind, asset: string, name: string) => void
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

type Attrs = Record<string, unknown>

/** Sets attributes of a block, makes a file of it, or takes it away for null. Not a step that undo would take back. */
function change(editor: Editor | null, id: string, attrs: Attrs | null, kind?: 'file'): void {
  editor?.state.doc.descendants((node, position) => {
    if (node.attrs.id !== id) return
    const edit = editor.state.tr.setMeta('addToHistory', false)
    const type = kind && editor.schema.nodes[kind]
    if (attrs) edit.setNodeMarkup(position, type, { ...node.attrs, ...attrs })
    else edit.delete(position, position + node.nodeSize)
    editor.view.dispatch(edit)
    return false
  })
}

/** Puts a block where the cursor is, below a block that is selected as a whole and never in its place. */
function putIn(editor: Editor, kind: FileKind, attrs: Attrs): void {
  goOnBelow(editor)
  editor.chain().focus().insertContent({ type: kind, attrs }).run()
  goOnBelow(editor)
}

/** The block of a job, which may have moved since it began. */
const targetOf = (editor: { current: Editor | null }, { block, use }: Job, words: UploadWords): Target => ({
  set: (attrs) => change(editor.current, block, attrs),
  makeFile: (attrs) => {
    change(editor.current, block, { ...attrs, uploading: null }, 'file')
    toast(words.madeFile(use, attrs.name))
  },
})

/** Takes a block out again that was to hold a file where there are none, once it stands in the text. */
function refuse(editor: { current: Editor | null }, block: string, words: UploadWords): void {
  queueMicrotask(() => change(editor.current, block, null))
  toast(words.noFiles)
}

/** Which block was put into the text last. */
function useFresh(): Pick<Files, 'begin' | 'isNew'> {
  const fresh = useRef('')
  const begin = (id: string) => {
    fresh.current = id
  }
  return { begin, isNew: (id) => fresh.current === id }
}

/** Files on their way into a step: a block stands in their place at once and tells how far they are. */
export function useFiles(courseId: string | null, onBusy: (isBusy: boolean) => void) {
  const words = useUploadWords()
  const editor = useRef<Editor | null>(null)
  const jobs = useRef(new Map<string, Job>())
  const running = useRef(new Set<string>())
  const fresh = useFresh()
  useAskBeforeLeaving(running)

  const run = async (key: string) => {
    const job = jobs.current.get(key)
    if (!job || courseId === null) return
    running.current.add(key)
    onBusy(true)
    const isOver = await carry(courseId, job, targetOf(editor, job, words), words)
    if (isOver) jobs.current.delete(key)
    running.current.delete(key)
    onBusy(running.current.size > 0)
  }
  const start = (block: string, as: Place, use: FileUse, load: Job['load']) => {
    if (courseId === null) return refuse(editor, block, words)
    const key = as === spoken ? `${block} captions` : block
    jobs.current.set(key, { block, as, use, load, stop: new AbortController() })
    void run(key)
  }
  const files: Files = {
    areNone: courseId === null,
    insert: (kind, file) => {
      const id = newBlockId()
      fresh.begin(id)
      if (editor.current) putIn(editor.current, kind, { id, name: file.name, uploading: 0 })
      start(id, own, kind, async () => file)
    },
    replace: (id, kind, file) => start(id, instead, kind, async () => file),
    copy: (id, kind, asset, name) => start(id, own, kind, (signal) => fileOf(asset, name, signal)),
    caption: (id, file) => start(id, spoken, 'captions', async () => file),
    copyCaptions: (id, captions) =>
      start(id, spoken, 'captions', (signal) => fileOf(captions, 'captions.vtt', signal)),
    retry: (id) => void run(id),
    cancel: (id) => {
      jobs.current.get(id)?.stop.abort()
      if (!running.current.has(id)) change(editor.current, id, null)
    },
    ...fresh,
  }
  const attach = (next: Editor | null) => {
    editor.current = next
  }
  return { files, attach }
}

/** A file that is on its way would have to be chosen again, to go on where it stopped. */
function useAskBeforeLeaving(running: { current: Set<string> }): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (running.current.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [running])
}
