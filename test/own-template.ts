import * as courses from '#course/contract.ts'
import type { Block, CourseDocument } from '#course/document/schema.ts'
import * as own from '#course/own-template.contract.ts'
import { listTemplates } from '#course/template.contract.ts'
import type { Person } from './organization.ts'
import type { World } from './world.ts'

/** A group with one below it, who manages it, and who writes in it. */
export async function labIn(world: World) {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const bench = await org.group('Bench', { parent: lab })
  const maya = await org.person('Maya Brooks', 'manager', lab)
  const dana = await org.person('Dana Reyes', 'leader', lab)
  return { org, lab, bench, maya, dana }
}

type Save = Omit<own.TemplateDraft, 'template' | 'revision'>
export const at = (templateId: string) => ({ params: { templateId } })
export const of = (courseId: string) => ({ params: { courseId } })

/** A plain template in its first version. */
export async function published(
  maya: Person,
  groupId: string,
  name = 'At the bench',
): Promise<own.TemplateDraft> {
  const made = await maya.does(own.makeTemplate, { body: { name, groupId } })
  await maya.does(own.publishTemplate, { ...at(made.template.id), body: { revision: made.revision } })
  return made
}

/** Changes the working copy of a template, and publishes it. */
export async function next(maya: Person, templateId: string, edit: (save: Save) => Partial<Save>) {
  const { template: _, revision, ...save } = await maya.does(own.getTemplateDraft, at(templateId))
  const body = { ...save, ...edit(save), revision }
  const saved = await maya.does(own.saveTemplateDraft, { ...at(templateId), body })
  return maya.does(own.publishTemplate, { ...at(templateId), body: saved })
}

/** A course that begins from a template. */
export const begin = (who: Person, groupId: string, template: string) =>
  who.does(courses.createCourse, { body: { title: 'Zero it', groupId, template } })

/** A text with more blocks at the end of its first step. */
export const withBlocks = (document: CourseDocument, ...blocks: Block[]): CourseDocument => ({
  type: 'doc',
  content: document.content.map((step, place) =>
    place === 0 ? { ...step, content: [...step.content, ...blocks] } : step,
  ),
})

/** The organization’s own templates that a course of a group may begin from. */
export const offered = async (who: Person, groupId: string) =>
  (await who.does(listTemplates, { query: { groupId } })).items.filter(({ group }) => group)

/** A template in its second version, changed since, and a course of the author that follows the first. */
export async function templateIn({ admin, author }: { admin: Person; author: Person }, groupId: string) {
  const body = { name: 'A secret template', groupId }
  const { template, revision, ...text } = await admin.does(own.makeTemplate, { body })
  const at = { params: { templateId: template.id } }
  const change = async (from: number, purpose: string) =>
    (await admin.does(own.saveTemplateDraft, { ...at, body: { ...text, revision: from, for: purpose } }))
      .revision
  await admin.does(own.publishTemplate, { ...at, body: { revision } })
  const follows = { title: 'A secret follower', groupId, template: template.id }
  const { course } = await author.does(courses.createCourse, { body: follows })
  const second = await change(revision, 'A secret purpose')
  await admin.does(own.publishTemplate, { ...at, body: { revision: second } })
  const templateRevision = String(await change(second, 'Another secret purpose'))
  return { templateId: template.id, templateRevision, followerId: course.id }
}
