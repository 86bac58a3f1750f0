import type { Known, Method } from './protocol.ts'
import { type Help, votesOf } from './sets.ts'

/** Adds up what each help is worth to who gave it. */
export const summed =
  (worth: (help: Help, known: Known) => number): Method =>
  (known) => {
    const scores = new Float64Array(known.members)
    for (const help of known.helps)
      if (help.by >= 0) scores[help.by] = (scores[help.by] ?? 0) + worth(help, known)
    return scores
  }

const fading = (help: Help, { at }: Known, halfLife: number) => 2 ** (-(at - help.at) / halfLife)

export const answers = summed(() => 1)
export const votes = summed(votesOf)
export const accepted = summed(({ acceptedAt }) => (acceptedAt < Number.POSITIVE_INFINITY ? 1 : 0))
/** Answers, each worth half as much after so many days. */
export const recentAnswers = (halfLife: number) => summed((help, known) => fading(help, known, halfLife))
/** The same of votes, of which each answer is given one. */
export const recentVotes = (halfLife: number) =>
  summed((help, known) => (1 + Math.max(0, votesOf(help))) * fading(help, known, halfLife))

export const peopleHelped: Method = ({ helps, members }) => {
  const scores = new Float64Array(members)
  const pairs = new Set<number>()
  for (const { by, to } of helps) {
    const pair = by * members + to
    if (by < 0 || to < 0 || pairs.has(pair)) continue
    pairs.add(pair)
    scores[by] = (scores[by] ?? 0) + 1
  }
  return scores
}

const z = 1.96
/** The lower bound of the share of answers that were accepted (Wilson 1927), at 95 %. */
export const acceptedShare: Method = (known) => {
  const [all, good] = [answers(known), accepted(known)]
  return Float64Array.from(all, (n, member) => {
    if (n === 0) return 0
    const share = (good[member] ?? 0) / n
    const spread = z * Math.sqrt((share * (1 - share) + z ** 2 / (4 * n)) / n)
    return (share + z ** 2 / (2 * n) - spread) / (1 + z ** 2 / n)
  })
}

/** Answers against questions: by how many deviations somebody differs from one who does either by chance (Zhang 2007). */
export const zScore: Method = (known) => {
  const given = answers(known)
  const asked = new Float64Array(known.members)
  for (const { by } of known.questions) if (by >= 0) asked[by] = (asked[by] ?? 0) + 1
  return Float64Array.from(given, (a, member) => {
    const q = asked[member] ?? 0
    return a + q === 0 ? Number.NEGATIVE_INFINITY : (a - q) / Math.sqrt(a + q)
  })
}
