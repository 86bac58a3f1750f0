import { loadavg } from 'node:os'
import { type Effort, withRings } from '#test/planted-rings.ts'
import { ringsIn, type Tally, tallyOf } from '#test/rings-found.ts'
import { type Thankful, thankful } from '#test/thankful.ts'

/** How hard rings try, from the blatant to what nobody would notice. */
export const efforts: readonly (Effort & { name: string })[] = [
  { name: 'blatant', times: 48, share: 0.95 },
  { name: 'strong', times: 24, share: 0.9 },
  { name: 'plain', times: 24, share: 0.75 },
  { name: 'quiet', times: 12, share: 0.75 },
  { name: 'faint', times: 12, share: 0.6 },
  { name: 'barely there', times: 6, share: 0.6 },
  { name: 'in the noise', times: 6, share: 0.4 },
]
export const ringSizes = [3, 4, 5, 6, 7, 8]
export const pairSizes = [2]

const nothing: Tally = {
  ...{ planted: 0, hit: 0, found: 0, right: 0, members: 0, membersHit: 0, membersFound: 0 },
  ...{ pairs: 0, pairsFlagged: 0 },
}
export function total(tallies: readonly Tally[]): Tally {
  const sum = { ...nothing }
  for (const tally of tallies) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key]
  return sum
}

/** A ring for each hundred members who thanked six times or more; one at least. */
function ringsFor({ thanks }: Thankful): number {
  const given = new Map<number, number>()
  for (const { from } of thanks) given.set(from, (given.get(from) ?? 0) + 1)
  const active = [...given.values()].filter((count) => count >= 6).length
  return Math.max(1, Math.round(active / 100))
}

/** Plants rings that try so hard, once for each seed, and looks for them; with no effort it plants none. */
export const lookIn = (
  bases: readonly (readonly [base: Thankful, seed: number])[],
  effort: Effort | null,
  sizes: readonly number[] = ringSizes,
): Tally =>
  total(
    bases.map(([base, seed]) =>
      tallyOf(
        effort === null
          ? { ...base, rings: [] }
          : withRings(base, { count: ringsFor(base), sizes, effort, seed }),
      ),
    ),
  )

/** What it takes to look through an organization of so many members. */
export function timeOf(members: number) {
  const made = thankful(members, 1)
  const load = loadavg()[0] ?? 0
  const start = performance.now()
  ringsIn(made)
  return { members, thanks: made.thanks.length, seconds: (performance.now() - start) / 1000, load }
}
