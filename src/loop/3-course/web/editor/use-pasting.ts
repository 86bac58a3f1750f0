import type { Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { Editor } from '@tiptap/react'
import { toast } from '#ui'
import { useText } from '../text.ts'
import { adaptHtml, convertMarkdown, isMarkdown, picturesIn, saysSomething } from './pasting.ts'
import { renewedSlice } from './renew.ts'
import { type FileKind, type Files, kindOf } from './use-files.ts'

interface PastingOptions {
  files: Files
  editor: () => Editor | null
  /** Whether a file belongs to this course: those of others are sent again for it. */
  isOurs: (asset: string) => boolean
}

const names: Record<string, string> = { image: 'picture', video: 'video' }

/** What happens with what is pasted into a step or dropped on it. */
export function usePasting({ files, editor, isOurs }: PastingOptions) {
  const t = useText()
  const takeFiles = (list: FileList | undefined): boolean => {
    const found = [...(list ?? [])]
    for (const file of found) files.insert(kindOf(file), file)
    return found.length > 0
  }
  const offer = async (text: string, range: { from: number; to: number }) => {
    const now = editor()
    if (!now || !(await convertMarkdown(now, text, range))) return
    toast({ text: t('course.editor.pastedMarkdown'), undo: () => void now.commands.undo() })
  }
  return {
    handlePaste: (view: EditorView, event: ClipboardEvent): boolean => {
      const data = event.clipboardData
      const html = data?.getData('text/html') ?? ''
      const text = data?.getData('text/plain') ?? ''
      if (!saysSomething(html) && !html.includes('data-pm-slice') && takeFiles(data?.files)) return true
      const pictures = html.includes('data-pm-slice') ? 0 : picturesIn(html)
      if (pictures > 0) toast(t('course.editor.pastedWithoutPictures', { count: pictures }))
      const { $from } = view.state.selection
      if (html || !isMarkdown(text) || $from.parent.type.spec.code) return false
      const from = view.state.selection.from
      // The text goes in as it is first: that is what undo brings back, and what stays when the server is away.
      queueMicrotask(() => void offer(text, { from, to: view.state.selection.to }))
      return false
    },
    handleDrop: (_: EditorView, event: DragEvent): boolean => takeFiles(event.dataTransfer?.files),
    transformPastedHTML: adaptHtml,
    transformPasted: (slice: Slice, view: EditorView): Slice => {
      // Dragged to another place of the same text it is still the same block.
      const { dragging } = view as { dragging: { move: boolean } | null }
      if (dragging?.move) return slice
      return renewedSlice(slice, (id, node) => {
        const { asset, captions } = node.attrs
        if (isOurs(asset)) return {}
        if (captions) files.copyCaptions(id, captions)
        const kind = node.type.name as FileKind
        files.copy(id, kind, asset, String(node.attrs.name || names[kind] || 'file'))
        return { asset: null, uploading: 0, ...(captions && { captions: null, captionsUploading: 0 }) }
      })
    },
  }
}
