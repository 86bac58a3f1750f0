import { useMemo, useState } from 'react'
import { type Sort, Table, type TableColumn, useDate, useLocale } from '#ui'
import { useText } from '../text.ts'
import { NodeButton, type Pointing } from './node-button.tsx'
import { type LinkColumn, linksInOrder, ranksOf } from './order.ts'
import { Pages, usePages } from './pages.tsx'
import type { Picture } from './picture.ts'
import { useRange } from './range.ts'

interface LinkTableProps extends Pointing {
  picture: Picture
  /** Only the links of one. */
  of: number | null
}

/** A month, counted from January 1970, in words. */
function useMonth() {
  const date = useDate('month')
  return (month: number) => date(new Date(Date.UTC(1970, month, 15)))
}

function useColumns({ picture, ...pointing }: LinkTableProps): TableColumn<number>[] {
  const t = useText()
  const month = useMonth()
  const range = useRange()
  const node = (id: 'from' | 'to'): TableColumn<number> => ({
    ...{ id, title: t(`leader.network.${id}`), isSortable: true },
    cell: (link) => <NodeButton {...pointing} picture={picture} node={picture[id][link] as number} />,
  })
  const moment = (id: 'first' | 'last'): TableColumn<number> => ({
    ...{ id, title: t(`leader.network.${id}`), isSortable: true },
    cell: (link) => month(picture[id]?.[link] as number),
  })
  const acts: TableColumn<number> = {
    ...{ id: 'acts', title: t('leader.network.acts'), isSortable: true, align: 'end' },
    cell: (link) => (picture.kind === 'groups' ? range(picture.acts[link] as number) : picture.acts[link]),
  }
  return [node('from'), node('to'), acts, ...(picture.last ? [moment('first'), moment('last')] : [])]
}

/** Every link of the picture, in any order, fifty at a time. */
export function LinkTable(props: LinkTableProps) {
  const { picture, of } = props
  const t = useText()
  const locale = useLocale()
  const [sort, setSort] = useState<Sort>({ column: 'acts', direction: 'descending' })
  const ranks = useMemo(() => ranksOf(picture.names, locale), [picture, locale])
  const links = useMemo(() => {
    const by = { column: sort.column as LinkColumn, isAscending: sort.direction === 'ascending' }
    return linksInOrder(picture, ranks, by, of)
  }, [picture, ranks, sort, of])
  const pages = usePages(links.length, links)
  const columns = useColumns(props)
  return (
    <>
      <Table
        caption={t('leader.network.links')}
        isCaptionHidden
        rows={[...links.subarray(pages.from, pages.to)]}
        rowId={String}
        columns={columns}
        sort={sort}
        onSort={setSort}
      />
      <Pages {...pages} />
    </>
  )
}
