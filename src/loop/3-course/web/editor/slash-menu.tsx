import type { Editor } from '@tiptap/react'
import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { folded } from '#ui'
import { useText } from '../text.ts'
import { type BlockKind, blockGroups, blockKinds } from './block-kinds.ts'
import { blockWords } from './block-words.ts'
import { closeSlash, type Slash, slashOf } from './slash.ts'
import './slash.css'

type Text = ReturnType<typeof useText>

/** The kinds whose words begin, or whose name holds, what was written. */
function kindsFor(t: Text, query: string, hasFiles: boolean): BlockKind[] {
  const wanted = folded(query.trim())
  return blockKinds.filter(({ name, file }) => {
    if (file && !hasFiles) return false
    const words = folded(`${t(`course.editor.insert.${name}`)} ${blockWords[name]}`)
    return words.split(/[\s,]+/).some((word) => word.startsWith(wanted)) || words.includes(wanted)
  })
}

interface SlashMenuProps {
  editor: Editor
  /** Where keys are asked for first. */
  onKey: RefObject<(event: KeyboardEvent) => boolean>
  onChoose: (kind: BlockKind) => void
  /** Whether the slash was put there by a button: closing takes it away again. */
  isAsked: RefObject<boolean>
  /** Whether what begins with a file can be put in. */
  hasFiles: boolean
}

/** The menu of blocks at a slash. The cursor stays in the text; the menu says which line Enter would take. */
export function SlashMenu({ editor, onKey, onChoose, isAsked, hasFiles }: SlashMenuProps) {
  const t = useText()
  // The line belongs to what was looked for: another query begins at the first one again.
  const [line, setLine] = useState({ query: '', at: 0 })
  const look = () => {
    const slash = slashOf(editor)
    const kinds = slash ? kindsFor(t, slash.query, hasFiles) : []
    const at = line.query === slash?.query ? line.at : 0
    return { slash, kinds, at, active: kinds[Math.min(at, kinds.length - 1)] }
  }
  const { slash, kinds, active } = look()
  const isOpen = slash !== null && kinds.length > 0
  const id = useId()
  const choose = (kind: BlockKind) => {
    closeSlash(editor, true)
    isAsked.current = false
    onChoose(kind)
  }
  onKey.current = (event) => {
    // What was written last may not be drawn yet: a key means what is found for all of it.
    const now = look()
    if (!now.slash || !now.active) return false
    const { at } = now
    const last = now.kinds.length - 1
    const steps: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 5),
      PageUp: Math.max(0, at - 5),
    }
    const step = steps[event.key]
    if (step !== undefined) setLine({ query: now.slash.query, at: step })
    else if (event.key === 'Escape') {
      closeSlash(editor, isAsked.current)
      isAsked.current = false
    } else if (event.key === 'Enter') choose(now.active)
    else return false
    return true
  }
  useSpoken(editor, id, isOpen && active ? `${id}-${active.id}` : null)
  return (
    <>
      <span className="ui-hidden" role="status">
        {slash && t('course.editor.insert.found', { count: kinds.length })}
      </span>
      {isOpen &&
        createPortal(
          <Lines editor={editor} slash={slash} id={id} kinds={kinds} active={active} onChoose={choose} />,
          // Beside the text and not in the toolbar, whose layer lies below the bars of the page.
          editor.view.dom.closest('.editor-step') ?? document.body,
        )}
    </>
  )
}

/** While the menu is open the text is its combobox: it keeps the focus and names the active line. */
function useSpoken(editor: Editor, id: string, active: string | null): void {
  useEffect(() => {
    const { dom } = editor.view
    if (!active) return
    const said = {
      role: 'combobox',
      'aria-expanded': 'true',
      'aria-haspopup': 'listbox',
      'aria-autocomplete': 'list',
      'aria-controls': id,
      'aria-activedescendant': active,
    }
    for (const [name, value] of Object.entries(said)) dom.setAttribute(name, value)
    dom.removeAttribute('aria-multiline')
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of Object.keys(said)) dom.removeAttribute(name)
      dom.setAttribute('role', 'textbox')
      dom.setAttribute('aria-multiline', 'true')
    }
  }, [editor, id, active])
}

interface LinesProps {
  editor: Editor
  slash: Slash
  id: string
  kinds: readonly BlockKind[]
  active: BlockKind | undefined
  onChoose: (kind: BlockKind) => void
}

function Lines({ editor, slash, id, kinds, active, onChoose }: LinesProps) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  usePlace(editor, slash.from, box)
  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      aria-label={t('course.editor.insert')}
      className="ui-beside editor-slash"
    >
      {blockGroups.map((group) => {
        const lines = kinds.filter((kind) => kind.group === group)
        if (lines.length === 0) return null
        const title = t(`course.editor.insert.group.${group}`)
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox, which has no element of its own
          <div key={group} role="group" aria-label={title}>
            <p aria-hidden="true">{title}</p>
            {lines.map((kind) => (
              <Line
                key={kind.id}
                id={`${id}-${kind.id}`}
                kind={kind}
                isActive={kind === active}
                onChoose={() => onChoose(kind)}
              />
            ))}
          </div>
        )
      })}
    </div>
  )
}

interface LineProps {
  id: string
  kind: BlockKind
  isActive: boolean
  onChoose: () => void
}

function Line({ id, kind, isActive, onChoose }: LineProps) {
  const t = useText()
  const { icon: Icon, name } = kind
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the text, which keeps the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the active line
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className="editor-slash-line"
      // The text keeps the focus, and a phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span>
        <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <b>{t(`course.editor.insert.${name}`)}</b>
      <small>{t(`course.editor.insert.${name}.hint`)}</small>
    </div>
  )
}

const gap = 6

/** Stands below the slash, or above it where there is more room; never under the keyboard of a phone. */
function usePlace(editor: Editor, from: number, box: RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const view = window.visualViewport
    const place = () => {
      const menu = box.current
      if (!menu) return
      const { left, top, bottom } = editor.view.coordsAtPos(from)
      const edge = (view?.offsetTop ?? 0) + (view?.height ?? window.innerHeight)
      const [below, above] = [edge - bottom - 2 * gap, top - (view?.offsetTop ?? 0) - 2 * gap]
      const isBelow = below >= Math.min(menu.scrollHeight, 260) || below >= above
      menu.style.maxBlockSize = `${Math.min(420, isBelow ? below : above)}px`
      const height = Math.min(menu.scrollHeight, 420, isBelow ? below : above)
      menu.style.insetBlockStart = `${isBelow ? bottom + gap : top - gap - height}px`
      menu.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - menu.offsetWidth - gap))}px`
    }
    place()
    window.addEventListener('scroll', place, true)
    view?.addEventListener('resize', place)
    return () => {
      window.removeEventListener('scroll', place, true)
      view?.removeEventListener('resize', place)
    }
  })
}
