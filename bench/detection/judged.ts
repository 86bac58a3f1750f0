import { cairn } from './cairn.ts'
import * as counts from './counts.ts'
import { expertiseRank, hitsAuthority } from './links.ts'
import { mean, type Quality } from './measures.ts'
import { type Cut, cutAt, cuts, type Method, qualityAt, scoresAt } from './protocol.ts'
import { trueSkill } from './rating.ts'
import { resampled } from './resample.ts'
import type { HelpSet } from './sets.ts'
import { type Sureness, surenessAt } from './sure.ts'
import { expectedDays } from './survival.ts'

/** The product's method first, then everything it is compared with. */
export const methods: Readonly<Record<string, Method>> = {
  Cairn: cairn,
  'answers given': counts.answers,
  'distinct people helped': counts.peopleHelped,
  'votes on answers': counts.votes,
  'accepted answers': counts.accepted,
  'accepted, Wilson bound': counts.acceptedShare,
  'Z-score': counts.zScore,
  ExpertiseRank: expertiseRank,
  'HITS authority': hitsAuthority,
  'TrueSkill, mu - 3 sigma': trueSkill,
  'answers, half-life 30 days': counts.recentAnswers(30),
  'answers, half-life 90 days': counts.recentAnswers(90),
  'votes + 1, half-life 30 days': counts.recentVotes(30),
  'votes + 1, half-life 90 days': counts.recentVotes(90),
  'votes + 1, half-life 180 days': counts.recentVotes(180),
  'BG/NBD expected active days': expectedDays,
}
export const names: readonly string[] = Object.keys(methods)

/** How all methods do on one set, in the order of their names. */
export interface Judged {
  name: string
  /** Members who were ranked at the first and at the last cut. */
  ranked: [number, number]
  /** Mean over the cuts. */
  quality: Quality[]
  /** The least and the greatest NDCG of the cuts. */
  spread: [number, number][]
  /** NDCG, mean over the cuts, in each draw of the members. */
  samples: Float64Array[]
  /** By cut. */
  sureness: Sureness[]
}

const meanOf = (all: readonly Quality[]): Quality => ({
  precision: mean(all.map(({ precision }) => precision)),
  ndcg: mean(all.map(({ ndcg }) => ndcg)),
  auc: mean(all.map(({ auc }) => auc)),
  kendall: mean(all.map(({ kendall }) => kendall)),
})

/** Ranks the members of a set at each cut by each method, and compares with what came afterwards. */
export function judge(set: HelpSet, rounds: number): Judged {
  const all: Cut[] = cuts.map((part) => cutAt(set, part))
  const scored = Object.values(methods).map((method) =>
    all.map((cut) => ({ cut, scores: scoresAt(cut, method) })),
  )
  const byMethod = scored.map((ofMethod) => ofMethod.map(({ cut, scores }) => qualityAt(cut, scores)))
  return {
    name: set.name,
    ranked: [all[0]?.seen.length ?? 0, all.at(-1)?.seen.length ?? 0],
    quality: byMethod.map(meanOf),
    spread: byMethod.map((qualities) => {
      const values = qualities.map(({ ndcg }) => ndcg)
      return [Math.min(...values), Math.max(...values)]
    }),
    sureness: all.map(surenessAt),
    samples: resampled(
      all,
      scored.map((ofMethod) => ofMethod.map(({ scores }) => scores)),
      { rounds, seed: 1 },
    ),
  }
}
