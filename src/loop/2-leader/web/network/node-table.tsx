import { useMemo, useState } from 'react'
import { type Sort, Table, type TableColumn, useLocale } from '#ui'
import { useText } from '../text.ts'
import { NodeButton, type Pointing } from './node-button.tsx'
import { ranksOf } from './order.ts'
import { Pages, usePages } from './pages.tsx'
import type { Picture } from './picture.ts'

/** By what each column puts people in order. */
function keyOf(picture: Picture, column: string, ranks: Int32Array, homeRanks: Int32Array) {
  if (column === 'helps') return picture.helps
  if (column === 'learns') return picture.learns
  return column === 'home' ? Int32Array.from(picture.home, (place) => homeRanks[place] as number) : ranks
}

function useOrder(picture: Picture, sort: Sort): Int32Array {
  const locale = useLocale()
  const [ranks, homeRanks] = useMemo(
    () =>
      [
        ranksOf(picture.names, locale),
        ranksOf(
          picture.homes.map(({ name }) => name),
          locale,
        ),
      ] as const,
    [picture, locale],
  )
  return useMemo(() => {
    const key = keyOf(picture, sort.column, ranks, homeRanks)
    const sign = sort.direction === 'ascending' ? 1 : -1
    return Int32Array.from(key.keys()).sort(
      (a, b) =>
        sign * ((key[a] as number) - (key[b] as number)) || (ranks[a] as number) - (ranks[b] as number),
    )
  }, [picture, sort, ranks, homeRanks])
}

/** Everybody of the picture: how many others each helps, and learns from. */
export function NodeTable({ picture, ...pointing }: Pointing & { picture: Picture }) {
  const t = useText()
  const [sort, setSort] = useState<Sort>({ column: 'helps', direction: 'descending' })
  const order = useOrder(picture, sort)
  const pages = usePages(order.length, order)
  const home: TableColumn<number> = {
    ...{ id: 'home', title: t('leader.network.group'), isSortable: true },
    cell: (node) => picture.homes[picture.home[node] as number]?.name,
  }
  const count = (id: 'helps' | 'learns', title: string): TableColumn<number> => ({
    ...{ id, title, isSortable: true, align: 'end' },
    cell: (node) => picture[id][node],
  })
  return (
    <>
      <Table
        caption={t(picture.kind === 'people' ? 'leader.network.nodes' : 'leader.network.nodesGroups')}
        isCaptionHidden
        rows={[...order.subarray(pages.from, pages.to)]}
        rowId={String}
        sort={sort}
        onSort={setSort}
        columns={[
          {
            ...{ id: 'name', title: t('leader.network.name'), isSortable: true },
            cell: (node) => <NodeButton {...pointing} picture={picture} node={node} />,
          },
          ...(picture.kind === 'people' ? [home] : []),
          count('helps', t('leader.network.helpsMany')),
          count('learns', t('leader.network.learnsMany')),
        ]}
      />
      <Pages {...pages} />
    </>
  )
}
