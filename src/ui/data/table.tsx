import type { ReactNode } from 'react'
import { useText } from '../text/use-text.ts'
import { SortHead } from './sort-head.tsx'
import { type Sort, useSorted } from './use-sorted.ts'

export interface TableColumn<Row> {
  id: string
  title: string
  cell: (row: Row) => ReactNode
  /** What the column is sorted by; without it, it is not sortable here. */
  sortBy?: (row: Row) => string | number | null
  /** Sortable by the page, which answers `onSort`. */
  isSortable?: boolean
  /** Numbers stand at the end. */
  align?: 'start' | 'end'
  /** The cell that names the row. The first column, unless another says so. */
  isName?: boolean
  /** Shows the title to screen readers only: for a column of buttons. */
  isTitleHidden?: boolean
}

export interface TableProps<Row> {
  /** What the table shows; read before it. */
  caption: string
  isCaptionHidden?: boolean
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Held by the page, when the server sorts. */
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
}

/** A table whose parts are not drawn as a table, as on phones, is one for screen readers only if it says so. */
const table = { role: 'table' }
const rowgroup = { role: 'rowgroup' }
const rowRole = { role: 'row' }

/**
 * Rows and columns. On a narrow screen each row becomes a small list of its own, with the column's title
 * before each value; the roles keep it a table for screen readers there.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, isCaptionHidden, columns, rowId, empty } = props
  const { rows, sort, toggle } = useSorted(props)
  const t = useText()
  const name = columns.find(({ isName }) => isName) ?? columns[0]
  if (rows.length === 0 && empty) return empty
  return (
    <table className="ui-table" {...table}>
      <caption className={isCaptionHidden ? 'ui-hidden' : undefined}>{caption}</caption>
      <thead {...rowgroup}>
        <tr {...rowRole}>
          {columns.map((column) => (
            <SortHead
              key={column.id}
              title={column.title}
              align={column.align}
              isTitleHidden={column.isTitleHidden}
              direction={sort?.column === column.id ? sort.direction : undefined}
              onSort={column.sortBy || column.isSortable ? () => toggle(column.id) : undefined}
              hint={t('ui.sort', { column: column.title })}
            />
          ))}
        </tr>
      </thead>
      <tbody {...rowgroup}>
        {rows.map((row) => (
          <tr {...rowRole} key={rowId(row)}>
            {columns.map((column) => (
              <TableCell key={column.id} column={column} row={row} isName={column === name} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface TableCellProps<Row> {
  column: TableColumn<Row>
  row: Row
  isName: boolean
}

function TableCell<Row>({ column, row, isName }: TableCellProps<Row>) {
  const Tag = isName ? 'th' : 'td'
  return (
    <Tag
      role={isName ? 'rowheader' : 'cell'}
      scope={isName ? 'row' : undefined}
      data-align={column.align}
      data-title={isName || column.isTitleHidden ? undefined : column.title}
    >
      <div>{column.cell(row)}</div>
    </Tag>
  )
}
