import { cursorOf, readCursor } from '#platform/db/paging'

/** Where a page begins: behind so many rows of a moment, whose keys would name people. */
export interface Behind {
  before: string | null
  seen: number
}

export function readBehind(after: string | undefined): Behind {
  const [before, seen] = readCursor(after, 'moment', 'number') ?? [null, 0]
  return { before: before === null ? null : String(before), seen: Number(seen) }
}

/** Cuts what was read with `limit + 1` rows, from the moment on that a page begins behind, into a page. */
export function momentPage<Row extends { at: string }>(rows: Row[], limit: number, { before, seen }: Behind) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)?.at
  const alike = items.filter(({ at }) => at === last).length + (last === before ? seen : 0)
  return { items, next: rows.length > limit && last ? cursorOf([last, alike]) : null }
}
