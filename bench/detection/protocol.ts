import { aucOf, kendallOf, ndcgOf, precisionOf, type Quality } from './measures.ts'
import { type Comment, type Help, type HelpSet, type Question, votesOf } from './sets.ts'

/** Shares of the posts after which it is guessed who will matter. */
export const cuts = [0.3, 0.4, 0.5, 0.6, 0.7]
const share = 0.05
const fewest = 5

/** How many are looked for among so many. */
export const depthOf = (members: number): number => Math.max(fewest, Math.round(share * members))

/** What is known at one moment, and who had written a post by then. */
export interface Known {
  at: number
  members: number
  helps: readonly Help[]
  questions: readonly Question[]
  comments: readonly Comment[]
  hasVotes: boolean
}

/** A way to find who helps: what is known to a number for each member, the higher the likelier. */
export type Method = (known: Known) => ArrayLike<number>

export interface Cut {
  known: Known
  /** The members who had written a post. Nobody else is ranked. */
  seen: readonly number[]
  /** What each of them earned afterwards. */
  truth: Float64Array
  /** How many are looked for. */
  depth: number
}

/** Votes that were given later are not known, and neither is that an answer was accepted. */
const asKnown = (help: Help, at: number): Help => ({
  ...help,
  votes: help.votes.filter((vote) => vote.at < at),
  acceptedAt: help.acceptedAt < at ? help.acceptedAt : Number.POSITIVE_INFINITY,
})

/** What members earned after a moment with what they wrote after it: votes, or the people whom they answered. */
function earned({ helps, members, hasVotes }: HelpSet, at: number): Float64Array {
  const truth = new Float64Array(members)
  const answered = new Set<number>()
  for (const help of helps) {
    const { by, to, at: when } = help
    if (by < 0 || when < at) continue
    const pair = by * members + to
    if (hasVotes) truth[by] = (truth[by] ?? 0) + votesOf(help)
    else if (!answered.has(pair)) truth[by] = (truth[by] ?? 0) + 1
    answered.add(pair)
  }
  return truth
}

/** The set as it was when a share of its posts was written, and what came afterwards. */
export function cutAt(set: HelpSet, part: number): Cut {
  const { helps, questions, comments, members, hasVotes } = set
  const times = [...helps, ...questions].map(({ at }) => at).sort((a, b) => a - b)
  const at = times[Math.floor(times.length * part)] ?? 0
  const before = <One extends { at: number }>(all: readonly One[]) => all.filter((one) => one.at < at)
  const known: Known = {
    at,
    members,
    hasVotes,
    helps: before(helps).map((help) => asKnown(help, at)),
    questions: before(questions),
    comments: before(comments),
  }
  const wrote = new Set([...known.helps, ...known.questions].map(({ by }) => by).filter((by) => by >= 0))
  const seen = [...wrote].sort((a, b) => a - b)
  const all = earned(set, at)
  return {
    known,
    seen,
    truth: Float64Array.from(seen, (member) => all[member] ?? 0),
    depth: depthOf(seen.length),
  }
}

/** What a method says at a cut of those who are ranked, in the order of `seen`. */
export function scoresAt({ known, seen }: Cut, method: Method): Float64Array {
  const all = method(known)
  return Float64Array.from(seen, (member) => all[member] ?? 0)
}

/** How well these scores find those who earn most after the cut; Kendall's tau over members of whom either is known. */
export function qualityAt({ truth, depth }: Cut, scores: Float64Array): Quality {
  const active = [...scores.keys()].filter((index) => scores[index] !== 0 || truth[index] !== 0)
  const of = (values: Float64Array) => active.map((index) => values[index] ?? 0)
  return {
    precision: precisionOf(scores, truth, depth),
    ndcg: ndcgOf(scores, truth, depth),
    auc: aucOf(scores, truth, depth),
    kendall: kendallOf(of(scores), of(truth)),
  }
}
