import { type RefObject, useRef } from 'react'
import { useShortcut } from './shortcuts.ts'

/** J and K walk through the rows of a list: put the answer on the element around them. */
export function useRowKeys<Element extends HTMLElement>(
  labels: { next: string; previous: string; group?: string },
  selector = '.ui-row a, .ui-row button',
): RefObject<Element | null> {
  const list = useRef<Element>(null)
  const walk = (by: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])]
    const at = rows.findIndex((row) => row.contains(document.activeElement))
    const next = rows[at < 0 ? 0 : at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut('j', () => walk(1), { label: labels.next, group: labels.group })
  useShortcut('k', () => walk(-1), { label: labels.previous, group: labels.group })
  return list
}
