import { linkTo, paths } from '#paths'

/** Which numbers are shown: of how many days, and of which group; of everyone when none is named. */
export interface LoopOf {
  days: string
  groupId: string
}

/** Which of a stage's journeys a number counts; those of the period, all of them, when not said. */
export interface Counted {
  when?: 'now' | 'before'
  timed?: 'any' | 'step' | 'whole'
}

export const loopQuery = ({ days, groupId }: LoopOf) => ({ days, ...(groupId && { group: groupId }) })

/** The list of what a number of the loop counts. */
export const countedLink = (stage: string, of: LoopOf, { when, timed }: Counted = {}): string =>
  linkTo(
    paths.loopStage,
    { stage },
    {
      query: {
        ...loopQuery(of),
        ...(when === 'before' && { when }),
        ...(timed && timed !== 'any' && { timed }),
      },
    },
  )
