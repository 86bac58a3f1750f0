import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react'
import { Button } from 'react-aria-components/Button'

interface SortHeadProps {
  title: string
  hint: string
  align: 'start' | 'end' | undefined
  isTitleHidden: boolean | undefined
  direction: 'ascending' | 'descending' | undefined
  onSort: (() => void) | undefined
}

/** Said although it is a <th>: on phones it is not drawn as part of a table. */
const role = { role: 'columnheader' }

/** The head of one column; a button when the column can be sorted. */
export function SortHead({ title, hint, align, isTitleHidden, direction, onSort }: SortHeadProps) {
  const Arrow = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ArrowUpDown
  return (
    <th {...role} scope="col" aria-sort={direction} data-align={align}>
      {onSort ? (
        <Button className="ui-sort" onPress={onSort} aria-label={hint}>
          {title}
          <Arrow size={14} aria-hidden="true" />
        </Button>
      ) : (
        <span className={isTitleHidden ? 'ui-hidden' : undefined}>{title}</span>
      )}
    </th>
  )
}
