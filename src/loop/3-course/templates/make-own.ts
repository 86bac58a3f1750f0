import { findGroup, holds } from '#people'
import { forbidden, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Ask } from '../document/asks.ts'
import { withoutFiles } from '../document/emptied.ts'
import type { Part } from '../document/parts.ts'
import type { CourseDocument } from '../document/schema.ts'
import { getDraft } from '../draft.ts'
import { findReadable, mayRetire } from '../find.ts'
import type { TemplateDraft } from '../own-template.contract.ts'
import { readVersion } from '../versions.ts'
import { beginFrom } from './begin.ts'
import { refuseTooMany } from './own.ts'
import { getTemplateDraft } from './own-draft.ts'
import { plainTemplate, usualAsks, usualWords, withUsualFeedback } from './plain.ts'
import { findOriginal } from './template.ts'

interface NewTemplate {
  name: string
  groupId: string
  language: 'en' | 'fr'
  courseId: string | null
  original: string | null
}

interface Beginning {
  language: 'en' | 'fr'
  purpose: string
  objective: string
  months: number
  document: CourseDocument
  asks: Ask[]
}

/** Makes a template in a group that the actor manages. Nobody is offered it before it is published. */
export async function makeTemplate(scope: Scope, input: NewTemplate): Promise<TemplateDraft> {
  const group = await findGroup(scope, input.groupId)
  if (!holds(scope.actor, group.path, 'manager')) throw forbidden('template.not-yours')
  if (input.courseId && input.original) throw invalidField('/original', 'course.two-beginnings')
  await refuseTooMany(scope)
  const { asks, document, ...values } = await beginningOf(scope, input, group)
  const id = newIdIn(scope)
  await scope.db
    .insertInto('templates')
    .values({
      ...{ orgId: scope.org, id, groupId: group.id, name: input.name, ...values },
      ...{ document: JSON.stringify(document), asks: JSON.stringify(asks) },
      ...{ draftedAt: scope.now, madeBy: scope.actor.id },
    })
    .execute()
  const { name, courseId, original } = input
  await record(scope, 'template.made', { templateId: id, groupId: group.id, name, courseId, original })
  tell(scope, { topics: ['templates'] })
  return getTemplateDraft(scope, id)
}

async function beginningOf(scope: Scope, input: NewTemplate, group: { path: string[] }): Promise<Beginning> {
  if (input.original) return ofOriginal(input.original, input.language)
  const { language } = input
  const usual = { purpose: '', months: 12, objective: usualWords(language).objective, language }
  if (input.courseId) return { ...usual, ...(await ofCourse(scope, input.courseId, group)) }
  const document = plainTemplate(language)
  const asks = usualAsks(document, language)
  return { ...usual, document: withUsualFeedback(document, language), asks }
}

/** A copy of one that comes with Cairn. */
function ofOriginal(key: string, language: 'en' | 'fr'): Beginning {
  const original = findOriginal(key, language)
  if (!original) throw invalidField('/original', 'course.no-template')
  const { for: purpose, objective, months } = original
  const { document, parts } = beginFrom(original)
  const asked = new Map(parts.map((part) => [part.id, part]))
  const asks = document.content.flatMap(({ content }) =>
    content.map(({ attrs: { id } }): Ask => {
      const part = asked.get(id)
      if (!part) return { id, use: 'fixed', hint: '' }
      return { id, use: part.isRequired ? 'required' : 'optional', hint: part.hint }
    }),
  )
  return { language, purpose, objective, months, document: telling(document, asked), asks }
}

/** Questions that tell, instead of their own answers, what is to be told there. */
const telling = (document: CourseDocument, asked: ReadonlyMap<string, Part>): CourseDocument => ({
  type: 'doc',
  content: document.content.map((step) => ({
    ...step,
    content: step.content.map((block) => {
      if (block.type !== 'question') return block
      const { right = '', wrong = '' } = asked.get(block.attrs.id) ?? {}
      return { ...block, attrs: { ...block.attrs, feedback: { right, wrong } } }
    }),
  })),
})

/** What a template of a course begins with: its text, of which each part is an example of what is to stand there. */
async function ofCourse(scope: Scope, courseId: string, group: { path: string[] }) {
  const { groupId, isPrivate, language, document: whole } = await readSource(scope, courseId)
  // Who may use the template reads these words: they must be among those who may see the course.
  if (isPrivate && !group.path.includes(groupId)) throw invalidField('/groupId', 'template.apart')
  const asks = usualAsks(whole, language)
  return { language, asks, document: withUsualFeedback(withoutFiles(whole), language) }
}

/** The working copy of one's own course, what is published of another whose group one manages. */
async function readSource(scope: Scope, courseId: string) {
  const row = await findReadable(scope, courseId)
  const { private: isPrivate } = await findGroup(scope, row.groupId)
  const about = { groupId: row.groupId, isPrivate }
  if (row.authorId === scope.actor.id) {
    const { course, document } = await getDraft(scope, courseId)
    return { ...about, language: course.language, document }
  }
  if (!mayRetire(scope, row)) throw forbidden('template.course-not-yours')
  const { document } = await readVersion(scope, courseId, row.publishedVersion ?? 0)
  return { ...about, language: (row.versionLanguage ?? row.language) as 'en' | 'fr', document }
}
