import type { Survey } from '../survey.contract.ts'

/** A survey with all that was counted. */
export interface Counted extends Omit<Survey, 'answered'> {
  answered: number
}

/**
 * What is counted, as far as it says nothing of anybody. Whom the first who answered named would be a wave by itself, and
 * so would one or two whom the others did: waves are told together until each is of enough people. Answers are told so
 * many at a time, for the next number would tell that somebody has just answered, and how few have not.
 */
export function present({ answered, waves, fewest, ...survey }: Counted): Survey {
  const told = Math.floor(answered / fewest) * fewest
  const [first = 0, ...later] = waves ?? []
  const all = [first, ...(told > 0 ? joined(later, fewest) : [])]
  return { ...survey, fewest, answered: told || null, waves: all.filter((asked) => asked >= fewest) }
}

/** Waves, each with those after it until it is of so many; what is left of fewer is told nowhere. */
function joined(waves: readonly number[], fewest: number): number[] {
  const all: number[] = []
  let open = 0
  for (const asked of waves) {
    open += asked
    if (open < fewest) continue
    all.push(open)
    open = 0
  }
  return all
}
