/** What of a criterion its score needs. */
interface Weighed {
  key: string
  weight: number
  passesAt: number
}

interface Judged {
  criterion: string
  level: number
}

/**
 * How well a course does on a whole rubric: the mean of the levels, 1 to 4, each counting as much as its criterion weighs;
 * null where nothing that counts was judged. Of several judgements of a criterion, their mean.
 */
export function scoreOf(criteria: readonly Weighed[], judgements: readonly Judged[]): number | null {
  let sum = 0
  let weights = 0
  for (const { key, weight } of criteria) {
    const levels = judgements.filter(({ criterion }) => criterion === key).map(({ level }) => level)
    if (levels.length === 0) continue
    sum += (weight * levels.reduce((a, b) => a + b, 0)) / levels.length
    weights += weight
  }
  return weights > 0 ? sum / weights : null
}

/** What stands between one reviewer's judgements and their approval: what must pass and was not judged, or not passed. */
export function notPassed(
  criteria: readonly (Weighed & { mustPass: boolean })[],
  judgements: readonly Judged[],
): { key: string; why: 'unjudged' | 'below' }[] {
  return criteria.flatMap(({ key, passesAt, mustPass }) => {
    if (!mustPass) return []
    const judged = judgements.find(({ criterion }) => criterion === key)
    if (!judged) return { key, why: 'unjudged' as const }
    return judged.level < passesAt ? { key, why: 'below' as const } : []
  })
}
