/** The criteria that Cairn has words for in every language, in the order they are told. */
export const usualCriteria = ['accuracy', 'usefulness', 'clarity', 'examples', 'practice'] as const
export type UsualCriterion = (typeof usualCriteria)[number]

/** How well a course does on a criterion, from not yet (1) to better than was asked for (4). */
export const judgementLevels = [1, 2, 3, 4] as const

/** So many criteria a group may know, those it does not judge among them: whoever judges looks at each. */
export const mostCriteria = 15

/** How much each counts until a group says otherwise, 1 to 5: a course that is wrong teaches nobody. */
export const usualWeights: Record<UsualCriterion, number> = {
  accuracy: 5,
  usefulness: 4,
  clarity: 3,
  examples: 2,
  practice: 2,
}

/** From this level a course is good enough, until a group says otherwise. */
export const usualPass = 3

export const isUsual = (key: string): key is UsualCriterion =>
  (usualCriteria as readonly string[]).includes(key)
