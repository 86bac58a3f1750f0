import type { Check, Checked, RuleFault } from './checked.ts'
import type { Level, RuleName } from './names.ts'
import { altText } from './rules/alt-text.ts'
import { captions } from './rules/captions.ts'
import { contrast } from './rules/contrast.ts'
import { expiry } from './rules/expiry.ts'
import { feedback } from './rules/feedback.ts'
import { headingOrder } from './rules/heading-order.ts'
import { links } from './rules/links.ts'
import { objective } from './rules/objective.ts'
import { objectivesCovered } from './rules/objectives-covered.ts'
import { personalData } from './rules/personal-data.ts'
import { readingLevel } from './rules/reading-level.ts'
import { sources } from './rules/sources.ts'
import { stepLength } from './rules/step-length.ts'
import { template } from './rules/template.ts'

const checks: Record<RuleName, Check> = {
  objective,
  template,
  'objectives-covered': objectivesCovered,
  'step-length': stepLength,
  'reading-level': readingLevel,
  'heading-order': headingOrder,
  'alt-text': altText,
  contrast,
  captions,
  feedback,
  links,
  sources,
  expiry,
  'personal-data': personalData,
}

/** What holds of one rule: whether it warns or stops, and its figure. */
export interface Setting {
  rule: RuleName
  level: Level
  figure: number
}

/** The rules of a charter as they are looked at with. */
export const settingsOf = (
  rules: readonly (Omit<Setting, 'figure'> & { figure: number | null })[],
): Setting[] => rules.map(({ rule, level, figure }) => ({ rule, level, figure: figure ?? 0 }))

/** A fault with the rule that found it, and whether it stops a course from being reviewed. */
export interface CharterFault extends RuleFault {
  rule: RuleName
  level: Exclude<Level, 'off'>
}

/** Everything that a charter finds in a course, rule by rule in the charter's order, in reading order within each. */
export const checkCourse = (course: Checked, settings: readonly Setting[]): CharterFault[] =>
  settings.flatMap(({ rule, level, figure }) =>
    level === 'off' ? [] : checks[rule](course, figure).map((fault) => ({ ...fault, rule, level })),
  )
