import type { NodeViewProps } from '@tiptap/react'
import { ArrowDown, ArrowUp, Copy, CopyPlus, Ellipsis, Trash2 } from 'lucide-react'
import { IconButton, Menu, type MenuAction, toast } from '#ui'
import { useText } from '../text.ts'
import { canMove, copyBlock, duplicateBlock, moveBlock, removeBlock } from './moving.ts'

type Editor = NodeViewProps['editor']

/** What one does with a whole block, wherever it is asked for. */
export function useBlockActions(editor: Editor, where: () => number | null | undefined): MenuAction[] {
  const t = useText()
  const acting = (run: (editor: Editor, at: number) => unknown) => () => {
    const at = where()
    if (typeof at === 'number') run(editor, at)
  }
  const at = where()
  const isStuck = (by: 1 | -1) => typeof at !== 'number' || !canMove(editor, at, by)
  return [
    {
      id: 'up',
      label: t('course.editor.up'),
      icon: ArrowUp,
      keys: 'alt+shift+arrowup',
      isDisabled: isStuck(-1),
      onAction: acting((editor, at) => moveBlock(editor, at, -1)),
    },
    {
      id: 'down',
      label: t('course.editor.down'),
      icon: ArrowDown,
      keys: 'alt+shift+arrowdown',
      isDisabled: isStuck(1),
      onAction: acting((editor, at) => moveBlock(editor, at, 1)),
    },
    { id: 'twice', label: t('course.editor.duplicate'), icon: CopyPlus, onAction: acting(duplicateBlock) },
    {
      id: 'copy',
      label: t('course.editor.copy'),
      icon: Copy,
      onAction: acting((editor, at) => {
        copyBlock(editor, at)
        toast(t('course.editor.copied'))
      }),
    },
    {
      id: 'remove',
      label: t('course.editor.removeBlock'),
      icon: Trash2,
      isDanger: true,
      onAction: acting((editor, at) => {
        removeBlock(editor, at)
        toast({ text: t('course.editor.blockRemoved'), undo: () => void editor.commands.undo() })
      }),
    },
  ]
}

/** The menu of a block that is filled in like a form. */
export function BlockMenu({ editor, getPos }: NodeViewProps) {
  const t = useText()
  const items = useBlockActions(editor, getPos)
  const trigger = <IconButton icon={Ellipsis} size="sm" look="ghost" label={t('course.editor.blockMenu')} />
  return <Menu trigger={trigger} items={items} />
}
