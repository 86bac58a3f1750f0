import { isUsual, judgementLevels } from '../../criteria/names.ts'
import type { CriterionWords } from '../../criteria.contract.ts'
import { useText } from '../text.ts'

export interface Worded {
  key: string
  words: CriterionWords | null
}

const noWords: CriterionWords = {
  name: '',
  question: '',
  levels: judgementLevels.map(() => ({ text: '', example: '' })),
}

/** The words that Cairn has for a criterion, in the reader's language; empty ones for an organization's own. */
export function useUsualWords(): (key: string) => CriterionWords {
  const t = useText()
  return (key) => {
    if (!isUsual(key)) return noWords
    return {
      name: t(`validation.criterion.${key}`),
      question: t(`validation.criterion.${key}.question`),
      levels: judgementLevels.map((level) => ({
        text: t(`validation.criterion.${key}.${level}`),
        example: t(`validation.criterion.${key}.${level}.example`),
      })),
    }
  }
}

/** How a criterion reads: as the organization says, or as Cairn does. */
export function useCriterionWords(): (criterion: Worded) => CriterionWords {
  const usual = useUsualWords()
  return ({ key, words }) => words ?? usual(key)
}

/** What a level is called. */
export function useLevelName(): (level: number) => string {
  const t = useText()
  return (level) => t(`validation.criteria.level${judgementLevels[level - 1] ?? 1}`)
}
