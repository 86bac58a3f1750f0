import { type Acts, type Came, type Columns, columnsOf, inOrder, settleEach } from './columns.ts'

export type { Acts } from './columns.ts'

/** Who is meant where it is not known whom an act helped. */
export const nobody = -1

/** One thing that a member did for another. Members are numbered from 0, in the order of their ids. */
export interface Act {
  helper: number
  /** `nobody` where it is not known. */
  helped: number
  /** Whole days since 1970-01-01, UTC; none after 2149. */
  day: number
  /** Which of the organization's kinds of help it is: its place in `Weights.kinds`. */
  kind: number
  /** How many found it useful, those who found the contrary taken off; 0 or more. */
  useful: number
  /** Whether the one who was helped said that this was it. */
  accepted: boolean
}

/** How many acts were left out, and why. */
export interface LeftOut {
  self: number
  unknown: number
  future: number
  /** Before 1970: a clock that was never set. */
  past: number
}

/** So many acts are held together while they come in. */
const together = 1 << 20

/** Why an act cannot be counted; null where it can. */
function reasonAgainst(
  helper: number,
  helped: number,
  day: number,
  members: number,
  today: number,
): keyof LeftOut | null {
  const isUnknown = (member: number) => !(member >= 0 && member < members && Number.isInteger(member))
  if (isUnknown(helper) || (helped !== nobody && isUnknown(helped))) return 'unknown'
  if (helper === helped) return 'self'
  if (!(day >= 0)) return 'past'
  return day > today ? 'future' : null
}

/** Takes acts one by one, in any order, up to the end of a day; what cannot be is counted and left out. */
export function collectActs(members: number, today: number) {
  const full: Came[] = []
  let last: Came = { ...columnsOf(1024), helper: new Int32Array(1024) }
  let size = 0
  const leftOut: LeftOut = { self: 0, unknown: 0, future: 0, past: 0 }
  const makeRoom = () => {
    if (last.helper.length === together) {
      full.push(last)
      last = { ...columnsOf(together), helper: new Int32Array(together) }
      size = 0
    } else last = wider(last, size * 2)
  }
  /** The same as `add`, for many: it makes no object of each. Answers whether it was taken. */
  const take = (
    helper: number,
    helped: number,
    day: number,
    kind: number,
    useful: number,
    accepted = 0,
  ): boolean => {
    const against = reasonAgainst(helper, helped, day, members, today)
    if (against) {
      leftOut[against] += 1
      return false
    }
    if (size === last.helper.length) makeRoom()
    last.helper[size] = helper
    last.helped[size] = helped
    last.day[size] = day
    last.kind[size] = kind
    last.useful[size] = Math.max(0, useful)
    last.accepted[size] = accepted
    size += 1
    return true
  }
  const add = ({ helper, helped, day, kind, useful, accepted }: Act): boolean =>
    take(helper, helped, day, kind, useful, accepted ? 1 : 0)
  /** Those that were taken, in order; whoever asks has them, and they are not held here any more. */
  const acts = (): Acts => {
    const came = [...full.splice(0), wider(last, size)]
    last = { ...columnsOf(1024), helper: new Int32Array(1024) }
    size = 0
    return inOrder(came, members, today)
  }
  return { add, take, leftOut, acts }
}

/** The first so many rows, or as many more of them. */
function wider(came: Came, rows: number): Came {
  const room: Came = { ...columnsOf(rows), helper: new Int32Array(rows) }
  for (const name of Object.keys(room) as (keyof Came)[]) room[name].set(came[name].subarray(0, rows))
  return room
}

/** The same acts, in their place, with their kinds called by other numbers. */
export function regarded(acts: Acts, kindOf: (kind: number) => number): Acts {
  for (let row = 0; row < acts.size; row += 1) acts.kind[row] = kindOf(acts.kind[row] as number)
  settleEach(acts, acts.from)
  return acts
}

/** Those of the acts, by row, that are wanted; the same object where all are. */
export function actsThat(acts: Acts, isWanted: (row: number) => boolean): Acts {
  const from = new Uint32Array(acts.members + 1)
  let size = 0
  for (let row = 0; row < acts.size; row += 1) if (isWanted(row)) size += 1
  if (size === acts.size) return acts
  const those = columnsOf(size)
  let at = 0
  for (let member = 0; member < acts.members; member += 1) {
    from[member] = at
    for (let row = acts.from[member] as number; row < (acts.from[member + 1] as number); row += 1)
      if (isWanted(row)) {
        copyRow(acts, row, those, at)
        at += 1
      }
  }
  from[acts.members] = size
  return { ...those, members: acts.members, size, from }
}

function copyRow(source: Columns, row: number, target: Columns, at: number): void {
  target.helped[at] = source.helped[row] as number
  target.day[at] = source.day[row] as number
  target.kind[at] = source.kind[row] as number
  target.useful[at] = source.useful[row] as number
  target.accepted[at] = source.accepted[row] as number
}
