import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'

/** Where a slash stands and what was written after it, while its menu is open. */
export interface Slash {
  from: number
  to: number
  query: string
}

const key = new PluginKey<Slash | null>('slash')
const close = 'close'
const longest = 30

export const slashOf = (editor: Editor): Slash | null => key.getState(editor.state) ?? null

/** A slash at the start of a text or after a space, with the cursor behind it or behind a word that follows it. */
function find({ selection }: EditorState): Slash | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  const [, query] = before.match(/(?:^|\s)\/((?:[^\s/][^/]*)?)$/) ?? []
  if (query === undefined || query.length > longest) return null
  return { from: $from.pos - query.length - 1, to: $from.pos, query }
}

/** Opens when a slash is written, not when somebody walks past one; stays closed once it was closed. */
function next(change: Transaction, open: Slash | null, before: EditorState, now: EditorState): Slash | null {
  if (change.getMeta(key) === close) return null
  const found = find(now)
  if (!found || open?.from === found.from) return found && open ? found : null
  const isTyped = change.docChanged && found.query === '' && find(before)?.from !== found.from
  return isTyped ? found : null
}

interface SlashOptions {
  /** Asked first for every key; answers whether the menu took it. */
  onKey: (event: KeyboardEvent) => boolean
}

/** Knows when a slash asks for the menu of blocks. */
export const SlashKeys = Extension.create<SlashOptions>({
  name: 'slash',
  priority: 1000,
  addOptions: () => ({ onKey: () => false }),
  addProseMirrorPlugins() {
    const { onKey } = this.options
    return [
      new Plugin<Slash | null>({
        key,
        state: { init: () => null, apply: next },
        props: { handleKeyDown: (view, event) => key.getState(view.state) != null && onKey(event) },
      }),
    ]
  },
})

/** Closes the menu; what was written stays, or goes when nobody wrote it. */
export function closeSlash(editor: Editor, isErased: boolean): void {
  const open = slashOf(editor)
  const edit = editor.state.tr.setMeta(key, close)
  if (open && isErased) edit.delete(open.from, open.to)
  editor.view.dispatch(edit)
}

/** Opens the menu in an empty line: the one the cursor is in, or a new one after this block. */
export function openSlash(editor: Editor): void {
  const { $from } = editor.state.selection
  const isFree = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  if (!isFree) {
    const at = $from.depth === 0 ? editor.state.selection.to : $from.after(1)
    editor
      .chain()
      .insertContentAt(at, { type: 'paragraph' })
      .setTextSelection(at + 1)
      .run()
  }
  editor.chain().focus().insertContent('/').run()
}
