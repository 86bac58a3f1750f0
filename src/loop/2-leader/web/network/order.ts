import type { Picture } from './picture.ts'

export type LinkColumn = 'from' | 'to' | 'acts' | 'first' | 'last'

/** The place of each name in the reader's alphabet, so that a hundred thousand rows are put in order by numbers. */
export function ranksOf(names: readonly string[], locale: string): Int32Array {
  const words = new Intl.Collator(locale, { numeric: true })
  const order = [...names.keys()].sort((a, b) => words.compare(names[a] as string, names[b] as string))
  const ranks = new Int32Array(names.length)
  for (const [rank, one] of order.entries()) ranks[one] = rank
  return ranks
}

/** The links of one, or all of them, in the order of a column. */
export function linksInOrder(
  picture: Picture,
  ranks: Int32Array,
  by: { column: LinkColumn; isAscending: boolean },
  of: number | null,
): Uint32Array {
  const { from, to } = picture
  const isNamed = by.column === 'from' || by.column === 'to'
  const values = picture[by.column] ?? picture.acts
  const key = Float64Array.from(values, (value) => (isNamed ? (ranks[value] as number) : value))
  const those = Uint32Array.from(
    [...from.keys()].filter((link) => of === null || from[link] === of || to[link] === of),
  )
  const sign = by.isAscending ? 1 : -1
  return those.sort((a, b) => sign * ((key[a] as number) - (key[b] as number)) || a - b)
}
