import { isId } from '#platform/ids'
import { invalid } from '#platform/problem'

type NamedKind = 'id' | 'moment' | 'number' | 'text'
/** What a sort value may be; a list means one of its words. */
export type SortKind = NamedKind | readonly string[]

const fitsNamed: Record<NamedKind, (value: unknown) => boolean> = {
  id: (value) => typeof value === 'string' && isId(value),
  moment: (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value)),
  number: (value) => Number.isSafeInteger(value) && Math.abs(value as number) < 2 ** 31,
  text: (value) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed(),
}

const fits = (kind: SortKind, value: unknown): boolean =>
  typeof kind === 'string' ? fitsNamed[kind](value) : kind.some((word) => word === value)

/** Packs the sort values of a page's last row into the opaque `after` of the next one. */
export const cursorOf = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** Unpacks `after`; null when there is none. Throws 422 for anything but a cursor of values of these kinds. */
export function readCursor(after: string | undefined, ...kinds: SortKind[]): (string | number)[] | null {
  if (after === undefined) return null
  const fault = invalid([
    {
      part: 'query',
      pointer: '/after',
      code: 'cursor',
    },
  ])
  let values: unknown
  try {
    values = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw fault
    throw error
  }
  const isCursor =
    Array.isArray(values) &&
    values.length === kinds.length &&
    kinds.every((kind, index) => fits(kind, (values as unknown[])[index]))
  if (!isCursor) throw fault
  return values as (string | number)[]
}

/**
 * Cuts a list read with `limit + 1` rows into a page. `key` gives the sort values of a row, in the order that
 * the query sorts and compares them.
 */
export function pageOf<Row>(
  rows: Row[],
  limit: number,
  key: (row: Row) => readonly (string | number)[],
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(key(last)) : null }
}
