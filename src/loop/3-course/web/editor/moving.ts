import { type Editor, Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
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

/** Puts a block on the clipboard, whole, wherever the focus is: in the menu that asked for it. */
export function copyBlock(editor: Editor, at: number): void {
  const node = editor.state.doc.nodeAt(at)
  if (!node) return
  const { dom, text } = editor.view.serializeForClipboard(new Slice(Fragment.from(node), 0, 0))
  const write = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/html', dom.innerHTML)
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', write, { capture: true, once: true })
  document.execCommand('copy')
}

/** After a block that is selected as a whole: what is typed next comes below it and does not replace it. */
export function goOnBelow(editor: Editor): void {
  const { selection, doc } = editor.state
  if (!(selection instanceof NodeSelection)) return
  const { to } = selection
  const chain = editor.chain()
  if (!doc.resolve(to).nodeAfter?.isTextblock) chain.insertContentAt(to, { type: 'paragraph' })
  chain.setTextSelection(to + 1).run()
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
