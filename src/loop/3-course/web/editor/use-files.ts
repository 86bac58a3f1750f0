import type { Editor } from '@tiptap/react'
import { useRef } from 'react'
import { CallError } from '#platform/http/call'
import { toast, useNumber } from '#ui'
import { newBlockId } from '../../document/blocks.ts'
import { useText } from '../text.ts'
import { uploadFile } from './upload.ts'

export type FileKind = 'image' | 'video' | 'file'

const kindOf = (file: File): FileKind =>
  file.type.startsWith('image/') ? 'image' : file.type.startsWith('video/') ? 'video' : 'file'

/** Files on their way into a course: a block stands in their place at once and tells how far they are. */
export function useFiles(courseId: string) {
  const t = useText()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  const editor = useRef<Editor | null>(null)

  const change = (id: string, attrs: Record<string, unknown> | null) => {
    const now = editor.current
    now?.state.doc.descendants((node, position) => {
      if (node.attrs.id !== id) return
      const edit = now.state.tr
      if (attrs) now.view.dispatch(edit.setNodeMarkup(position, undefined, { ...node.attrs, ...attrs }))
      else now.view.dispatch(edit.delete(position, position + node.nodeSize))
      return false
    })
  }

  const insert = async (kind: FileKind, file: File) => {
    const id = newBlockId()
    const uploading = t('course.editor.uploading')
    editor.current
      ?.chain()
      .focus()
      .insertContent({ type: kind, attrs: { id, name: file.name, uploading } })
      .run()
    const progress = (share: number) =>
      change(id, { uploading: t('course.editor.uploadingAt', { percent: percent(share) }) })
    try {
      change(id, { asset: await uploadFile(courseId, file, progress), uploading: null })
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      change(id, null)
      toast({
        text: t('course.editor.uploadFailed', { name: file.name, reason: error.problem.detail }),
        tone: 'danger',
      })
    }
  }

  return {
    attach: (next: Editor | null) => {
      editor.current = next
    },
    insert,
    /** Takes pasted or dropped files; answers whether there were any. */
    take: (_: HTMLElement, list: FileList | undefined): boolean => {
      const found = [...(list ?? [])]
      for (const file of found) void insert(kindOf(file), file)
      return found.length > 0
    },
  }
}
