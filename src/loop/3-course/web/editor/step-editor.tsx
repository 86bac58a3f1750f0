import { CodeBlockLowlight } from '@tiptap/extension-code-block-lowlight'
import { TableKit } from '@tiptap/extension-table'
import { EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { common, createLowlight } from 'lowlight'
import { useState } from 'react'
import { type Block, isSafeHref } from '../../document/schema.ts'
import { useText } from '../text.ts'
import { BlockIds } from './ids.ts'
import { courseNodes } from './nodes.ts'
import { blocksOf, editorContent } from './normalise.ts'
import { Code, ListItem } from './text-nodes.ts'
import { Toolbar } from './toolbar.tsx'
import { useFiles } from './use-files.ts'

const lowlight = createLowlight(common)

const extensions = [
  StarterKit.configure({
    codeBlock: false,
    code: false,
    listItem: false,
    underline: false,
    heading: { levels: [2, 3, 4] },
    link: { openOnClick: false, autolink: true, isAllowedUri: isSafeHref },
  }),
  CodeBlockLowlight.configure({ lowlight }),
  TableKit.configure({ table: { resizable: false } }),
  ListItem,
  Code,
  ...courseNodes,
  BlockIds,
]

interface StepEditorProps {
  courseId: string
  blocks: readonly Block[]
  onChange: (blocks: Block[]) => void
}

/** One step as it is written. Pictures come in by paste, by drop, or from the menu. */
export function StepEditor({ courseId, blocks, onChange }: StepEditorProps) {
  const t = useText()
  const [content] = useState(() => editorContent(blocks))
  const files = useFiles(courseId)
  const editor = useEditor({
    extensions,
    content,
    shouldRerenderOnTransaction: true,
    editorProps: {
      attributes: {
        'aria-label': t('course.editor.text'),
        'aria-multiline': 'true',
        role: 'textbox',
        class: 'course-blocks',
      },
      handlePaste: (view, event) => files.take(view.dom, event.clipboardData?.files),
      handleDrop: (view, event) => files.take(view.dom, event.dataTransfer?.files),
    },
    onUpdate: ({ editor: changed }) => onChange(blocksOf(changed.getJSON())),
  })
  files.attach(editor)
  return (
    <div className="editor-step">
      <Toolbar editor={editor} onFile={(kind, file) => files.insert(kind, file)} />
      <EditorContent editor={editor} />
    </div>
  )
}
