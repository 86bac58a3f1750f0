import { draws, dressed, type Given, type Thankful, thankfulDays } from '#test/thankful.ts'
import { type HelpSet, readSets } from '../detection/sets.ts'

/** A year of a community as honest background. */
export interface Background extends Thankful {
  name: string
}

/**
 * Everybody whom somebody answered, or whose post they commented on, thanks them: once a day at most, as people do who
 * write to one another all day. Points and grounds are drawn as in organizations that are made up: the sets say nothing
 * of them, nor of groups.
 */
function thanksIn({ helps, comments }: HelpSet) {
  const acts = [
    ...helps.map(({ by, to, at }) => ({ from: to, to: by, day: Math.floor(at) })),
    ...comments.map(({ by, to, at }) => ({ from: by, to, day: Math.floor(at) })),
  ].filter(({ from, to }) => from >= 0 && to >= 0 && from !== to)
  return [...new Map(acts.map((act) => [`${act.from} ${act.to} ${act.day}`, act])).values()]
}

/** The years of a set, from its last day back; what is left at the beginning counts where it is half of one. */
function yearsOf(set: HelpSet): Background[] {
  const acts = thanksIn(set)
  const [first, last] = acts.reduce(
    ([low, high], { day }) => [Math.min(low, day), Math.max(high, day)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  const count = Math.max(1, Math.round((last - first + 1) / thankfulDays))
  return Array.from({ length: count }, (_, year) => {
    const begin = last + 1 - (year + 1) * thankfulDays
    const drawn = draws(year + 1)
    const thanks = acts
      .filter(({ day }) => day >= begin && day < begin + thankfulDays)
      .map((act): Given => ({ ...act, day: act.day - begin, ...dressed(drawn) }))
    const groups = new Int32Array(set.members).fill(-1)
    const name = count === 1 ? set.name : `${set.name}, year ${count - year}`
    return { name, members: set.members, groups, thanks }
  })
}

export const readBackgrounds = (folder: string): Background[] => readSets(folder).flatMap(yearsOf)
