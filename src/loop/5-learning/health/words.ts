import { faultKinds } from '#talk/contract.ts'
import type { Word } from './score.ts'

/** One reaction as it is stored. */
export interface Said {
  memberId: string
  anchor: string
  kind: string
  at: string
}

/** What each person says of one thing, in one word: how much of it is good, dated by the latest. */
export function wordsOf(said: readonly Said[]): Word[] {
  return [...Map.groupBy(said, ({ memberId }) => memberId).values()].map((own) => ({
    good: own.filter(({ kind }) => !faultKinds.includes(kind)).length / own.length,
    at: Math.max(...own.map(({ at }) => Date.parse(at))),
  }))
}

/** How many different people say this. */
export const peopleSaying = (said: readonly Said[], kind: string): number =>
  new Set(said.filter((one) => one.kind === kind).map(({ memberId }) => memberId)).size

/**
 * Of which parts, by how many people each, the figures are told: those about so many at least. Where some are not,
 * neither is the least of the others, so that what is left of the whole is never about fewer either.
 */
export function partsTold(people: readonly number[], fewest: number): boolean[] {
  const told = people.map((count) => count >= fewest)
  if (!people.some((count) => count > 0 && count < fewest)) return told
  const least = [...people.keys()]
    .filter((at) => told[at])
    .sort((a, b) => (people[a] ?? 0) - (people[b] ?? 0))[0]
  return told.map((isTold, at) => isTold && at !== least)
}
