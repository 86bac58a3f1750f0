import { startsOf } from './starts.ts'

/** Who is meant where it is not known whom an act helped. */
export const nobody = -1

/** One thing that a member did for another. Members are numbered from 0, in the order of their ids. */
export interface Act {
  helper: number
  /** `nobody` where it is not known. */
  helped: number
  /** Whole days since 1970-01-01, UTC. */
  day: number
  /** Which of the organization's kinds of help it is: its place in `Weights.kinds`. */
  kind: number
  /** How many found it useful, those who found the contrary taken off; 0 or more. */
  useful: number
  /** Whether the one who was helped said that this was it. */
  accepted: boolean
}

/** Row i of each column is one act. */
interface Columns {
  readonly helper: Int32Array
  readonly helped: Int32Array
  readonly day: Int32Array
  readonly kind: Uint16Array
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

/** How many acts were left out, and why. */
export interface LeftOut {
  self: number
  unknown: number
  future: number
  /** Before 1970: a clock that was never set. */
  past: number
}

const columnsOf = (size: number): Columns => ({
  helper: new Int32Array(size),
  helped: new Int32Array(size),
  day: new Int32Array(size),
  kind: new Uint16Array(size),
  useful: new Float32Array(size),
  accepted: new Uint8Array(size),
})

function grown(columns: Columns): Columns {
  const wider = columnsOf(columns.helper.length * 2)
  for (const name of Object.keys(wider) as (keyof Columns)[]) wider[name].set(columns[name])
  return wider
}

/** Takes acts one by one, in any order, up to the end of a day; what cannot be is counted and left out. */
export function collectActs(members: number, today: number) {
  let columns = columnsOf(1024)
  let size = 0
  const leftOut: LeftOut = { self: 0, unknown: 0, future: 0, past: 0 }
  const isUnknown = (member: number) => !Number.isInteger(member) || member < 0 || member >= members
  const reasonAgainst = ({ helper, helped, day }: Act): keyof LeftOut | null => {
    if (isUnknown(helper) || (helped !== nobody && isUnknown(helped))) return 'unknown'
    if (helper === helped) return 'self'
    if (!(day >= 0)) return 'past'
    return day > today ? 'future' : null
  }
  const add = (act: Act): void => {
    const against = reasonAgainst(act)
    if (against) {
      leftOut[against] += 1
      return
    }
    if (size === columns.helper.length) columns = grown(columns)
    columns.helper[size] = act.helper
    columns.helped[size] = act.helped
    columns.day[size] = act.day
    columns.kind[size] = act.kind
    columns.useful[size] = Math.max(0, act.useful)
    columns.accepted[size] = act.accepted ? 1 : 0
    size += 1
  }
  return { add, leftOut, acts: () => inOrder(columns, size, members, today) }
}

/** The rows by one more key, those alike as they were (counting sort): keys are whole numbers from `least` on. */
function sortedBy(rows: Uint32Array, keys: Int32Array, least: number, count: number): Uint32Array {
  const next = startsOf(keys.subarray(0, rows.length), least, count)
  const sorted = new Uint32Array(rows.length)
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as number
    const key = (keys[row] as number) - least
    const place = next[key] as number
    sorted[place] = row
    next[key] = place + 1
  }
  return sorted
}

/** Puts rows that are alike so far in order by all else. */
function settle(rows: Uint32Array, { helper, helped, day, kind, useful, accepted }: Columns): void {
  const isAlike = (one: number, other: number) =>
    helper[one] === helper[other] && helped[one] === helped[other] && day[one] === day[other]
  const order = (one: number, other: number) =>
    (kind[one] as number) - (kind[other] as number) ||
    (useful[one] as number) - (useful[other] as number) ||
    (accepted[one] as number) - (accepted[other] as number)
  for (let start = 0; start < rows.length; ) {
    let end = start + 1
    while (end < rows.length && isAlike(rows[start] as number, rows[end] as number)) end += 1
    if (end > start + 1) rows.subarray(start, end).sort(order)
    start = end
  }
}

/** The same acts in the one order there is, so that sums come out the same whatever order they came in. */
function inOrder(columns: Columns, size: number, members: number, today: number): Acts {
  const asTheyCame = new Uint32Array(size)
  for (let row = 0; row < size; row += 1) asTheyCame[row] = row
  const byDay = sortedBy(asTheyCame, columns.day, 0, today + 1)
  const byHelped = sortedBy(byDay, columns.helped, nobody, members + 1)
  const rows = sortedBy(byHelped, columns.helper, 0, members)
  settle(rows, columns)
  const those = picked(columns, rows)
  return { ...those, members, size, from: startsOf(those.helper, 0, members) }
}

/** The rows of one column. */
function pick<Column extends Int32Array | Uint16Array | Uint8Array | Float32Array>(
  from: Column,
  rows: Uint32Array,
): Column {
  const picked = from.slice(0, rows.length) as Column
  for (let at = 0; at < rows.length; at += 1) picked[at] = from[rows[at] as number] as number
  return picked
}

const picked = (columns: Columns, rows: Uint32Array): Columns => ({
  helper: pick(columns.helper, rows),
  helped: pick(columns.helped, rows),
  day: pick(columns.day, rows),
  kind: pick(columns.kind, rows),
  useful: pick(columns.useful, rows),
  accepted: pick(columns.accepted, rows),
})

/** Those of the acts, by row, that are wanted; the same object where all are. */
export function actsThat(acts: Acts, isWanted: (row: number) => boolean): Acts {
  const rows = new Uint32Array(acts.size)
  const from = new Uint32Array(acts.members + 1)
  let size = 0
  for (let member = 0; member < acts.members; member += 1) {
    from[member] = size
    for (let row = acts.from[member] as number; row < (acts.from[member + 1] as number); row += 1)
      if (isWanted(row)) {
        rows[size] = row
        size += 1
      }
  }
  from[acts.members] = size
  if (size === acts.size) return acts
  return { ...picked(acts, rows.subarray(0, size)), members: acts.members, size, from }
}
