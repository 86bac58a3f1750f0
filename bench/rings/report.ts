import type { Tally } from '#test/rings-found.ts'
import { table, whole, writePart } from '../parts.ts'
import type { efforts, timeOf } from './measure.ts'

/** What was found in one kind of place, by effort; the first is where nothing was planted. */
export interface Seen {
  name: string
  /** How often something was planted. */
  times: number
  honest: Tally
  rings: readonly Tally[]
}

export interface Measured {
  efforts: typeof efforts
  made: readonly Seen[]
  communities: readonly Seen[]
  pairs: readonly Tally[]
  times: readonly ReturnType<typeof timeOf>[]
  from: string
}

const share = (part: number, all: number) => (all === 0 ? 1 : part / all)

/** Where 95 of 100 such shares lie (Wilson 1927). */
function interval(part: number, all: number): string {
  if (all === 0) return ''
  const z = 1.96
  const middle = (part + (z * z) / 2) / (all + z * z)
  const half = (z * Math.sqrt((part * (all - part)) / all + (z * z) / 4)) / (all + z * z)
  const figure = (value: number) => Math.min(1, Math.max(0, value)).toFixed(3)
  return `${figure(middle - half)} to ${figure(middle + half)}`
}
const percent = (part: number, all: number) => `${(100 * share(part, all)).toFixed(2)} %`

const sum = (tallies: readonly Tally[], of: keyof Tally) => tallies.reduce((all, tally) => all + tally[of], 0)

const byEffort = (efforts: Measured['efforts'], tallies: (at: number) => readonly Tally[]) =>
  table(
    [
      ...['rings', 'thanks in it a year, each', 'share that stays', 'planted', 'recall', '95 %', 'precision'],
      ...['95 %', 'members: recall', 'members: precision', 'honest pairs flagged'],
    ],
    efforts.map(({ name, times, share: stays }, at) => {
      const all = tallies(at)
      const of = (key: keyof Tally) => sum(all, key)
      return [
        ...[name, times, `${Math.round(100 * stays)} %`, whole(of('planted'))],
        ...[share(of('hit'), of('planted')).toFixed(3), interval(of('hit'), of('planted'))],
        ...[share(of('right'), of('found')).toFixed(3), interval(of('right'), of('found'))],
        share(of('membersHit'), of('members')).toFixed(3),
        share(of('membersHit'), of('membersFound')).toFixed(3),
        percent(of('pairsFlagged'), of('pairs')),
      ]
    }),
  )

const byPlace = (efforts: Measured['efforts'], seen: readonly Seen[]) =>
  table(
    [
      ...['where', 'honest pairs', 'flagged, nothing planted', 'planted, each'],
      ...efforts.map(({ name }) => name),
    ],
    seen.map(({ name, honest, rings }) => [
      ...[name, whole(honest.pairs), honest.pairsFlagged, rings[0]?.planted ?? 0],
      ...rings.map(
        (tally) =>
          `${share(tally.hit, tally.planted).toFixed(2)} / ${share(tally.right, tally.found).toFixed(2)}`,
      ),
    ]),
  )

/** The faintest effort up to which both are met in all places taken together. */
function upTo({ efforts }: Measured, seen: readonly Seen[]): string {
  const fails = efforts.findIndex((_, at) => {
    const all = seen.map(({ rings }) => rings[at]).filter((tally) => tally !== undefined)
    const [recall, precision] = [
      share(sum(all, 'hit'), sum(all, 'planted')),
      share(sum(all, 'right'), sum(all, 'found')),
    ]
    return recall < 0.95 || precision < 0.95
  })
  const last = efforts[(fails === -1 ? efforts.length : fails) - 1]
  return last ? `met down to “${last.name}”` : 'not met'
}

function flagged(seen: readonly Seen[]): string {
  const all = seen.flatMap(({ honest, rings }) => [honest, ...rings])
  const most = Math.max(...all.map(({ pairs, pairsFlagged }) => share(pairsFlagged, pairs)))
  return `${most < 0.02 ? 'met' : 'not met'} (at most ${(100 * most).toFixed(2)} % in any row below)`
}

/** Writes the part of BENCHMARKS.md. */
export function report(measured: Measured): void {
  const { efforts, made, communities, pairs, times, from } = measured
  const at = (seen: readonly Seen[]) => (effort: number) =>
    seen.map(({ rings }) => rings[effort]).filter((tally) => tally !== undefined)
  const real =
    communities.length === 0
      ? `Skipped: ${from} is not there.`
      : `Everybody whom somebody answered or commented on thanks them, once a day at most, in each year of ${from}; points and grounds are drawn, groups are not known.

- Precision and recall of 0.95 or more: ${upTo(measured, communities)}. Honest pairs flagged below 2 %: ${flagged(communities)}.

${byEffort(efforts, at(communities))}

By community, recall / precision:

${byPlace(efforts, communities)}`
  const text = `## Rings of thanks

Written by \`npm run bench:rings\`. Rings of 3 to 8, half of them cycles and half cliques, are planted where everybody means what they thank for (test/thankful.ts, test/planted-rings.ts), one for each hundred who thank, and looked for by what \`src/loop/6-recognition/fairness/rings\` finds, with the same settings everywhere. Each member of a ring thanks others of it so many times in up to a year, says as often for what as everybody, and gives so much of all they give within it; what they receive from others stays as it was. A ring is found where a flagged group and it have more in common than not. An honest pair are two who thanked each other and are in no ring together; it is flagged when both are in a flagged group. The settings were chosen on organizations of seeds 1 to 6 and on the last year of each community, with rings of other seeds than these; of years before the last only the first of qa-ai led to a change (a ring may be a quarter of a small community).

### Organizations that are made up

- Precision and recall of 0.95 or more: ${upTo(measured, made)}. Honest pairs flagged below 2 %: ${flagged(made)}.

${byEffort(efforts, at(made))}

By size, recall / precision:

${byPlace(efforts, made)}

Pairs planted in the same way, of two who thank each other:

${byEffort(efforts, (effort) => pairs.slice(effort, effort + 1))}

Rings that are most of a team are not planted and not found: a team that thanks itself looks the same.

### Communities

${real}

### Time

${table(
  ['members', 'thanks', 'seconds', 'load of the machine'],
  times.map(({ members, thanks, seconds, load }) => [
    ...[whole(members), whole(thanks), seconds.toFixed(1), load.toFixed(1)],
  ]),
)}
`
  writePart('bench:rings', text)
  console.log(text)
}
