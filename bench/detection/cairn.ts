import { collectActs, nobody } from '#leader/expertise/acts.ts'
import { scoresBy } from '#leader/expertise/by-field.ts'
import { basisOf, type Scores, scoresOf, wholeOf } from '#leader/expertise/score.ts'
import { usualWeights } from '#leader/expertise/worth.ts'
import type { Known, Method } from './protocol.ts'
import { type Help, votesOf } from './sets.ts'

/** What an answer is worth, a comment that somebody found useful, and an answer on the topic that is looked at. */
const weights = { ...usualWeights, kinds: [1, 0.1, 1] }
const [answered, commented, answeredThere] = [0, 1, 2]

/** The acts of a set as the product would keep them: answers with their votes, and comments that somebody found useful. */
function actsOf({ helps, comments, members, at }: Known, isThere: (help: Help) => boolean = () => false) {
  const acts = collectActs(members, Math.floor(at))
  for (const help of helps) {
    const { by, to, at: when, acceptedAt } = help
    acts.add({
      helper: by,
      helped: to < 0 ? nobody : to,
      day: Math.floor(when),
      kind: isThere(help) ? answeredThere : answered,
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

const basisFor = (known: Known, isThere?: (help: Help) => boolean) =>
  basisOf({ acts: actsOf(known, isThere).acts(), weights, today: Math.floor(known.at) })

export const scoresOfSet = (known: Known): Scores => scoresOf(basisFor(known))

/** The product's own method with its own settings. */
export const cairn: Method = (known) => scoresOfSet(known).score

/** What members are worth on what `isThere` says, overall, and who did something there. */
export function scoresThere(known: Known, isThere: (help: Help) => boolean) {
  const basis = basisFor(known, isThere)
  const make = () => new Float64Array(known.members)
  const found = { score: make(), own: make(), whole: make() }
  for (let member = 0; member < known.members; member += 1) {
    const whole = wholeOf(basis, member)
    found.whole[member] = whole.score
    const there = scoresBy(basis, member, whole, (kind) => kind).get(answeredThere)
    found.score[member] = there?.score ?? 0
    found.own[member] = there?.own ?? 0
  }
  return found
}
