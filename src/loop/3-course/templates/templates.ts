import { invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { monthsAfter } from '../document/days.ts'
import type { CourseDocument } from '../document/schema.ts'
import type { Followed } from '../template.contract.ts'
import { beginFrom } from './begin.ts'
import { type Template, templates } from './template.ts'

/** The templates of a language, by name. */
export async function listTemplates(_: Scope, language: Template['language']) {
  const items = templates()
    .filter((one) => one.language === language)
    .map(({ key, name, for: purpose, version, objective, steps }) => {
      const titles = steps.map(({ title }) => title)
      return { key, name, for: purpose, version, objective, steps: titles }
    })
    .sort((a, b) => a.name.localeCompare(b.name, language))
  return { items }
}

export interface Begun {
  document: CourseDocument
  template: Followed
  /** The day on which a course that is begun now is looked at again. */
  verifyBy: string
}

/** What a course begins as that follows a template of its language. */
export function beginAfter({ now }: Pick<Scope, 'now'>, key: string, language: Template['language']): Begun {
  const template = templates().find((one) => one.key === key && one.language === language)
  if (!template) throw invalidField('/template', 'course.no-template')
  const { document, parts } = beginFrom(template)
  const { name, version, objective, months } = template
  const verifyBy = monthsAfter(now.toISOString().slice(0, 10), months)
  return { document, template: { key, name, version, objective, parts }, verifyBy }
}
