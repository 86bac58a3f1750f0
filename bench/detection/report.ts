import { table, whole } from '../parts.ts'
import { type Judged, names } from './judged.ts'
import { mean } from './measures.ts'
import { aheadBy, type OnTopics, topicMethods } from './on-topics.ts'
import type { Found } from './planted.ts'
import { cuts } from './protocol.ts'
import { intervalOf } from './resample.ts'
import type { Sureness } from './sure.ts'

const figure = (value: number) => value.toFixed(3)
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
const range = ([low, high]: readonly [number, number], show = figure) => `${show(low)} to ${show(high)}`

const [ours = 0, ...others] = names.keys()

/** A method's draws, and those of the product less those of the method, averaged over the sets. */
function averaged(sets: readonly Judged[], method: number, against?: number): Float64Array {
  const rounds = sets[0]?.samples[0]?.length ?? 0
  const at = (set: Judged, of: number, round: number) => set.samples[of]?.[round] ?? 0
  return Float64Array.from({ length: rounds }, (_, round) =>
    mean(sets.map((set) => at(set, method, round) - (against === undefined ? 0 : at(set, against, round)))),
  )
}

const over = (sets: readonly Judged[], method: number, of: 'precision' | 'ndcg' | 'auc' | 'kendall') =>
  mean(sets.map(({ quality }) => quality[method]?.[of] ?? 0))

const averages = (sets: readonly Judged[]) =>
  table(
    ['method', 'P@5 %', 'NDCG', 'NDCG, 95 %', 'AUC', "Kendall's tau-b", 'Cairn ahead in NDCG by, 95 %'],
    names.map((name, method) => [
      name,
      figure(over(sets, method, 'precision')),
      figure(over(sets, method, 'ndcg')),
      range(intervalOf(averaged(sets, method))),
      figure(over(sets, method, 'auc')),
      figure(over(sets, method, 'kendall')),
      method === ours ? '' : range(intervalOf(averaged(sets, ours, method)), signed),
    ]),
  )

/** Of one set, the method that does best of all it is compared with. */
const bestOf = ({ quality }: Judged): number =>
  others.reduce((best, method) => ((quality[method]?.ndcg ?? 0) > (quality[best]?.ndcg ?? 0) ? method : best))

/** How far the product is from the best other method of a set, and whether chance alone may have done it. */
function againstBest(set: Judged) {
  const best = bestOf(set)
  const difference = (set.quality[ours]?.ndcg ?? 0) - (set.quality[best]?.ndcg ?? 0)
  const interval = intervalOf(averaged([set], ours, best))
  return { best, difference, interval, isFine: difference >= -0.03 || (interval[0] <= 0 && interval[1] >= 0) }
}

const bySet = (sets: readonly Judged[]) =>
  table(
    [
      'set',
      'ranked',
      'Cairn',
      'over the cuts',
      'best other',
      'its NDCG',
      'difference',
      '95 %',
      'within the aim',
    ],
    sets.map((set) => {
      const { best, difference, interval, isFine } = againstBest(set)
      const { quality } = set
      const spread = set.spread[ours] ?? ([0, 0] as const)
      return [
        set.name,
        range(set.ranked, whole),
        figure(quality[ours]?.ndcg ?? 0),
        range(spread),
        names[best] ?? '',
        figure(quality[best]?.ndcg ?? 0),
        signed(difference),
        range(interval, signed),
        isFine ? 'yes' : 'no',
      ]
    }),
  )

const matrix = (sets: readonly Judged[]) =>
  table(
    ['method', ...sets.map(({ name }) => name)],
    names.map((name, method) => [
      name,
      ...sets.map(
        ({ quality }) => `${figure(quality[method]?.precision ?? 0)} / ${figure(quality[method]?.ndcg ?? 0)}`,
      ),
    ]),
  )

function aims(sets: readonly Judged[]): string {
  const met = (isMet: boolean) => (isMet ? 'met' : 'not met')
  const isAhead = (of: 'precision' | 'ndcg') =>
    others.every((method) => over(sets, ours, of) > over(sets, method, of))
  const behind = sets.filter((set) => !againstBest(set).isFine).map(({ name }) => name)
  return `- NDCG and precision, averaged over the sets, ahead of every other method: NDCG ${met(isAhead('ndcg'))}, precision ${met(isAhead('precision'))}.
- On no set behind its best other method by more than 0.03 NDCG, unless the interval covers it: ${met(behind.length === 0)}${behind.length ? ` (${behind.join(', ')})` : ''}.`
}

/** How far the list can be trusted where the product says that it is sure. */
function sureness(sets: readonly Judged[]): string {
  const sum = (of: keyof Sureness) =>
    sets.flatMap((set) => set.sureness).reduce((all, cut) => all + cut[of], 0)
  const [sure, unsure] = [sum('sure'), sum('unsure')]
  const part = (right: number, of: number) => `${Math.round((100 * right) / of)} %`
  return `Sure is whose interval (90 %) lies wholly above whoever comes next. Over all sets and cuts ${part(sure, sure + unsure)} of the list is sure; of these ${part(sum('sureRight'), sure)} are among those who earned most afterwards, of the others ${part(sum('unsureRight'), unsure)}.`
}

const plantedTable = (found: readonly Found[]) =>
  table(
    ['members', 'organizations', 'acts', 'by experts', 'precision at 5 %', 'least', 'seconds'],
    found.map(({ members, organizations, acts, share, precision, worst, seconds }) => [
      whole(members),
      organizations,
      whole(acts),
      `${Math.round(share * 100)} %`,
      figure(precision),
      figure(worst),
      seconds.toFixed(1),
    ]),
  )

/** How well those are found who matter on a topic, by set. */
const topicTable = (on: OnTopics, rounds: number) =>
  `${on.name}: ${on.topics} topics, looked at ${whole(on.ndcg[0]?.length ?? 0)} times in all.

${table(
  ['method', 'NDCG@5', 'Cairn ahead by, 95 %'],
  topicMethods.map((method, at) => [
    method,
    figure(mean(on.ndcg[at] ?? [])),
    at === 0 ? '' : range(intervalOf(aheadBy(on, at, rounds)), signed),
  ]),
)}`

/** The detection part of BENCHMARKS.md: everything in it was measured in this run. */
export const report = (
  sets: readonly Judged[],
  found: readonly Found[],
  onTopics: readonly OnTopics[],
  { rounds, from }: { rounds: number; from: string },
) => `## Detection

Written by \`npm run bench:detection\` from ${sets.length} public sets (${from}). Each set is cut at ${cuts.map((cut) => `${cut * 100} %`).join(', ')} of its posts; whoever had written a post by then is ranked by what was known then, and the truth is what they earned afterwards with what they wrote afterwards: votes, or people answered where nobody votes. At the first 5 % of them (at least five), figures are means over the cuts; intervals come from ${rounds.toLocaleString('en')} draws of the members with replacement, the same for all methods. One setting of Cairn's method for all sets. The sets say nothing of part time or of when somebody joined: everybody counts as there all along.

${aims(sets)}
- Precision at 5 % of 0.9 or more where experts were planted: ${found.every(({ precision }) => precision >= 0.9) ? 'met' : 'not met'}.

### Mean over the sets

${averages(sets)}

### Against the best other method of each set (NDCG)

${bySet(sets)}

### Precision at 5 % / NDCG by set

${matrix(sets)}

### How sure

${sureness(sets)}

### On topics

Where questions have tags: members are ranked for each tag that was answered twenty times by a cut (the sixty with most), and the truth is the votes that they earned on it afterwards, NDCG of the first five; intervals come from draws of the topics. Somebody is shown on a topic only if they did something on it, so that what speaks for them can be told; the last line, which no page shows, says what that costs.

${onTopics.map((one) => topicTable(one, rounds)).join('\n\n')}

### Experts planted in organizations that were made up

The generator and its noise are described in test/planted.ts.

${plantedTable(found)}
`
