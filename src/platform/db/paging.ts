import { invalid } from '#platform/problem'

/** Packs the sort values of a page's last row into the opaque `after` of the next one. */
export const cursorOf = (values: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** Unpacks `after`; null when there is none. Throws 422 for anything but a cursor of `length` values. */
export function readCursor(after: string | undefined, length: number): (string | number)[] | null {
  if (after === undefined) return null
  const fault = invalid([
    {
      part: 'query',
      pointer: '/after',
      code: 'cursor',
      detail: 'Use the `next` of the page before, unchanged.',
    },
  ])
  let values: unknown
  try {
    values = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw fault
    throw error
  }
  const fits =
    Array.isArray(values) &&
    values.length === length &&
    values.every((value) => typeof value === 'string' || Number.isFinite(value))
  if (!fits) throw fault
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
