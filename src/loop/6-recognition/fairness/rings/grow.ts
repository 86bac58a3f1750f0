import { type Circle, mostInRing } from './circle.ts'
import type { Ties } from './ties.ts'

/** What the members of a circle that grows gave everybody, and were given by them: one desk for one circle after another. */
interface Desk {
  readonly ties: Ties
  readonly to: Float64Array
  readonly by: Float64Array
  readonly isNear: Uint8Array
  readonly isIn: Uint8Array
  near: number[]
}

export const deskFor = (ties: Ties): Desk => ({
  ...{ ties, to: new Float64Array(ties.members), by: new Float64Array(ties.members) },
  ...{ isNear: new Uint8Array(ties.members), isIn: new Uint8Array(ties.members), near: [] },
})

/** Takes somebody into the circle, or lets them go. */
function move({ ties, to, by, isNear, isIn, near }: Desk, who: number, sign: 1 | -1): void {
  isIn[who] = sign === 1 ? 1 : 0
  for (let at = ties.start[who] as number; at < (ties.start[who + 1] as number); at += 1) {
    const other = ties.other[at] as number
    if (!isNear[other]) near.push(other)
    isNear[other] = 1
    const side = ties.gave[at] ? to : by
    side[other] = (side[other] as number) + sign * (ties.speaks[at] as number)
  }
}

function clear(desk: Desk, members: readonly number[]): void {
  for (const one of desk.near) {
    desk.to[one] = 0
    desk.by[one] = 0
    desk.isNear[one] = 0
  }
  for (const one of members) desk.isIn[one] = 0
  desk.near = []
}

function circleOf({ ties, to, by }: Desk, members: readonly number[]): Circle {
  let [round, given] = [0, 0]
  for (const one of members) {
    round += Math.min(to[one] as number, by[one] as number)
    given += ties.given[one] as number
  }
  return { members: [...members], round, given }
}

/** What goes round less what does not, which counts `price` times. */
const worthOf = ({ round, given }: Circle, price: number) => round - price * (given - round)

/** Lets go, one by one, whoever the circle is worth more without. */
function trimmed(desk: Desk, circle: Circle, price: number): Circle {
  let best = circle
  while (best.members.length > 2) {
    const without = best.members.map((one) => {
      move(desk, one, -1)
      const left = circleOf(
        desk,
        best.members.filter((other) => other !== one),
      )
      move(desk, one, 1)
      return { one, left }
    })
    const next = without.reduce((a, b) => (worthOf(b.left, price) > worthOf(a.left, price) ? b : a))
    if (worthOf(next.left, price) <= worthOf(best, price)) return best
    move(desk, next.one, -1)
    best = next.left
  }
  return best
}

/** Who of those near has most to do with the circle against what they give elsewhere; -1 for nobody. */
function nextFor({ ties, to, by, isIn, near }: Desk, price: number): number {
  let [next, most] = [-1, Number.NEGATIVE_INFINITY]
  for (const one of near) {
    if (isIn[one]) continue
    const shared = (to[one] as number) + (by[one] as number)
    const worth = shared * (1 + price) - price * (ties.given[one] as number)
    if (worth > most || (worth === most && one < next)) [next, most] = [one, worth]
  }
  return next
}

/**
 * The circle that grows around a member by taking in, one after the other, whoever is most its own, and the pair that it
 * began with (the natural community of a node: Lancichinetti, Fortunato, Kertész 2009, with what goes round in place of
 * what is within). The higher the `price` of what is given elsewhere, the closer the circle.
 */
export function growFrom(desk: Desk, seed: number, price: number): Circle[] {
  const members = [seed]
  move(desk, seed, 1)
  const grown: Circle[] = []
  for (let next = nextFor(desk, price); next !== -1; next = nextFor(desk, price)) {
    move(desk, next, 1)
    members.push(next)
    grown.push(circleOf(desk, members))
    if (members.length === mostInRing) break
  }
  const [pair] = grown
  const best = grown.reduce<Circle | undefined>(
    (a, b) => (a && worthOf(a, price) >= worthOf(b, price) ? a : b),
    pair,
  )
  if (!pair || !best) {
    clear(desk, members)
    return []
  }
  for (const one of members) if (!best.members.includes(one)) move(desk, one, -1)
  const circles = [pair, trimmed(desk, best, price)]
  clear(desk, members)
  return circles
}
