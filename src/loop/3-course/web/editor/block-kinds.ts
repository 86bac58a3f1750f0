import type { Editor } from '@tiptap/core'
import {
  ChevronsUpDown,
  CircleDot,
  Code,
  FileText,
  Hash,
  Heading2,
  Heading3,
  Image,
  Info,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  Pilcrow,
  Quote,
  SquareArrowOutUpRight,
  Table,
  TextCursorInput,
  ToggleLeft,
  Video,
} from 'lucide-react'
import { newQuestion, type QuestionKind, questionKinds } from '../../document/new-question.ts'
import { calloutKinds } from '../../document/schema.ts'
import type { FileKind } from './use-files.ts'

export const blockGroups = ['text', 'media', 'question', 'callout'] as const

type TextName =
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'bullets'
  | 'numbers'
  | 'table'
  | 'codeBlock'
  | 'blockquote'
  | 'horizontalRule'
type Name =
  | TextName
  | FileKind
  | 'embed'
  | 'collapsible'
  | `question.${QuestionKind}`
  | `callout.${(typeof calloutKinds)[number]}`

/** One kind of block that can be put into a step. `name` is the end of its messages' names. */
export interface BlockKind {
  id: string
  group: (typeof blockGroups)[number]
  name: Name
  icon: LucideIcon
  /** Puts it where the cursor is. Left out for what begins with a file. */
  put?: (editor: Editor, id: string) => unknown
  file?: FileKind
}

const plain = (name: TextName, icon: LucideIcon, put: BlockKind['put']): BlockKind => ({
  id: name,
  group: 'text',
  name,
  icon,
  ...(put && { put }),
})
const file = (name: FileKind, icon: LucideIcon): BlockKind => ({
  id: name,
  group: 'media',
  name,
  icon,
  file: name,
})
const insert = (type: string, attrs: object, content?: object[]) => (editor: Editor, id: string) =>
  editor
    .chain()
    .focus()
    .insertContent({ type, attrs: { id, ...attrs }, ...(content && { content }) })
    .run()
const paragraph = [{ type: 'paragraph' }]

const questionIcons: Record<QuestionKind, LucideIcon> = {
  single: CircleDot,
  multiple: ListChecks,
  truefalse: ToggleLeft,
  short: TextCursorInput,
  numeric: Hash,
  ordering: ChevronsUpDown,
}

/** Every kind of block, in the order of the menu. */
export const blockKinds: readonly BlockKind[] = [
  plain('paragraph', Pilcrow, (editor) => editor.chain().focus().setParagraph().run()),
  plain('heading2', Heading2, (editor) => editor.chain().focus().setHeading({ level: 2 }).run()),
  plain('heading3', Heading3, (editor) => editor.chain().focus().setHeading({ level: 3 }).run()),
  plain('bullets', List, (editor) => editor.chain().focus().toggleBulletList().run()),
  plain('numbers', ListOrdered, (editor) => editor.chain().focus().toggleOrderedList().run()),
  plain('table', Table, (editor) =>
    editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  ),
  plain('codeBlock', Code, (editor) => editor.chain().focus().setCodeBlock().run()),
  plain('blockquote', Quote, (editor) => editor.chain().focus().toggleBlockquote().run()),
  plain('horizontalRule', Minus, (editor) => editor.chain().focus().setHorizontalRule().run()),
  file('image', Image),
  file('video', Video),
  file('file', FileText),
  {
    id: 'embed',
    group: 'media',
    name: 'embed',
    icon: SquareArrowOutUpRight,
    put: insert('embed', {}),
  },
  ...questionKinds.map(
    (kind): BlockKind => ({
      id: `question-${kind}`,
      group: 'question',
      name: `question.${kind}`,
      icon: questionIcons[kind],
      put: (editor, id) => insert('question', { question: newQuestion(kind) })(editor, id),
    }),
  ),
  {
    id: 'collapsible',
    group: 'callout',
    name: 'collapsible',
    icon: ChevronsUpDown,
    put: insert('collapsible', {}, paragraph),
  },
  ...calloutKinds.map(
    (kind): BlockKind => ({
      id: `callout-${kind}`,
      group: 'callout',
      name: `callout.${kind}`,
      icon: Info,
      put: insert('callout', { kind }, paragraph),
    }),
  ),
]
