import { type Acts, actsThat, nobody } from './acts.ts'
import { comingBack } from './coming-back.ts'
import { type HelpGraph, helpGraphOf } from './help-graph.ts'
import { type Groups, takeOffUsual } from './small-groups.ts'
import { type There, takenFrom, timeOf } from './there.ts'
import { fading, leftOf, type Weights, worthOf } from './worth.ts'

/** What is known of everybody at the end of a day, by member. */
export interface Scores {
  score: Float64Array
  /** Where the score would lie in nine of ten organizations where chance had sent them other people to help. */
  low: Float64Array
  high: Float64Array
}

/** 90 % of a normal distribution lie within so many deviations. */
const within = 1.645

interface Given {
  acts: Acts
  weights: Weights
  /** The day at whose end it is. */
  today: number
  /** Without it, everybody was there all along. */
  there?: There
  /** Which group each works in: without it, all that comes back is taken off. */
  groups?: Groups
}

/** Everything that the scores are made of: what explains them is made of the same. */
export interface Basis extends Given {
  graph: HelpGraph
  back: Float32Array
  worth: Float32Array
  /** The first day of all, and room for a sum of each day up to the last. */
  first: number
  sums: Float64Array
}

export function basisOf(given: Given): Basis {
  const acts = only(given.acts, given.weights)
  const graph = helpGraphOf(acts)
  const all = comingBack(graph)
  const back = given.groups ? takeOffUsual(all, graph, given.groups) : all
  const first = acts.day.reduce((least, day) => Math.min(least, day), given.today)
  const sums = new Float64Array(given.today - first + 1)
  return { ...given, acts, graph, back, worth: worthOf(acts, graph, back, given.weights), first, sums }
}

/** The acts of the kinds that count at all. */
const only = (acts: Acts, { kinds }: Weights) =>
  actsThat(acts, (row) => (kinds[acts.kind[row] as number] ?? 0) > 0)

/**
 * Each act's part of a member's strength, of those whose kind is wanted. A day counts by the root of what was done on it:
 * steady help counts more than as much of it at once.
 */
export function fillParts(
  { acts, worth, weights, today, first, sums }: Basis,
  member: number,
  parts: Float64Array,
  isWanted: (kind: number) => boolean,
): void {
  const start = acts.from[member] as number
  for (let at = 0; at < parts.length; at += 1) {
    if (!isWanted(acts.kind[start + at] as number)) continue
    const day = (acts.day[start + at] as number) - first
    sums[day] = (sums[day] as number) + (worth[start + at] as number)
  }
  for (let at = 0; at < parts.length; at += 1) {
    const day = acts.day[start + at] as number
    const sum = sums[day - first] as number
    const own = worth[start + at] as number
    const isIn = sum !== 0 && isWanted(acts.kind[start + at] as number)
    parts[at] = !isIn ? 0 : (fading(today - day, weights) * own) / Math.sqrt(sum)
  }
  for (let at = 0; at < parts.length; at += 1) sums[(acts.day[start + at] as number) - first] = 0
}

/** How widely somebody helps, 0 to 1: one person makes a half, nine make nine tenths. */
const breadthOf = (people: number) => people / (people + 1)

/** What a strength is multiplied with to be a score, from how widely it helps and how long it was there to. */
export const factorOf = (people: number, exposure: number): number => breadthOf(people) / timeOf(exposure)

/** One of those whom a member helped: how much of the strength comes from them, and how new they are to it, 0 to 1. */
export interface Helped {
  part: number
  isNew: number
}

/**
 * Those whom a member helped. Whoever is not known is someone by themselves, who adds nothing to how many they were: they
 * may all be one.
 */
export function helpedBy({ acts, graph, back }: Basis, member: number, parts: Float64Array): Helped[] {
  const start = acts.from[member] as number
  const all: Helped[] = []
  let pair = graph.out.from[member] as number
  for (let at = 0; at < parts.length; at += 1) {
    const whom = acts.helped[start + at] as number
    const last = all.at(-1)
    const part = parts[at] as number
    if (last && whom !== nobody && at > 0 && acts.helped[start + at - 1] === whom) last.part += part
    else {
      all.push({ part, isNew: whom === nobody ? 0 : leftOf(back[pair] as number) })
      if (whom !== nobody) pair += 1
    }
  }
  return all
}

/**
 * By how much, relatively, the score would differ had chance left out each of those who were helped or sent them twice
 * (a Poisson bootstrap over people, by the delta method).
 */
function spreadOf({ helped, strength, people }: Whole): number {
  const variance = helped.reduce((sum, { part, isNew }) => {
    const byStrength = strength === 0 ? 0 : part / (2 * strength)
    return sum + (byStrength + widthBy(isNew, people)) ** 2
  }, 0)
  return Math.sqrt(variance)
}

/** By how much, relatively, one of those who were helped makes the help wider. */
export const widthBy = (isNew: number, people: number): number =>
  people === 0 ? 0 : isNew / (people * (people + 1))

/** Where a score lies in nine of ten cases that differ by so much. */
export const around = (score: number, spread: number): [low: number, high: number] => [
  score * Math.exp(-within * spread),
  score * Math.exp(within * spread),
]

const any = () => true

/** What is known of one member. */
export interface Whole {
  /** Each act's part of the strength, by row from `acts.from[member]` of the basis on. */
  parts: Float64Array
  /** The sum of those parts, and what makes it the score. */
  strength: number
  factor: number
  /** How many different people were helped, those whose help comes back for a part. */
  people: number
  score: number
  helped: Helped[]
}

export function wholeOf(basis: Basis, member: number): Whole {
  const { from } = basis.acts
  const parts = new Float64Array((from[member + 1] as number) - (from[member] as number))
  fillParts(basis, member, parts, any)
  const { strength, exposure } = takenFrom(basis, member, parts)
  const helped = helpedBy(basis, member, parts)
  const known = helped.reduce((sum, { isNew }) => sum + isNew, 0)
  const people = known + ((basis.graph.unknown[member] as number) > 0 ? 1 : 0)
  const factor = factorOf(people, exposure)
  return { parts, strength, factor, people, score: strength * factor, helped }
}

/**
 * Who helps others most. A member's strength is the sum over days of `1 / (1 + age / memory)` times the root of what
 * they did on that day; it is taken for the time they were there to help (`takenFrom`), and times `n / (n + 1)`, n the
 * different people they helped, all of whom it is not known who as one. Order of input does not matter, one more act
 * never lowers the score of who did it, and help that comes back, directly or in a ring, counts less the more of it
 * does. O(acts), and 32 members around each.
 */
export function scoresOf(basis: Basis): Scores {
  const { members, from } = basis.acts
  const make = () => new Float64Array(members)
  const scores = { score: make(), low: make(), high: make() }
  for (let member = 0; member < members; member += 1) {
    if (from[member] === from[member + 1]) continue
    const whole = wholeOf(basis, member)
    const [low, high] = around(whole.score, spreadOf(whole))
    scores.score[member] = whole.score
    scores.low[member] = low
    scores.high[member] = high
  }
  return scores
}
