import type { Acts } from '../expertise/acts.ts'
import { breakdownOf, lately, type Part } from '../expertise/breakdown.ts'
import { basisOf, type Exposure, scoresOf } from '../expertise/score.ts'
import { presence } from '../expertise/worth.ts'
import type { SignalKind } from '../signals/kinds.ts'
import type { Members, Topics } from './read.ts'
import { type DetectionWeights, kindOf, topicOf, weightsBySort } from './weights.ts'

/** One kind of help on one topic in a member's score. */
export interface ScorePart extends Omit<Part, 'kind'> {
  kind: SignalKind
  topicId: string | null
}

export interface Found {
  memberId: string
  score: number
  low: number
  high: number
  /** Different people who were helped and are known. */
  people: number
  acts: number
  recent: number
  former: number
  parts: ScorePart[]
}

interface Given {
  acts: Acts
  members: Members
  topics: Topics
  weights: DetectionWeights
  today: number
}

/** How many days are lately: what was done in them is held against as many days before. */
const latelyDays = 90

/** How much of the organization's time each was there to help: since they joined, or since their first act if that was before. */
function exposureOf({ acts, members, weights, today }: Given): Exposure {
  const since = members.joined.map((day, member) => {
    const rows = acts.day.subarray(acts.from[member] as number, acts.from[member + 1] as number)
    return today - rows.reduce((first, one) => Math.min(first, one), day) + 1
  })
  const all = since.reduce((most, days) => Math.max(most, days), 1)
  return since.map((days) => presence(days, all, weights))
}

/** What is found out about everybody who is here and helped somebody. */
export function findHelpers(given: Given): Found[] {
  const { acts, members, topics, weights, today } = given
  const exposure = exposureOf(given)
  const basis = basisOf({ acts, today, exposure, weights: weightsBySort(weights, topics.ids.length) })
  const { score, low, high } = scoresOf(basis)
  const { out } = basis.graph
  const { from } = basis.acts
  return members.ids.flatMap((memberId, member) => {
    if (!members.isHere[member] || !(score[member] as number)) return []
    const [recent, former] = lately(basis, member, latelyDays)
    const parts = breakdownOf(basis, member, members.groupOf).map(({ kind, ...rest }) => ({
      ...rest,
      kind: kindOf(kind),
      topicId: topics.ids[topicOf(kind) - 1] ?? null,
    }))
    return {
      ...{ memberId, recent, former, parts },
      score: score[member] as number,
      low: low[member] as number,
      high: high[member] as number,
      people: (out.from[member + 1] as number) - (out.from[member] as number),
      acts: (from[member + 1] as number) - (from[member] as number),
    }
  })
}
