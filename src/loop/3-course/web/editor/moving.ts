import { type Editor, Extension } from '@tiptap/core'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import { renewed } from './renew.ts'

/** Where the block begins that stands for itself in the step and holds the cursor. */
export function blockAt(editor: Editor): number | null {
  const { $from } = editor.state.selection
  return $from.depth === 0 ? (editor.state.doc.nodeAt($from.pos) ? $from.pos : null) : $from.before(1)
}

/** Whether a block has a neighbour on that side to change places with. */
export function canMove(editor: Editor, at: number, by: 1 | -1): boolean {
  const place = editor.state.doc.resolve(at)
  return place.parent.maybeChild(place.index() + by) !== null
}

/** Changes places with the block before (-1) or after (1), within whatever both are in. The ids stay. */
export function moveBlock(editor: Editor, at: number, by: 1 | -1): boolean {
  const place = editor.state.doc.resolve(at)
  const node = place.parent.maybeChild(place.index())
  const other = place.parent.maybeChild(place.index() + by)
  if (!node || !other) return false
  const from = by < 0 ? at - other.nodeSize : at
  const edit = editor.state.tr.replaceWith(
    from,
    from + node.nodeSize + other.nodeSize,
    by < 0 ? [node, other] : [other, node],
  )
  const now = by < 0 ? from : at + other.nodeSize
  edit.setSelection(
    node.isAtom ? NodeSelection.create(edit.doc, now) : Selection.near(edit.doc.resolve(now + 1)),
  )
  editor.view.dispatch(edit.scrollIntoView())
  return true
}

/** Puts a copy with ids of its own after a block. */
export function duplicateBlock(editor: Editor, at: number): void {
  const node = editor.state.doc.nodeAt(at)
  if (node) editor.view.dispatch(editor.state.tr.insert(at + node.nodeSize, renewed(node)).scrollIntoView())
}

/** Puts a block on the clipboard, whole. */
export function copyBlock(editor: Editor, at: number): void {
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)))
  editor.view.focus()
  document.execCommand('copy')
}

export function removeBlock(editor: Editor, at: number): void {
  const node = editor.state.doc.nodeAt(at)
  if (node)
    editor
      .chain()
      .deleteRange({ from: at, to: at + node.nodeSize })
      .focus()
      .run()
}

const moveHere = (by: 1 | -1) => (editor: Editor) => {
  const at = blockAt(editor)
  return at === null ? false : moveBlock(editor, at, by)
}

/** Moving blocks by keyboard, with the keys that word processors use. */
export const MovingKeys = Extension.create({
  name: 'movingKeys',
  addKeyboardShortcuts: () => ({
    'Alt-Shift-ArrowUp': ({ editor }) => moveHere(-1)(editor),
    'Alt-Shift-ArrowDown': ({ editor }) => moveHere(1)(editor),
  }),
})
