import type { Step } from '../language.ts'
import type { groupsOfPeople } from '../report.contract.ts'

/** How many got something, how many of them are interested, who is told by name, and how many said something else. */
export interface Answered {
  got: number
  interested: number
  later: number
  no: number
}

/**
 * Whether it is told how many want to be asked later and how many said no: who got it and who of them is interested is told
 * by name, so that those left over must be enough, and must not all have said the same.
 */
export function tellsRest({ got, interested, later, no }: Answered, fewest: number): boolean {
  const rest = got - interested
  return later + no === 0 || (rest >= fewest && later < rest && no < rest)
}

/**
 * The step that comes before anybody can have answered: the one that all others follow; null where several begin the
 * campaign. Who got a later one, or is to get it, is told of nobody: whoever is missing there has said no before.
 */
export function firstOf(steps: readonly Step[]): string | null {
  const [first, ...more] = steps.filter(({ after }) => after === null)
  return first && more.length === 0 ? first.id : null
}

const always: readonly (typeof groupsOfPeople)[number][] = ['interested', 'nominated', 'left', 'refused']

/** Whether the people behind a figure of a step are told by name. */
export const isNamedIn = (isFirst: boolean, who: (typeof groupsOfPeople)[number]): boolean =>
  isFirst || always.includes(who)

/** The same of a figure of a step, or of the whole. */
export const isNamed = (
  steps: readonly Step[],
  { who, step }: { who: (typeof groupsOfPeople)[number]; step?: string | undefined },
): boolean => step === undefined || isNamedIn(step === firstOf(steps), who)
