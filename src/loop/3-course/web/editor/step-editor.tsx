import { CodeBlockLowlight } from '@tiptap/extension-code-block-lowlight'
import { TableCell, TableHeader, TableKit } from '@tiptap/extension-table'
import { type Editor, EditorContent, ReactNodeViewRenderer, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useRef, useState } from 'react'
import { type Block, isSafeHref } from '../../document/schema.ts'
import { codeLanguages } from '../blocks/code-languages.ts'
import { useText } from '../text.ts'
import { CodeView } from './code-view.tsx'
import { guidanceWith, useGuidance, useRenewedGuidance } from './guidance.ts'
import { BlockIds } from './ids.ts'
import { MovingKeys } from './moving.ts'
import { courseNodes } from './nodes.ts'
import { blocksOf, editorContent } from './normalise.ts'
import { SlashKeys } from './slash.ts'
import { useTakenOver } from './taken-over.ts'
import { Code, ListItem } from './text-nodes.ts'
import { Toolbar } from './toolbar.tsx'
import { FilesProvider, useFiles } from './use-files.ts'
import { usePasting } from './use-pasting.ts'
import { useWantedPassage } from './use-readiness.ts'
import './block-forms.css'

const extensionsWith = (
  onKey: (event: KeyboardEvent) => boolean,
  guidance: ReturnType<typeof guidanceWith>,
) => [
  StarterKit.configure({
    codeBlock: false,
    code: false,
    listItem: false,
    underline: false,
    heading: { levels: [2, 3, 4] },
    link: { openOnClick: false, autolink: true, isAllowedUri: isSafeHref },
  }),
  CodeBlockLowlight.extend({ addNodeView: () => ReactNodeViewRenderer(CodeView) }).configure({
    lowlight: codeLanguages,
  }),
  TableKit.configure({ table: { resizable: false }, tableCell: false, tableHeader: false }),
  TableCell.extend({ content: 'paragraph+' }),
  TableHeader.extend({ content: 'paragraph+' }),
  ListItem,
  Code,
  ...courseNodes,
  BlockIds,
  MovingKeys,
  SlashKeys.configure({ onKey }),
  guidance,
]

export interface StepEditorProps {
  /** Whose files it may hold; null where it holds none. */
  courseId: string | null
  blocks: readonly Block[]
  onChange: (blocks: Block[]) => void
  /** Told while files of this step are on their way. */
  onBusy: (isBusy: boolean) => void
  /** Whether the course has this file. */
  isOurs: (asset: string) => boolean
}

/** One step as it is written. `/` opens the menu of blocks; pictures come in by paste, by drop, or from there. */
export function StepEditor({ courseId, blocks, onChange, onBusy, isOurs }: StepEditorProps) {
  const t = useText()
  const now = useRef<Editor | null>(null)
  const { files, attach } = useFiles(courseId, onBusy)
  const pasting = usePasting({ files, editor: () => now.current, isOurs })
  const onKey = useRef<(event: KeyboardEvent) => boolean>(() => false)
  const [content] = useState(() => editorContent(blocks))
  const parts = useGuidance()
  const asked = useRef(parts)
  asked.current = parts
  const [extensions] = useState(() => {
    const guidance = guidanceWith(
      () => asked.current,
      (words) => t('template.example', { words }),
    )
    return extensionsWith((event) => onKey.current(event), guidance)
  })
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
        'data-hint': t('course.editor.placeholder'),
      },
      ...pasting,
    },
    onUpdate: ({ editor: changed }) => onChange(blocksOf(changed.getJSON(), asked.current)),
  })
  now.current = editor
  attach(editor)
  useTakenOver(editor)
  useWantedPassage(editor)
  useRenewedGuidance(editor, parts)
  return (
    <FilesProvider value={files}>
      <div className="editor-step" data-empty={editor?.isEmpty || undefined}>
        <Toolbar editor={editor} onKey={onKey} />
        <EditorContent editor={editor} />
      </div>
    </FilesProvider>
  )
}
