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

/** Acts in columns, row i of each is one act: by helper, then helped, then day, whatever order they came in. */
export interface Acts {
  readonly members: number
  readonly size: number
  readonly helper: Int32Array
  readonly helped: Int32Array
  readonly day: Int32Array
  readonly kind: Uint8Array
  readonly useful: Float32Array
  readonly accepted: Uint8Array
  /** Where the acts of each helper begin; one more than members. */
  readonly from: Uint32Array
}

/** How many acts were left out, and why. */
export interface LeftOut {
  self: number
  unknown: number
  future: number
}

interface Columns {
  helper: Int32Array
  helped: Int32Array
  day: Int32Array
  kind: Uint8Array
  useful: Float32Array
  accepted: Uint8Array
}

const columnsOf = (size: number): Columns => ({
  helper: new Int32Array(size),
  helped: new Int32Array(size),
  day: new Int32Array(size),
  kind: new Uint8Array(size),
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
  const leftOut: LeftOut = { self: 0, unknown: 0, future: 0 }
  const isUnknown = (member: number) => !Number.isInteger(member) || member < 0 || member >= members
  const reasonAgainst = ({ helper, helped, day }: Act): keyof LeftOut | null => {
    if (isUnknown(helper) || (helped !== nobody && isUnknown(helped))) return 'unknown'
    if (helper === helped) return 'self'
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
  return { add, leftOut, acts: () => inOrder(columns, size, members) }
}

/** Where the rows of each helper begin, and their rows one after the other. */
function byHelper({ helper }: Columns, size: number, members: number) {
  const from = new Uint32Array(members + 1)
  for (let row = 0; row < size; row += 1) {
    const after = (helper[row] as number) + 1
    from[after] = (from[after] as number) + 1
  }
  for (let member = 0; member < members; member += 1)
    from[member + 1] = (from[member + 1] as number) + (from[member] as number)
  const rows = new Uint32Array(size)
  const next = from.slice()
  for (let row = 0; row < size; row += 1) {
    const of = helper[row] as number
    const place = next[of] as number
    rows[place] = row
    next[of] = place + 1
  }
  return { from, rows }
}

/** The same acts in the one order there is, so that sums come out the same whatever order they came in. */
function inOrder(columns: Columns, size: number, members: number): Acts {
  const { from, rows } = byHelper(columns, size, members)
  const { helped, day, kind, useful, accepted } = columns
  const order = (one: number, other: number) =>
    (helped[one] as number) - (helped[other] as number) ||
    (day[one] as number) - (day[other] as number) ||
    (kind[one] as number) - (kind[other] as number) ||
    (useful[one] as number) - (useful[other] as number) ||
    (accepted[one] as number) - (accepted[other] as number)
  for (let member = 0; member < members; member += 1)
    rows.subarray(from[member], from[member + 1]).sort(order)
  return { ...picked(columns, rows), members, size, from }
}

function picked(columns: Columns, rows: Uint32Array): Columns {
  const those = columnsOf(rows.length)
  for (const name of Object.keys(those) as (keyof Columns)[])
    for (let at = 0; at < rows.length; at += 1) those[name][at] = columns[name][rows[at] as number] as number
  return those
}

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
