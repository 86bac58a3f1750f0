import { influenceOf } from './influence.ts'
import type { Basis } from './score.ts'
import { leftOf } from './worth.ts'

/** What nobody's number is. */
const none = -1
/** An influence is told with two digits: it stops when less than this share of all still moves, which changes none of them. */
const fine = 1e-8

/** How much everybody is asked by those who are asked: 1 is the average of those who helped or were helped, 0 nobody known. */
export interface Influences {
  overall: Float64Array
  /** In one field (more than 0), of one member. */
  on: (field: number, member: number) => number
}

/** Acts between two who are known and here: row by row, and of which helper and pair each is. */
function eachBetween(
  { acts, graph }: Basis,
  isHere: Uint8Array,
  take: (row: number, helper: number, pair: number) => void,
): void {
  const { members, from, helped } = acts
  for (let helper = 0; helper < members; helper += 1) {
    if (!isHere[helper]) continue
    let pair = (graph.out.from[helper] as number) - 1
    let last = -1
    for (let row = from[helper] as number; row < (from[helper + 1] as number); row += 1) {
      const whom = helped[row] as number
      if (whom < 0) continue
      if (whom !== last) pair += 1
      last = whom
      if (isHere[whom]) take(row, helper, pair)
    }
  }
}

/** What an act passes on: by its kind, less what of it comes back, as in the score; but it does not fade. */
const passedBy = ({ acts, back, weights }: Basis, row: number, pair: number): number =>
  (weights.kinds[acts.kind[row] as number] as number) * leftOf(back[pair] as number)

/** Shares in times of the average of those who have links. */
function against(shares: Float64Array, isLinked: Uint8Array): Float64Array {
  let [sum, count] = [0, 0]
  for (let member = 0; member < shares.length; member += 1)
    if (isLinked[member]) {
      sum += shares[member] as number
      count += 1
    }
  return shares.map((share, member) => (isLinked[member] ? (share * count) / sum : 0))
}

function overallOf(basis: Basis, isHere: Uint8Array): Float64Array {
  const { members, out } = basis.graph
  const weight = new Float32Array(out.to.length)
  const isLinked = new Uint8Array(members)
  eachBetween(basis, isHere, (row, helper, pair) => {
    weight[pair] = (weight[pair] as number) + passedBy(basis, row, pair)
    isLinked[helper] = 1
    isLinked[basis.acts.helped[row] as number] = 1
  })
  return against(influenceOf(members, out, weight, fine), isLinked)
}

/** Links one after the other, those of a field together, each field in the order of helpers and helped. */
interface Links {
  helper: Int32Array
  helped: Int32Array
  weight: Float32Array
  /** Where those of each field begin. */
  from: Uint32Array
}

/** Deals acts to their fields, without those in none. */
function linksOf(basis: Basis, isHere: Uint8Array, fieldOf: (kind: number) => number): Links {
  const { helped, kind } = basis.acts
  const from = new Uint32Array(
    basis.weights.kinds.reduce((most, _, one) => Math.max(most, fieldOf(one)), 0) + 2,
  )
  eachBetween(basis, isHere, (row) => {
    const field = fieldOf(kind[row] as number)
    if (field > 0) from[field + 1] = (from[field + 1] as number) + 1
  })
  for (let at = 1; at < from.length; at += 1) from[at] = (from[at] as number) + (from[at - 1] as number)
  const size = from.at(-1) as number
  const next = from.slice()
  const links = {
    helper: new Int32Array(size),
    helped: new Int32Array(size),
    weight: new Float32Array(size),
    from,
  }
  eachBetween(basis, isHere, (row, helper, pair) => {
    const field = fieldOf(kind[row] as number)
    if (field === 0) return
    const at = next[field] as number
    next[field] = at + 1
    links.helper[at] = helper
    links.helped[at] = helped[row] as number
    links.weight[at] = passedBy(basis, row, pair)
  })
  return links
}

/** Those who have a part in a field, in order, and the influence of each. */
interface Among {
  members: Int32Array
  influence: Float64Array
}

/** Who has a part in the links from `start` on, in order, each once; `numbers` holds `none` for everybody before. */
function membersIn({ helper, helped }: Links, start: number, end: number, numbers: Int32Array): Int32Array {
  const members = new Int32Array(2 * (end - start))
  let count = 0
  const add = (member: number) => {
    if (numbers[member] !== none) return
    numbers[member] = count
    members[count] = member
    count += 1
  }
  for (let at = start; at < end; at += 1) {
    add(helper[at] as number)
    add(helped[at] as number)
  }
  return members.slice(0, count).sort()
}

/** Of one field: whoever has a part in it gets a number of their own there, so that it costs as much as there are links. */
function among(links: Links, field: number, numbers: Int32Array): Among {
  const { helper, helped, weight, from } = links
  const [start, end] = [from[field] as number, from[field + 1] as number]
  const members = membersIn(links, start, end, numbers)
  for (let at = 0; at < members.length; at += 1) numbers[members[at] as number] = at
  const rows = { from: new Uint32Array(members.length + 1), to: new Int32Array(end - start) }
  for (let at = start; at < end; at += 1) {
    const after = (numbers[helper[at] as number] as number) + 1
    rows.from[after] = (rows.from[after] as number) + 1
    rows.to[at - start] = numbers[helped[at] as number] as number
  }
  for (let at = 1; at < rows.from.length; at += 1)
    rows.from[at] = (rows.from[at] as number) + (rows.from[at - 1] as number)
  for (const member of members) numbers[member] = none
  const shares = influenceOf(members.length, rows, weight.subarray(start, end), fine)
  return { members, influence: shares.map((share) => share * members.length) }
}

/** Where a member stands among others who are in order; -1 where they do not. */
function placeIn(members: Int32Array, member: number): number {
  let [low, high] = [0, members.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((members[middle] as number) < member) low = middle + 1
    else high = middle
  }
  return members[low] === member ? low : -1
}

/**
 * Who is asked by those who are asked, overall and in each field: the share of a walk from the helped to their helpers
 * (`influenceOf`; Brin and Page 1998; Zhang, Ackerman, Adamic 2007), in times of the average share of those who helped or
 * were helped there. Only who is known and here has a part: to whoever is not nothing is passed, and nothing comes from
 * them. An act passes on by the worth of its kind, less what comes back of it. O(acts) for all fields together.
 */
export function influencesOf(
  basis: Basis,
  isHere: Uint8Array,
  fieldOf: (kind: number) => number,
): Influences {
  const overall = overallOf(basis, isHere)
  const links = linksOf(basis, isHere, fieldOf)
  const numbers = new Int32Array(basis.graph.members).fill(none)
  const fields = Array.from({ length: links.from.length - 1 }, (_, field) => among(links, field, numbers))
  const on = (field: number, member: number) => {
    const { members, influence } = fields[field] as Among
    const place = placeIn(members, member)
    return place === -1 ? 0 : (influence[place] as number)
  }
  return { overall, on }
}
