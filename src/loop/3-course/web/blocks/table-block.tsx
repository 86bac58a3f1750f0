import type { Block } from '../../document/schema.ts'
import { InlineView } from './inline.tsx'
import { ScrollBox } from './scroll-box.tsx'
import { useText } from './text.ts'

type Table = Extract<Block, { type: 'table' }>
type Cell = Table['content'][number]['content'][number]

interface TableProps {
  block: Table
  stepHref: (stepId: string) => string
}

/** A table that scrolls sideways by itself where it is wider than the page. */
export function TableBlock({ block, stepHref }: TableProps) {
  const t = useText()
  const rows = block.content.map((row, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and are only read here
    <tr key={index}>
      {row.content.map((cell, place) => (
        <CellView
          key={cell.content[0]?.attrs.id ?? place}
          cell={cell}
          isTop={index === 0}
          stepHref={stepHref}
        />
      ))}
    </tr>
  ))
  return (
    <div className="course-table" data-block={block.attrs.id}>
      <ScrollBox label={t('course.block.table')}>
        <table>
          <tbody>{rows}</tbody>
        </table>
      </ScrollBox>
    </div>
  )
}

function CellView({
  cell,
  isTop,
  stepHref,
}: {
  cell: Cell
  isTop: boolean
  stepHref: TableProps['stepHref']
}) {
  const { colspan, rowspan } = cell.attrs
  const content = cell.content.map(({ attrs, content }) => (
    <p key={attrs.id} data-block={attrs.id}>
      <InlineView content={content} stepHref={stepHref} />
    </p>
  ))
  return cell.type === 'tableHeader' ? (
    <th scope={isTop ? 'col' : 'row'} colSpan={colspan} rowSpan={rowspan}>
      {content}
    </th>
  ) : (
    <td colSpan={colspan} rowSpan={rowspan}>
      {content}
    </td>
  )
}
