import type { HelpGraph } from './help-graph.ts'

/** How many members around one are looked at: rings and cliques larger than that are an organization of their own. */
const nearby = 32
/** Ways on which less than this arrives are not followed farther. */
const faint = 0.01
const sweeps = 100
const fine = 1e-4

/** Those who helped each member, from `from[member]` on, and what share that is of all the help they gave. */
interface Ways {
  from: Uint32Array
  to: Int32Array
  share: Float64Array
}

function waysOf({ members, out, into, unknown }: HelpGraph): Ways {
  const helps = new Float64Array(members)
  for (let member = 0; member < members; member += 1) {
    let sum = unknown[member] as number
    for (let pair = out.from[member] as number; pair < (out.from[member + 1] as number); pair += 1)
      sum += out.times[pair] as number
    helps[member] = sum
  }
  const share = new Float64Array(into.to.length)
  for (let pair = 0; pair < share.length; pair += 1)
    share[pair] = (into.times[pair] as number) / (helps[into.to[pair] as number] as number)
  return { from: into.from, to: into.to, share }
}

/** Those near one member, and where each of them stands among them; -1 for everybody else. */
interface Near {
  list: Int32Array
  count: number
  place: Int8Array
}

/** Those who are still to be looked at, and how much arrives from each on the best way. */
interface Ahead {
  list: number[]
  arrives: Float64Array
}

/** The one from whom most arrives, and of several the first by number. */
function takeNearest({ list, arrives }: Ahead): number {
  let best = 0
  for (let at = 1; at < list.length; at += 1) {
    const more = (arrives[list[at] as number] as number) - (arrives[list[best] as number] as number)
    if (more > 0 || (more === 0 && (list[at] as number) < (list[best] as number))) best = at
  }
  const found = list[best] as number
  list[best] = list.at(-1) as number
  list.pop()
  return found
}

/**
 * Finds the members nearest to one against the direction of help: who helped them, who helped those, and so on, first
 * those from whom most arrives.
 */
function gather(near: Near, ahead: Ahead, member: number, { from, to, share }: Ways): void {
  near.count = 0
  ahead.list.push(member)
  ahead.arrives[member] = 1
  while (ahead.list.length > 0 && near.count < nearby) {
    const whom = takeNearest(ahead)
    near.place[whom] = near.count
    near.list[near.count] = whom
    near.count += 1
    const arrives = ahead.arrives[whom] as number
    for (let pair = from[whom] as number; pair < (from[whom + 1] as number); pair += 1) {
      const through = arrives * (share[pair] as number)
      // Most ways end here, before anything else is looked up.
      if (through < faint) continue
      const helper = to[pair] as number
      const known = ahead.arrives[helper] as number
      if (near.place[helper] !== -1 || through <= known) continue
      if (known === 0) ahead.list.push(helper)
      ahead.arrives[helper] = through
    }
  }
  for (const left of ahead.list) ahead.arrives[left] = 0
  ahead.list.length = 0
  for (let at = 0; at < near.count; at += 1) ahead.arrives[near.list[at] as number] = 0
}

function leave(near: Near): void {
  for (let at = 0; at < near.count; at += 1) near.place[near.list[at] as number] = -1
}

/** For each of those near, whom of them they helped, by place, and what share that is of all the help they gave. */
interface Links {
  count: Uint8Array
  to: Uint8Array
  share: Float64Array
}

function fillLinks(links: Links, { list, count, place }: Near, ways: Ways): void {
  links.count.fill(0)
  for (let to = 0; to < count; to += 1) {
    const whom = list[to] as number
    for (let pair = ways.from[whom] as number; pair < (ways.from[whom + 1] as number); pair += 1) {
      const from = place[ways.to[pair] as number] as number
      if (from <= 0) continue
      const at = from * nearby + (links.count[from] as number)
      links.to[at] = to
      links.share[at] = ways.share[pair] as number
      links.count[from] = (links.count[from] as number) + 1
    }
  }
}

/** The chance to arrive at the first of those near from each of them (Gauss and Seidel, from below). */
function arrive(chance: Float64Array, links: Links, count: number): void {
  chance.fill(0)
  chance[0] = 1
  for (let sweep = 0, change = 1; sweep < sweeps && change > fine; sweep += 1) {
    change = 0
    for (let from = 1; from < count; from += 1) {
      let sum = 0
      const end = from * nearby + (links.count[from] as number)
      for (let at = from * nearby; at < end; at += 1)
        sum += (links.share[at] as number) * (chance[links.to[at] as number] as number)
      change = Math.max(change, sum - (chance[from] as number))
      chance[from] = sum
    }
  }
}

/**
 * For each pair of `graph.out`, how much of the help comes back, 0 to 1: the chance that whoever walks on from the one
 * who was helped to somebody whom they helped, and so on, arrives at the helper. Help between two who answer only each
 * other comes back wholly, and so it does in a ring or a closed clique, however long its way; help to many who help
 * many others hardly does. It depends on what the others did alone, so that nobody lowers their own score by helping.
 * Walks that leave the 32 members nearest to the helper are taken not to come back.
 */
export function comingBack(graph: HelpGraph): Float32Array {
  const { members, out, into } = graph
  const back = new Float32Array(out.to.length)
  const ways = waysOf(graph)
  const ahead: Ahead = { list: [], arrives: new Float64Array(members) }
  const near: Near = { list: new Int32Array(nearby), count: 0, place: new Int8Array(members).fill(-1) }
  const links: Links = {
    count: new Uint8Array(nearby),
    to: new Uint8Array(nearby * nearby),
    share: new Float64Array(nearby * nearby),
  }
  const chance = new Float64Array(nearby)
  for (let member = 0; member < members; member += 1) {
    const [first, end] = [out.from[member] as number, out.from[member + 1] as number]
    if (first === end || into.from[member] === into.from[member + 1]) continue
    gather(near, ahead, member, ways)
    let isAny = false
    for (let pair = first; pair < end && !isAny; pair += 1)
      isAny = (near.place[out.to[pair] as number] as number) > 0
    if (isAny) {
      fillLinks(links, near, ways)
      arrive(chance, links, near.count)
      for (let pair = first; pair < end; pair += 1) {
        const at = near.place[out.to[pair] as number] as number
        if (at > 0) back[pair] = chance[at] as number
      }
    }
    leave(near)
  }
  return back
}
