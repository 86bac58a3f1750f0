import { useEffect, useRef } from 'react'

export const mostRows = 20
export const fewestRows = 2

/** The rows of a question: after one was taken away or added, the keyboard goes on in the row that stands there. */
export function useRows<Row>(rows: readonly Row[], onChange: (rows: Row[]) => void) {
  const list = useRef<HTMLDivElement>(null)
  const next = useRef<{ row: number; of: number } | null>(null)
  // The text takes a change over and draws it later than this component does.
  useEffect(() => {
    if (next.current?.of !== rows.length) return
    const shown = list.current?.querySelectorAll('[data-row]') ?? []
    shown[Math.min(next.current.row, shown.length - 1)]?.querySelector<HTMLElement>('.ui-input')?.focus()
    next.current = null
  })
  const add = (row: Row) => {
    next.current = { row: rows.length, of: rows.length + 1 }
    onChange([...rows, row])
  }
  const remove = (index: number) => {
    next.current = { row: index, of: rows.length - 1 }
    onChange(rows.filter((_, at) => at !== index))
  }
  const move = (from: number, to: number) => {
    const moved = [...rows]
    moved.splice(to, 0, ...moved.splice(from, 1))
    onChange(moved)
  }
  return { list, add, remove, move }
}
