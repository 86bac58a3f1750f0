import { describe, expect, test } from 'vitest'
import { aucOf, kendallOf, ndcgOf, precisionOf, spearmanOf } from './measures.ts'
import { cutAt, depthOf, type Known, qualityAt, scoresAt } from './protocol.ts'
import { intervalOf, resampled } from './resample.ts'
import type { HelpSet } from './sets.ts'

describe('a measure', () => {
  test('agrees with what is counted by hand', () => {
    const [scores, truth] = [
      [4, 3, 2, 1],
      [3, 0, 2, 0],
    ]
    expect(precisionOf(scores, truth, 2)).toBe(0.5)
    expect(ndcgOf(scores, truth, 2)).toBeCloseTo(3 / (3 + 2 / Math.log2(3)), 12)
    expect(aucOf(scores, truth, 2)).toBe(0.75)
    // Of six pairs one is tied in truth, four agree and one does not.
    expect(kendallOf(scores, truth)).toBeCloseTo(3 / Math.sqrt(6 * 5), 12)
    expect(ndcgOf(scores, [0, 0, 0, 0], 2)).toBe(0)
    // Ranks 4 3 2 1 and 4, 1.5, 3, 1.5.
    expect(spearmanOf(scores, truth)).toBeCloseTo(3 / Math.sqrt(5 * 4.5), 12)
    expect(spearmanOf(scores, [1, 1, 1, 1])).toBe(0)
  })

  test('is 1 for the truth itself, and as low as can be for its contrary', () => {
    const truth = Array.from({ length: 200 }, (_, at) => (at * 37) % 200)
    const contrary = truth.map((value) => -value)
    const ofTruth = [precisionOf, ndcgOf, aucOf].map((measure) => measure(truth, truth, 10))
    expect(ofTruth).toEqual([1, 1, 1])
    expect(kendallOf(truth, truth)).toBeCloseTo(1, 12)
    expect([precisionOf(contrary, truth, 10), aucOf(contrary, truth, 10)]).toEqual([0, 0])
    expect(kendallOf(contrary, truth)).toBeCloseTo(-1, 12)
  })

  test('counts two who are ranked alike as half', () => {
    expect(aucOf([1, 1], [1, 0], 1)).toBe(0.5)
    expect(kendallOf([1, 1, 2], [1, 2, 3])).toBeCloseTo(2 / Math.sqrt(2 * 3), 12)
  })
})

/** One asks every day; the first ten days one member answers, then another, and the day after somebody votes for it. */
const [asker, early, late] = [0, 1, 2]
const community: HelpSet = {
  name: 'made up',
  members: 3,
  hasVotes: true,
  comments: [],
  questions: Array.from({ length: 20 }, (_, at) => ({ id: `q${at}`, by: asker, at, tags: [] })),
  helps: Array.from({ length: 20 }, (_, at) => ({
    by: at < 10 ? early : late,
    to: asker,
    at: at + 0.1,
    question: `q${at}`,
    votes: [{ at: at + 1, sign: 1 as const }],
    acceptedAt: at + 1,
  })),
}

describe('a cut', () => {
  test('knows nothing that came later: no post, no vote, not that an answer was accepted', () => {
    const { known } = cutAt(community, 0.3)
    expect(known.at).toBe(6)
    expect([known.questions.length, known.helps.length]).toEqual([6, 6])
    const last = known.helps.at(-1)
    expect([last?.votes, last?.acceptedAt]).toEqual([[], Number.POSITIVE_INFINITY])
    expect(known.helps[0]?.votes).toHaveLength(1)
  })

  test('ranks who had written by then, by the votes on what they wrote afterwards', () => {
    const { seen, truth, depth } = cutAt(community, 0.3)
    expect([seen, [...truth], depth]).toEqual([[asker, early], [0, 4], 5])
    const after = cutAt(community, 0.6)
    expect([after.seen, [...after.truth]]).toEqual([
      [asker, early, late],
      [0, 0, 8],
    ])
  })

  test('looks for 5 % of them, five at least', () => {
    expect([20, 100, 101, 1000].map(depthOf)).toEqual([5, 5, 5, 50])
  })

  test('is drawn again for an interval, which holds the figure and is the same at every run', () => {
    const cut = cutAt(community, 0.6)
    const byAnswers = ({ helps, members }: Known) =>
      Array.from({ length: members }, (_, member) => helps.filter(({ by }) => by === member).length)
    const scores = scoresAt(cut, byAnswers)
    const draws = () => resampled([cut], [[scores], [cut.truth]], { rounds: 200, seed: 4 })
    const [ours, best] = draws() as [Float64Array, Float64Array]
    const [low, high] = intervalOf(ours)
    const { ndcg } = qualityAt(cut, scores)
    expect(ndcg).toBeCloseTo(1 / Math.log2(3), 12)
    expect(low).toBeLessThanOrEqual(ndcg)
    expect(high).toBeGreaterThanOrEqual(ndcg)
    // Whoever is never drawn cannot be found: only then is even the truth worth nothing.
    expect(new Set(best)).toEqual(new Set([0, 1]))
    expect(draws()).toEqual([ours, best])
  })
})
