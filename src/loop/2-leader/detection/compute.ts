import type { Acts } from '../expertise/acts.ts'
import { breakdownOf, lately, type Part } from '../expertise/breakdown.ts'
import { type OnField, scoresBy } from '../expertise/by-field.ts'
import { type Influences, influencesOf } from '../expertise/influences.ts'
import { type Basis, basisOf, type Scores, scoresOf, wholeOf } from '../expertise/score.ts'
import type { There } from '../expertise/there.ts'
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
  /** How much those are asked whom they helped: 1 is the average (`influencesOf`). */
  influence: number
  parts: ScorePart[]
  /** What they are worth on each topic, and their influence among those who deal with it. */
  onTopic: ReadonlyMap<string, OnTopic>
}

export interface OnTopic extends OnField {
  influence: number
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
 * Since when each was there to help, and how much of the organization's time, in the share of full time that they work. Its
 * time began with whoever joined first, or with the first act if that was before.
 */
function thereOf({ acts, members, weights, today }: Given): There {
  const first = acts.day.reduce((least, day) => Math.min(least, day), today)
  const begun = members.joined.reduce((least, day) => Math.min(least, day), first)
  return {
    came: (member) => members.joined[member] as number,
    exposure: (member, since) =>
      presence(today - since + 1, today - begun + 1, weights) * (members.time[member] as number),
  }
}

/** The group that each works in, of those who are here. */
const groupsOf = ({ groupOf, isHere }: Members) =>
  groupOf.map((group, member) => (isHere[member] ? group : -1))

function basisFor(given: Given): Basis {
  const { acts, topics, weights, today } = given
  return basisOf({
    acts,
    today,
    there: thereOf(given),
    groups: groupsOf(given.members),
    weights: weightsBySort(weights, topics.ids.length),
  })
}

/** The numbers of those who are here and helped somebody. */
function* helpersAmong({ isHere }: Members, { score }: Scores): Iterable<number> {
  for (let member = 0; member < score.length; member += 1) if (isHere[member] && score[member]) yield member
}

/** Different people whom a member helped and who are known. */
const peopleOf = ({ graph }: Basis, member: number): number =>
  (graph.out.from[member + 1] as number) - (graph.out.from[member] as number)

/** The scores of everybody who is here and helped somebody, and nothing else about them. */
export function* findScores(given: Given): Iterable<Pick<Found, 'memberId' | 'score' | 'people'>> {
  const basis = basisFor(given)
  const scores = scoresOf(basis)
  for (const member of helpersAmong(given.members, scores))
    yield {
      memberId: given.members.ids.idOf(member),
      score: scores.score[member] as number,
      people: peopleOf(basis, member),
    }
}

/**
 * What is found out about everybody who is here and helped somebody. Everybody's score is known when this returns; what
 * each is made of is found as one asks for the next, so that never all of it is held.
 */
export function findHelpers(given: Given, lap: (name: string) => void = () => undefined): Iterable<Found> {
  const basis = basisFor(given)
  const scores = scoresOf(basis)
  lap('scoring')
  const influences = influencesOf(basis, given.members.isHere, topicOf)
  lap('influence')
  return eachOf(given, basis, scores, influences)
}

function* eachOf(
  { members, topics }: Given,
  basis: Basis,
  scores: Scores,
  influences: Influences,
): Iterable<Found> {
  const { score, low, high } = scores
  const { from } = basis.acts
  for (const member of helpersAmong(members, scores)) {
    const [recent, former] = lately(basis, member, latelyDays)
    const whole = wholeOf(basis, member)
    const parts = breakdownOf(basis, member, whole, members.groupOf).map(({ kind, ...rest }) => ({
      ...rest,
      kind: kindOf(kind),
      topicId: topics.ids[topicOf(kind) - 1] ?? null,
    }))
    const byTopic = [...scoresBy(basis, member, whole, topicOf)].flatMap(([topic, on]) => {
      const id = topics.ids[topic - 1]
      return id === undefined ? [] : [[id, { ...on, influence: influences.on(topic, member) }] as const]
    })
    yield {
      ...{ memberId: members.ids.idOf(member), recent, former, parts, onTopic: new Map(byTopic) },
      score: score[member] as number,
      low: low[member] as number,
      high: high[member] as number,
      influence: influences.overall[member] as number,
      people: peopleOf(basis, member),
      acts: (from[member + 1] as number) - (from[member] as number),
    }
  }
}
