import { int32At, type Stream } from '#platform/db/copy'
import type { Quiet } from '#platform/scope'
import { type Acts, nobody } from '../expertise/acts.ts'
import { type Columns, columnsOf, sortRows } from '../expertise/columns.ts'
import type { Change, Changes, Kept } from './base.ts'
import type { Members } from './members.ts'
import { countOf } from './pack.ts'

interface Given {
  members: Members
  kept: Kept
  changes: Changes
  /** Whose acts were read from the signals, and what they are. */
  anew: ReadonlySet<number>
  fresh: Acts
  today: number
}

/** Acts as they are put one after the other, helper by helper. */
interface Growing {
  columns: Columns
  /** The same room as whole numbers: what is packed is copied bit by bit. */
  useful: Int32Array
  from: Uint32Array
  size: number
  /** The first helper whose acts are not there yet. */
  next: number
}

const lowFirst = (bytes: Buffer, at: number): number =>
  (bytes[at] as number) |
  ((bytes[at + 1] as number) << 8) |
  ((bytes[at + 2] as number) << 16) |
  ((bytes[at + 3] as number) << 24)

/** Adds what is packed there; answers whether it is in order still, by the numbers of now. */
function addPacked(growing: Growing, bytes: Buffer, at: number, count: number, member: Int32Array): boolean {
  const { columns, useful } = growing
  let [last, isInOrder] = [nobody, true]
  for (let row = 0; row < count; row += 1) {
    const to = growing.size + row
    const number = lowFirst(bytes, at + row * 4)
    const whom = number === nobody ? nobody : (member[number] as number)
    if (whom < last) isInOrder = false
    last = whom
    columns.helped[to] = whom
    useful[to] = lowFirst(bytes, at + (count + row) * 4)
    columns.kind[to] = lowFirst(bytes, at + (2 * count + row) * 4)
    const day = at + 12 * count + row * 2
    columns.day[to] = (bytes[day] as number) | ((bytes[day + 1] as number) << 8)
  }
  growing.size += count
  return isInOrder
}

function addFresh(growing: Growing, fresh: Acts, helper: number): void {
  const [start, end] = [fresh.from[helper] as number, fresh.from[helper + 1] as number]
  for (const name of ['helped', 'day', 'kind', 'useful'] as const)
    growing.columns[name].set(fresh[name].subarray(start, end), growing.size)
  growing.size += end - start
}

/** Makes the changes among the rows from `start` on; answers whether what went had been there. */
function change(growing: Growing, start: number, changes: readonly Change[]): boolean {
  const { helped, day, kind, useful } = growing.columns
  for (const one of changes) {
    if (one.comes) {
      setRow(growing.columns, growing.size, one)
      growing.size += 1
      continue
    }
    let at = start
    const isIt = () =>
      helped[at] === one.helped && day[at] === one.day && kind[at] === one.kind && useful[at] === one.useful
    while (at < growing.size && !isIt()) at += 1
    if (at === growing.size) return false
    growing.size -= 1
    const [last] = [growing.size]
    setRow(growing.columns, at, {
      helped: helped[last] as number,
      day: day[last] as number,
      kind: kind[last] as number,
      useful: useful[last] as number,
    })
  }
  return true
}

function setRow(columns: Columns, at: number, one: Omit<Change, 'comes'>): void {
  columns.helped[at] = one.helped
  columns.day[at] = one.day
  columns.kind[at] = one.kind
  columns.useful[at] = one.useful
}

/** How many acts there can be at most. */
const roomFor = ({ kept, changes, fresh }: Given): number =>
  kept.length.reduce((sum, length) => sum + countOf(Math.max(0, length)), 0) + changes.ids.length + fresh.size

/**
 * The acts of everybody as a full reading would have them: what is packed, with its changes, and what was read anew. Only
 * the rows of who has changes are put in order again. Null where the base is wrong: an act went that it does not know.
 */
export async function assembled({ org }: Quiet, stream: Stream, given: Given): Promise<Acts | null> {
  const { members, kept, changes, anew, fresh, today } = given
  const count = members.ids.size()
  const columns = columnsOf(roomFor(given))
  const useful = new Int32Array(columns.useful.buffer)
  const growing: Growing = { columns, useful, from: new Uint32Array(count + 1), size: 0, next: 0 }
  let isRight = true
  const addNext = (packed: (() => boolean) | null) => {
    const helper = growing.next
    const start = growing.size
    growing.from[helper] = start
    const those = changes.byHelper.get(helper)
    if (anew.has(helper)) addFresh(growing, fresh, helper)
    else {
      const isInOrder = packed?.() ?? true
      if (those && !change(growing, start, those)) isRight = false
      if (those || !isInOrder) sortRows(columns, start, growing.size, today, count)
    }
    growing.next += 1
  }
  const query = `select member_id, acts from counted_acts where org_id = '${org}' and acts is not null order by member_id`
  await stream(query, (bytes, at) => {
    const helper = members.ids.find(bytes, at + 4)
    while (growing.next < helper) addNext(null)
    const acts = countOf(int32At(bytes, at + 20))
    addNext(() => addPacked(growing, bytes, at + 24, acts, kept.member))
  })
  while (growing.next < count) addNext(null)
  if (!isRight) return null
  growing.from[count] = growing.size
  return { ...cut(columns, growing.size), members: count, size: growing.size, from: growing.from }
}

const cut = ({ helped, day, kind, useful, accepted }: Columns, size: number): Columns => ({
  helped: helped.subarray(0, size),
  day: day.subarray(0, size),
  kind: kind.subarray(0, size),
  useful: useful.subarray(0, size),
  accepted: accepted.subarray(0, size),
})
