import { useEffect, useRef, useSyncExternalStore } from 'react'
import { strokeOf } from './keys.ts'

/** What the keyboard map says about a key. */
export interface ShortcutWords {
  label: string
  /** The heading it stands under; "Everywhere" when left out. */
  group?: string | undefined
}

/** A key and what it does. */
export interface Shortcut extends ShortcutWords {
  /** `mod+k`, `?`, `e`, or two strokes such as `g h`. */
  keys: string
}

interface Registered extends Shortcut {
  run: () => void
}

const patience = 1200
let registered: readonly Registered[] = []
let before = { stroke: '', at: 0 }
const listeners = new Set<() => void>()

function change(next: readonly Registered[]): void {
  if (registered.length === 0 && next.length > 0) document.addEventListener('keydown', press)
  if (registered.length > 0 && next.length === 0) document.removeEventListener('keydown', press)
  registered = next
  for (const listener of listeners) listener()
}

/** The latest registration of a key wins: a page may take a key from the frame around it. */
function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || event.isComposing) return
  const stroke = strokeOf(event)
  if (isBusy(event) && !stroke.startsWith('mod+')) return
  const pair = event.timeStamp - before.at < patience ? `${before.stroke} ${stroke}` : ''
  const found =
    registered.findLast(({ keys }) => keys === pair) ?? registered.findLast(({ keys }) => keys === stroke)
  before = found ? { stroke: '', at: 0 } : { stroke, at: event.timeStamp }
  if (!found) return
  event.preventDefault()
  found.run()
}

/** Someone is writing, or an open window keeps the keys to itself. */
function isBusy(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable="true"], [role="menu"]')) return true
  return document.querySelector('[role="dialog"], [role="alertdialog"]:not(.ui-toast)') !== null
}

/**
 * Makes keys do something while the component is on screen, and lists them in the keyboard map.
 * Plain keys are silent while someone types; those with `mod` work everywhere. `null` for `run` turns it off.
 */
export function useShortcut(keys: string, run: (() => void) | null, { label, group }: ShortcutWords): void {
  const latest = useRef(run)
  latest.current = run
  const isOn = run !== null
  useEffect(() => {
    if (!isOn) return
    const own: Registered = { keys, label, group, run: () => latest.current?.() }
    change([...registered, own])
    return () => change(registered.filter((one) => one !== own))
  }, [keys, label, group, isOn])
}

/** Every key that does something now. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => registered,
  )
}
