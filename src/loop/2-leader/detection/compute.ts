import type { Acts } from '../expertise/acts.ts'
import { breakdownOf, lately, type Part } from '../expertise/breakdown.ts'
import { type Basis, basisOf, type Exposure, type Scores, scoresOf } from '../expertise/score.ts'
import { presence } from '../expertise/worth.ts'
import type { SignalKind } from '../signals/kinds.ts'
import type { Members } from './members.ts'
import type { Topics } from './topics.ts'
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

/**
 * How much of the organization's time each was there to help: since they joined, or since their first act if that was
 * before, and in the share of full time that they work.
 */
function exposureOf({ acts, members, weights, today }: Given): Exposure {
  const since = members.joined.map((day, member) => {
    let first = day
    for (let row = acts.from[member] as number; row < (acts.from[member + 1] as number); row += 1)
      first = Math.min(first, acts.day[row] as number)
    return today - first + 1
  })
  const all = since.reduce((most, days) => Math.max(most, days), 1)
  return Float64Array.from(
    since,
    (days, member) => presence(days, all, weights) * (members.time[member] as number),
  )
}

/** The group that each works in, of those who are here. */
const groupsOf = ({ groupOf, isHere }: Members) =>
  groupOf.map((group, member) => (isHere[member] ? group : -1))

/**
 * What is found out about everybody who is here and helped somebody. Everybody's score is known when this returns; what
 * each is made of is found as one asks for the next, so that never all of it is held.
 */
export function findHelpers(given: Given): Iterable<Found> {
  const { acts, topics, weights, today } = given
  const exposure = exposureOf(given)
  const groups = groupsOf(given.members)
  const basis = basisOf({ acts, today, exposure, groups, weights: weightsBySort(weights, topics.ids.length) })
  return eachOf(given, basis, scoresOf(basis))
}

function* eachOf({ members, topics }: Given, basis: Basis, { score, low, high }: Scores): Iterable<Found> {
  const { out } = basis.graph
  const { from } = basis.acts
  for (let member = 0; member < score.length; member += 1) {
    if (!members.isHere[member] || !(score[member] as number)) continue
    const [recent, former] = lately(basis, member, latelyDays)
    const parts = breakdownOf(basis, member, members.groupOf).map(({ kind, ...rest }) => ({
      ...rest,
      kind: kindOf(kind),
      topicId: topics.ids[topicOf(kind) - 1] ?? null,
    }))
    yield {
      ...{ memberId: members.ids.idOf(member), recent, former, parts },
      score: score[member] as number,
      low: low[member] as number,
      high: high[member] as number,
      people: (out.from[member + 1] as number) - (out.from[member] as number),
      acts: (from[member + 1] as number) - (from[member] as number),
    }
  }
}
