import type { Comparison, Mark } from '../calibration.contract.ts'
import { type UsualCriterion, usualCriteria } from '../criteria/names.ts'
import type { PracticeCourse } from './courses.ts'

type Known = Pick<PracticeCourse, 'defects' | 'levels'>

/**
 * What was marked and judged beside what is known. A defect is found by a mark on any of its places, under its own criterion
 * rather than another; a mark finds one defect at most.
 */
export function compareWith(
  { defects, levels }: Known,
  marks: readonly Mark[],
  own: Partial<Record<UsualCriterion, number>>,
): Comparison {
  const free = new Set(marks)
  const take = (at: readonly string[], matches: (mark: Mark) => boolean): Mark | null => {
    const found = [...free].find((mark) => at.includes(mark.place) && matches(mark)) ?? null
    if (found) free.delete(found)
    return found
  }
  const same = defects.map(({ at, criterion }) => take(at, (mark) => mark.criterion === criterion))
  const told = defects.map(({ at, criterion, what }, index) => {
    const [place = ''] = at
    const exact = same[index] ?? null
    const mark = exact ?? take(at, () => true)
    const how = exact ? ('found' as const) : mark ? ('otherwise' as const) : ('missed' as const)
    return { place, criterion, what, how, mark }
  })
  return {
    defects: told,
    more: [...free],
    levels: usualCriteria.flatMap((criterion) => {
      const level = own[criterion]
      const { level: reference, why } = levels[criterion]
      return level === undefined ? [] : { criterion, own: level, reference, why }
    }),
  }
}

export const foundIn = ({ defects }: Pick<Comparison, 'defects'>) => ({
  defects: defects.length,
  found: defects.filter(({ how }) => how !== 'missed').length,
})
