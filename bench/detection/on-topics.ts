import { seeded } from '#platform/seeded'
import { scoresThere } from './cairn.ts'
import { mean, ndcgOf } from './measures.ts'
import { type Cut, cutAt, cuts } from './protocol.ts'
import { type Help, type HelpSet, votesOf } from './sets.ts'

/** A topic is looked at once it was answered so often, and where so many earned something on it afterwards. */
const fewestAnswers = 20
const fewestEarning = 3
const mostTopics = 60
/** Among so many of whom a topic is asked. */
const depth = 5

export const topicMethods = [
  'Cairn',
  'Cairn, by what was done on the topic alone',
  'Cairn’s whole score, of who did something on it',
  'answers on the topic',
  'votes + 1 on the topic',
  'Cairn’s whole score, whoever it is',
] as const

/** How well those are found who matter on a topic. */
export interface OnTopics {
  name: string
  /** Topics, each counted at every cut at which it was looked at. */
  topics: number
  /** NDCG at 5, by method, of each topic at each cut. */
  ndcg: number[][]
}

function topicsAt({ known }: Cut, about: (help: Help) => readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const help of known.helps) for (const tag of about(help)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= fewestAnswers)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostTopics)
    .map(([tag]) => tag)
}

/** What members earned on a topic after a cut with what they wrote after it. */
function earnedOn({ helps, members }: HelpSet, at: number, isThere: (help: Help) => boolean): Float64Array {
  const truth = new Float64Array(members)
  for (const help of helps)
    if (help.by >= 0 && help.at >= at && isThere(help)) truth[help.by] = (truth[help.by] ?? 0) + votesOf(help)
  return truth.map((votes) => Math.max(0, votes))
}

/** By member, summed over what they did on a topic. */
function counted(
  { known }: Cut,
  isThere: (help: Help) => boolean,
  worth: (help: Help) => number,
): Float64Array {
  const sums = new Float64Array(known.members)
  for (const help of known.helps)
    if (help.by >= 0 && isThere(help)) sums[help.by] = (sums[help.by] ?? 0) + worth(help)
  return sums
}

/** Each method’s NDCG on one topic at one cut; null where too few earned anything there. */
function judgeTopic(set: HelpSet, cut: Cut, isThere: (help: Help) => boolean): number[] | null {
  const { known, seen } = cut
  const among = (values: ArrayLike<number>) => Float64Array.from(seen, (member) => values[member] ?? 0)
  const truth = among(earnedOn(set, known.at, isThere))
  if (truth.filter((votes) => votes > 0).length < fewestEarning) return null
  const { score, own, whole } = scoresThere(known, isThere)
  const answers = counted(cut, isThere, () => 1)
  const byMethod: Record<(typeof topicMethods)[number], ArrayLike<number>> = {
    Cairn: score,
    'Cairn, by what was done on the topic alone': own,
    'Cairn’s whole score, of who did something on it': whole.map((value, member) =>
      answers[member] ? value : 0,
    ),
    'answers on the topic': answers,
    'votes + 1 on the topic': counted(cut, isThere, (help) => 1 + votesOf(help)),
    'Cairn’s whole score, whoever it is': whole,
  }
  return topicMethods.map((method) => ndcgOf(among(byMethod[method]), truth, depth))
}

/** Ranks members on each topic of a set at each cut, and compares with what came afterwards; null where nothing has a topic. */
export function judgeOnTopics(set: HelpSet): OnTopics | null {
  const tags = new Map(set.questions.map(({ id, tags }) => [id, tags]))
  const about = ({ question }: Help) => tags.get(question) ?? []
  const judged = cuts.flatMap((part) => {
    const cut = cutAt(set, part)
    return topicsAt(cut, about).flatMap((tag) => {
      const found = judgeTopic(set, cut, (help) => about(help).includes(tag))
      return found ? [{ tag, found }] : []
    })
  })
  if (judged.length === 0) return null
  return {
    name: set.name,
    topics: new Set(judged.map(({ tag }) => tag)).size,
    ndcg: topicMethods.map((_, at) => judged.map(({ found }) => found[at] ?? 0)),
  }
}

/** The product’s mean less a method’s in so many draws of topics with replacement (Efron 1979). */
export function aheadBy({ ndcg }: OnTopics, method: number, rounds: number): Float64Array {
  const random = seeded(1)
  const differences = (ndcg[0] ?? []).map((ours, at) => ours - (ndcg[method]?.[at] ?? 0))
  return Float64Array.from({ length: rounds }, () =>
    mean(differences.map(() => differences[Math.floor(random() * differences.length)] ?? 0)),
  )
}
