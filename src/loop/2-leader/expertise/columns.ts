/** Row i of each column is one act. */
export interface Columns {
  readonly helped: Int32Array
  readonly day: Uint16Array
  readonly kind: Uint32Array
  readonly useful: Float32Array
  readonly accepted: Uint8Array
}

/** Acts in columns: by helper, then helped, then day, whatever order they came in. */
export interface Acts extends Columns {
  readonly members: number
  readonly size: number
  /** Where the acts of each helper begin; one more than members. */
  readonly from: Uint32Array
}

/** Acts as they came, and who did each. */
export interface Came extends Columns {
  readonly helper: Int32Array
}

export const columnsOf = (size: number): Columns => ({
  helped: new Int32Array(size),
  day: new Uint16Array(size),
  kind: new Uint32Array(size),
  useful: new Float32Array(size),
  accepted: new Uint8Array(size),
})

/** Where the acts of each helper begin. */
function startsOfHelpers(came: readonly Came[], members: number): Uint32Array {
  const from = new Uint32Array(members + 1)
  for (const { helper } of came)
    for (let row = 0; row < helper.length; row += 1) {
      const after = (helper[row] as number) + 1
      from[after] = (from[after] as number) + 1
    }
  for (let member = 0; member < members; member += 1)
    from[member + 1] = (from[member + 1] as number) + (from[member] as number)
  return from
}

/** Each act to those of its helper, as they came. What was dealt is let go of. */
function deal(came: Came[], columns: Columns, from: Uint32Array): void {
  const next = from.slice()
  for (let block = came.shift(); block; block = came.shift())
    for (let row = 0; row < block.helper.length; row += 1) {
      const helper = block.helper[row] as number
      const place = next[helper] as number
      next[helper] = place + 1
      columns.helped[place] = block.helped[row] as number
      columns.day[place] = block.day[row] as number
      columns.kind[place] = block.kind[row] as number
      columns.useful[place] = block.useful[row] as number
      columns.accepted[place] = block.accepted[row] as number
    }
}

/** Room to put the acts of one helper in order. */
interface Room {
  keys: Float64Array
  rows: Uint32Array
  columns: Columns
}

/** Numbers up to here are whole ones. */
const mostWhole = 2 ** 53

/** In which order the rows from `start` on are by whom they helped, then by day, those alike as they are. */
function orderOf(
  { helped, day }: Columns,
  start: number,
  { keys, rows }: Room,
  days: number,
  members: number,
) {
  const count = rows.length
  const room = 2 ** Math.ceil(Math.log2(count))
  if ((members + 1) * days * room < mostWhole) {
    // One number holds all three, and is sorted without comparing by a function.
    for (let at = 0; at < count; at += 1)
      keys[at] = (((helped[start + at] as number) + 1) * days + (day[start + at] as number)) * room + at
    keys.sort()
    for (let at = 0; at < count; at += 1) {
      const key = keys[at] as number
      rows[at] = key - Math.floor(key / room) * room
    }
    return
  }
  for (let at = 0; at < count; at += 1) rows[at] = at
  rows.sort(
    (one, other) =>
      (helped[start + one] as number) - (helped[start + other] as number) ||
      (day[start + one] as number) - (day[start + other] as number) ||
      one - other,
  )
}

/**
 * Puts the rows from `start` on in that order. Column by column by name: one loop for arrays of any type would look up the
 * type for each number.
 */
function arrange(columns: Columns, start: number, rows: Uint32Array, room: Columns): void {
  const { helped, day, kind, useful, accepted } = columns
  for (let at = 0; at < rows.length; at += 1) {
    const from = start + (rows[at] as number)
    room.helped[at] = helped[from] as number
    room.day[at] = day[from] as number
    room.kind[at] = kind[from] as number
    room.useful[at] = useful[from] as number
    room.accepted[at] = accepted[from] as number
  }
  for (let at = 0; at < rows.length; at += 1) {
    helped[start + at] = room.helped[at] as number
    day[start + at] = room.day[at] as number
    kind[start + at] = room.kind[at] as number
    useful[start + at] = room.useful[at] as number
    accepted[start + at] = room.accepted[at] as number
  }
}

/** Puts rows that are alike so far in order by all else. */
function settle(columns: Columns, start: number, end: number, room: Omit<Room, 'keys'>): void {
  const { helped, day, kind, useful, accepted } = columns
  for (let first = start; first < end; ) {
    let behind = first + 1
    while (behind < end && helped[behind] === helped[first] && day[behind] === day[first]) behind += 1
    if (behind > first + 1) {
      const rows = room.rows.subarray(0, behind - first)
      for (let at = 0; at < rows.length; at += 1) rows[at] = at
      const from = first
      rows.sort(
        (one, other) =>
          (kind[from + one] as number) - (kind[from + other] as number) ||
          (useful[from + one] as number) - (useful[from + other] as number) ||
          (accepted[from + one] as number) - (accepted[from + other] as number),
      )
      arrange(columns, first, rows, room.columns)
    }
    first = behind
  }
}

/** The same acts in the one order there is, so that sums come out the same whatever order they came in. */
export function inOrder(came: Came[], members: number, today: number): Acts {
  const from = startsOfHelpers(came, members)
  const size = from[members] as number
  const columns = columnsOf(size)
  deal(came, columns, from)
  sortEach(columns, from, members, today)
  return { ...columns, members, size, from }
}

/** Puts what is alike by helper, helped and day in order by all else, where the rest is in order. */
export function settleEach(columns: Columns, from: Uint32Array): void {
  const most = mostOf(from)
  const room = { rows: new Uint32Array(most), columns: columnsOf(most) }
  for (let member = 0; member + 1 < from.length; member += 1)
    settle(columns, from[member] as number, from[member + 1] as number, room)
}

/** How many acts whoever has most of them has. */
function mostOf(from: Uint32Array): number {
  let most = 0
  for (let member = 0; member + 1 < from.length; member += 1)
    most = Math.max(most, (from[member + 1] as number) - (from[member] as number))
  return most
}

const roomFor = (most: number): Room => ({
  keys: new Float64Array(most),
  rows: new Uint32Array(most),
  columns: columnsOf(most),
})

/** Puts the acts of each helper in order. */
function sortEach(columns: Columns, from: Uint32Array, members: number, today: number): void {
  const room = roomFor(mostOf(from))
  for (let member = 0; member < members; member += 1)
    sortWithin(columns, from[member] as number, from[member + 1] as number, room, today, members)
}

/** Puts the rows of one helper in order. */
export const sortRows = (columns: Columns, start: number, end: number, today: number, members: number) =>
  sortWithin(columns, start, end, roomFor(end - start), today, members)

function sortWithin(
  columns: Columns,
  start: number,
  end: number,
  all: Room,
  today: number,
  members: number,
): void {
  const count = end - start
  if (count < 2) return
  const room = { ...all, keys: all.keys.subarray(0, count), rows: all.rows.subarray(0, count) }
  orderOf(columns, start, room, today + 1, members)
  arrange(columns, start, room.rows, all.columns)
  settle(columns, start, end, all)
}
