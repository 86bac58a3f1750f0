import { isId } from '#platform/ids'
import { invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { monthsAfter } from '../document/days.ts'
import type { CourseDocument } from '../document/schema.ts'
import type { Followed } from '../template.contract.ts'
import { beginFrom } from './begin.ts'
import { offeredIn } from './own.ts'
import { beginFromOwn } from './own-begin.ts'
import { readTemplateVersion } from './own-draft.ts'
import { findOriginal, type Template, templates } from './template.ts'

type Language = Template['language']

/** The templates that a course of a group may begin from in a language: those that come with Cairn, then own ones, by name. */
export async function listTemplates(
  scope: Scope,
  query: { language: Language; groupId?: string | undefined },
) {
  const { language, groupId } = query
  const originals = templates()
    .filter((one) => one.language === language)
    .map(({ key, name, for: purpose, version, objective, steps }) => {
      const titles = steps.map(({ title }) => title)
      return { key, name, for: purpose, version, objective, steps: titles, group: null }
    })
    .sort((a, b) => a.name.localeCompare(b.name, language))
  const rows = groupId ? await (await offeredIn(scope, groupId, language)).execute() : []
  const own = rows.map(({ id, name, purpose, version, objective, steps, groupId, groupName }) => ({
    ...{ key: id, name: name ?? '', for: purpose ?? '', version, objective: objective ?? '', steps },
    group: { id: groupId, name: groupName },
  }))
  return { items: [...originals, ...own] }
}

export interface Begun {
  document: CourseDocument
  template: Followed
  /** The day on which a course that is begun now is looked at again. */
  verifyBy: string
}

interface Choice {
  /** The key of one that comes with Cairn, or the id of an own one. */
  key: string
  language: Language
  groupId: string
}

/** What a course begins as that follows a template of its language. */
export async function beginAfter(scope: Scope, choice: Choice): Promise<Begun> {
  const original = findOriginal(choice.key, choice.language)
  const begun = original ? fromOriginal(original) : await fromOwn(scope, choice)
  if (!begun) throw invalidField('/template', 'course.no-template')
  const { months, ...rest } = begun
  return { ...rest, verifyBy: monthsAfter(scope.now.toISOString().slice(0, 10), months) }
}

function fromOriginal(template: Template) {
  const { document, parts } = beginFrom(template)
  const { key, name, version, objective, months } = template
  return { document, months, template: { key, name, version, objective, parts } }
}

async function fromOwn(scope: Scope, { key, language, groupId }: Choice) {
  if (!isId(key)) return null
  const offered = await offeredIn(scope, groupId, language)
  const row = await offered.where('t.id', '=', key).executeTakeFirst()
  const version = row && (await readTemplateVersion(scope, key, row.version))
  if (!version) return null
  const { name, objective, months, ...text } = version.text
  const { document, ...followed } = beginFromOwn(text)
  return { document, months, template: { key, name, version: row.version, objective, ...followed } }
}
