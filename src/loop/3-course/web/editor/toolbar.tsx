import type { Editor } from '@tiptap/react'
import {
  Bold,
  Code,
  Ellipsis,
  Heading2,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Undo2,
} from 'lucide-react'
import { type RefObject, useState } from 'react'
import { Button, Dialog, Form, IconButton, Menu, TextField } from '#ui'
import { isSafeHref } from '../../document/schema.ts'
import { useText } from '../text.ts'
import { useBlockActions } from './block-menu.tsx'
import { Insert } from './insert.tsx'
import { blockAt } from './moving.ts'

interface ToolbarProps {
  editor: Editor | null
  /** Where the text asks for keys first. */
  onKey: RefObject<(event: KeyboardEvent) => boolean>
}

/** What one does with the text, and what one puts into it. */
export function Toolbar({ editor, onKey }: ToolbarProps) {
  const t = useText()
  const [isLinking, setLinking] = useState(false)
  if (!editor) return null
  return (
    <div role="toolbar" aria-label={t('course.editor.toolbar')} className="editor-toolbar">
      <Insert editor={editor} onKey={onKey} />
      {formats(editor).map(({ name, icon, isOn, isOff, run }) => (
        <IconButton
          key={name}
          size="sm"
          icon={icon}
          label={t(`course.editor.${name}`)}
          look={isOn ? 'soft' : 'ghost'}
          isDisabled={isOff ?? false}
          onPress={() => (run ? run() : setLinking(true))}
        />
      ))}
      <BlockActions editor={editor} />
      {isLinking && <LinkDialog editor={editor} onClose={() => setLinking(false)} />}
    </div>
  )
}

/** What one does with the block that holds the cursor. */
function BlockActions({ editor }: { editor: Editor }) {
  const t = useText()
  const items = useBlockActions(editor, () => blockAt(editor))
  const trigger = <IconButton icon={Ellipsis} size="sm" look="ghost" label={t('course.editor.blockMenu')} />
  return <Menu trigger={trigger} items={items} />
}

interface Format {
  name: 'heading' | 'bold' | 'italic' | 'code' | 'link' | 'bullets' | 'numbers' | 'undo' | 'redo'
  icon: LucideIcon
  isOn?: boolean
  isOff?: boolean
  /** Left out where a window asks for more first. */
  run?: () => boolean
}

function formats(editor: Editor): Format[] {
  const chain = () => editor.chain().focus()
  const on = (name: string) => editor.isActive(name)
  return [
    {
      name: 'heading',
      icon: Heading2,
      isOn: on('heading'),
      run: () => chain().toggleHeading({ level: 2 }).run(),
    },
    { name: 'bold', icon: Bold, isOn: on('bold'), run: () => chain().toggleBold().run() },
    { name: 'italic', icon: Italic, isOn: on('italic'), run: () => chain().toggleItalic().run() },
    { name: 'code', icon: Code, isOn: on('code'), run: () => chain().toggleMark('code').run() },
    { name: 'link', icon: Link2, isOn: on('link') },
    { name: 'bullets', icon: List, isOn: on('bulletList'), run: () => chain().toggleBulletList().run() },
    {
      name: 'numbers',
      icon: ListOrdered,
      isOn: on('orderedList'),
      run: () => chain().toggleOrderedList().run(),
    },
    { name: 'undo', icon: Undo2, isOff: !editor.can().undo(), run: () => chain().undo().run() },
    { name: 'redo', icon: Redo2, isOff: !editor.can().redo(), run: () => chain().redo().run() },
  ]
}

function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useText()
  const [href, setHref] = useState(String(editor.getAttributes('link').href ?? 'https://'))
  const set = () => {
    editor.chain().focus().extendMarkRange('link').setLink({ href }).run()
    onClose()
  }
  return (
    <Dialog title={t('course.editor.link')} isOpen onOpenChange={(isOpen) => !isOpen && onClose()} size="sm">
      <Form onSubmit={set}>
        <TextField
          label={t('course.editor.linkAddress')}
          value={href}
          onChange={setHref}
          check={(value) => (isSafeHref(value) ? null : t('course.editor.linkWrong'))}
          autoFocus
          isRequired
        />
        <Button type="submit" look="primary">
          {t('course.editor.linkSet')}
        </Button>
      </Form>
    </Dialog>
  )
}
