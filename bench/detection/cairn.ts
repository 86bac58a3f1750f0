import { collectActs, nobody } from '#leader/expertise/acts.ts'
import { basisOf, type Scores, scoresOf } from '#leader/expertise/score.ts'
import { usualWeights } from '#leader/expertise/worth.ts'
import type { Known, Method } from './protocol.ts'
import { votesOf } from './sets.ts'

const weights = { ...usualWeights, kinds: [1, 0.1] }
const [answered, commented] = [0, 1]

/** The acts of a set as the product would keep them: answers with their votes, and comments that somebody found useful. */
function actsOf({ helps, comments, members, at }: Known) {
  const acts = collectActs(members, Math.floor(at))
  for (const help of helps) {
    const { by, to, at: when, acceptedAt } = help
    acts.add({
      helper: by,
      helped: to < 0 ? nobody : to,
      day: Math.floor(when),
      kind: answered,
      useful: votesOf(help),
      accepted: acceptedAt < Number.POSITIVE_INFINITY,
    })
  }
  for (const { by, at: when, score } of comments)
    if (score > 0)
      acts.add({
        helper: by,
        helped: nobody,
        day: Math.floor(when),
        kind: commented,
        useful: 0,
        accepted: false,
      })
  return acts
}

export const scoresOfSet = (known: Known): Scores =>
  scoresOf(basisOf({ acts: actsOf(known).acts(), weights, today: Math.floor(known.at) }))

/** The product's own method with its own settings. */
export const cairn: Method = (known) => scoresOfSet(known).score
