import { type Acts, nobody } from './acts.ts'
import type { HelpGraph } from './help-graph.ts'

/** What counts how much: the organization sets it. */
export interface Weights {
  /** What one act of each kind is worth against the others; 0 leaves a kind out. */
  kinds: readonly number[]
  /** What it adds to an act that as many found it useful as is usual. */
  useful: number
  /** What it adds to an act that who was helped said that this was it. */
  accepted: number
  /** After how many days an act counts half. Twice as many: a third, and so on. */
  memory: number
}

/** What stands until an organization sets its own; measured by `npm run bench:detection`. */
export const usualWeights = { useful: 1, accepted: 0.5, memory: 5 } as const satisfies Omit<Weights, 'kinds'>

/** How much of an act is left after so many days, 1 to 0: fast at first, and never quite nothing. */
export const fading = (days: number, { memory }: Weights): number => 1 / (1 + Math.max(0, days) / memory)

/**
 * How much of so many days somebody was there to help who joined so many days ago, 0 to 1: being there on the last days
 * counts most, as acts do.
 */
export function presence(since: number, days: number, { memory }: Pick<Weights, 'memory'>): number {
  const upTo = (ago: number) => Math.log(1 + ago / memory)
  return Math.min(1, upTo(since) / upTo(days))
}

/**
 * How many usually find an act useful, in the acts of all others: by member. One act that nobody or one found useful
 * is added, so that it is never 0. Without one's own acts, as one could otherwise lower one's own by being useful.
 */
function usualOf({ members, from, useful, size }: Acts): Float64Array {
  const own = new Float64Array(members)
  let all = 0
  for (let member = 0; member < members; member += 1) {
    let sum = 0
    for (let row = from[member] as number; row < (from[member + 1] as number); row += 1)
      sum += useful[row] as number
    own[member] = sum
    all += sum
  }
  return own.map((sum, member) => {
    const others = size - ((from[member + 1] as number) - (from[member] as number))
    return (all - sum + 1) / (others + 1)
  })
}

/** How much help counts that comes back so much: half of it coming back is an exchange, and no help to others. */
export const leftOf = (back: number): number => Math.max(0, 1 - 2 * back)

/**
 * What each act is worth: by its kind, by how many found it useful against what is usual (from four times on only the
 * root counts: many clicks are one act still), by whether it was accepted, less what of it comes back.
 */
export function worthOf(acts: Acts, { out }: HelpGraph, back: Float32Array, weights: Weights): Float32Array {
  const { members, from, helped, kind, useful, accepted } = acts
  const usual = usualOf(acts)
  const worth = new Float32Array(acts.size)
  for (let member = 0; member < members; member += 1) {
    let pair = (out.from[member] as number) - 1
    let last = nobody
    for (let row = from[member] as number; row < (from[member + 1] as number); row += 1) {
      const whom = helped[row] as number
      if (whom !== last) pair += 1
      last = whom
      const against = (useful[row] as number) / (usual[member] as number)
      const found = weights.useful * Math.min(against, 2 * Math.sqrt(against))
      const whole =
        (weights.kinds[kind[row] as number] ?? 0) * (1 + found + weights.accepted * (accepted[row] as number))
      worth[row] = whole * (whom === nobody ? 1 : leftOf(back[pair] as number))
    }
  }
  return worth
}
