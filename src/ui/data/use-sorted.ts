import { useState } from 'react'
import { useLocale } from '../text/text-provider.tsx'

/** By which column rows stand, and in which direction. */
export interface Sort {
  column: string
  direction: 'ascending' | 'descending'
}

type Value = string | number | null

interface Sortable<Row> {
  columns: readonly { id: string; sortBy?: (row: Row) => Value }[]
  rows: readonly Row[]
  sort?: Sort | null
  onSort?: (sort: Sort) => void
}

/** Rows in order: sorted here by a column's `sortBy`, or as they came when the page sorts. */
export function useSorted<Row>({ columns, rows, sort: held, onSort }: Sortable<Row>) {
  const [own, setOwn] = useState<Sort | null>(null)
  const locale = useLocale()
  const sort = held === undefined ? own : held
  const by = columns.find(({ id }) => id === sort?.column)?.sortBy
  const toggle = (column: string) => {
    const isSame = sort?.column === column
    const next: Sort = {
      column,
      direction: isSame && sort.direction === 'ascending' ? 'descending' : 'ascending',
    }
    if (held === undefined) setOwn(next)
    onSort?.(next)
  }
  if (!by || held !== undefined || !sort) return { rows, sort, toggle }
  const sign = sort.direction === 'ascending' ? 1 : -1
  const words = new Intl.Collator(locale, { numeric: true })
  return { rows: rows.toSorted((a, b) => sign * compare(by(a), by(b), words)), sort, toggle }
}

/** Missing values stand first when ascending; words follow the reader's alphabet. */
function compare(a: Value, b: Value, words: Intl.Collator): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1)
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b))
}
