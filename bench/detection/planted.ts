import { collectActs } from '#leader/expertise/acts.ts'
import { basisOf, scoresOf } from '#leader/expertise/score.ts'
import { throughout } from '#leader/expertise/there.ts'
import { usualWeights } from '#leader/expertise/worth.ts'
import { planted } from '#test/planted.ts'
import { mean, ranked } from './measures.ts'

/** How well those were found who were planted in organizations of one size. */
export interface Found {
  members: number
  /** How many organizations of this size. */
  organizations: number
  /** In the middle. */
  acts: number
  /** What share of all acts the experts did. */
  share: number
  /** Of the first 5 %, the share that was planted: mean, least. */
  precision: number
  worst: number
  /** Seconds for one organization, once its acts are there. */
  seconds: number
}

function findIn(members: number, seed: number) {
  const made = planted(members, seed)
  const collected = collectActs(members, made.today)
  let byExperts = 0
  for (const act of made.acts) {
    if (made.experts.has(act.helper)) byExperts += 1
    collected.add(act)
  }
  const acts = collected.acts()
  const start = performance.now()
  const { today, exposure, groups } = made
  const weights = { ...usualWeights, kinds: [1] }
  const { score } = scoresOf(basisOf({ acts, weights, today, there: throughout(exposure), groups }))
  const seconds = (performance.now() - start) / 1000
  const first = ranked(score).slice(0, Math.round(members / 20))
  const precision = first.filter((member) => made.experts.has(member)).length / first.length
  return { acts: acts.size, share: byExperts / acts.size, precision, seconds }
}

/** Makes so many organizations of a size, with seeds from 1 on, and looks for their experts. */
export function findPlanted(members: number, organizations: number): Found {
  const all = Array.from({ length: organizations }, (_, at) => findIn(members, at + 1))
  return {
    members,
    organizations,
    acts: Math.round(mean(all.map(({ acts }) => acts))),
    share: mean(all.map(({ share }) => share)),
    precision: mean(all.map(({ precision }) => precision)),
    worst: Math.min(...all.map(({ precision }) => precision)),
    seconds: mean(all.map(({ seconds }) => seconds)),
  }
}
