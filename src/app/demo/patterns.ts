import { createCourse, routes, saveDraft } from '#course'
import type { CourseDocument } from '#course/document/schema.ts'
import { makeTemplate, publishTemplate, saveTemplateDraft } from '#course/own-template.contract.ts'
import type { Scope } from '#platform/scope'
import type { Story } from './material.ts'
import { call, known, type Scene, type Stage } from './stage.ts'
import { readDocument } from './writing.ts'

type Template = Story['templates'][number]

/** The organization's own templates, and what is begun from them. */
export const templateScenes = (stage: Stage, story: Story): Scene[] =>
  story.templates.flatMap((template) => {
    let key = ''
    const make = async (scope: Scope) => {
      key = await publish(scope, stage, template)
    }
    return [
      { day: template.day, turn: 3, who: template.by, play: make },
      ...template.courses.map((course) => ({
        day: course.day,
        turn: 4,
        who: course.by,
        play: (scope: Scope) => begin(scope, stage, key, course),
      })),
    ]
  })

/** Makes a template, writes it and publishes it; answers its id. */
async function publish(
  scope: Scope,
  stage: Stage,
  { file, hints, group, ...said }: Template,
): Promise<string> {
  const { name, objective, months } = said
  const groupId = known(stage.groups, group, 'group')
  const made = await call(scope, routes, makeTemplate, { body: { name, groupId } })
  const params = { templateId: made.template.id }
  const document = readDocument(file)
  const blocks = document.content.flatMap(({ content }) => content)
  const asks = hints.map(({ match, hint }) => {
    const block = blocks.find((one) => JSON.stringify(one).includes(match))
    if (!block) throw new Error(`The demo’s template does not say “${match}”.`)
    return { id: block.attrs.id, use: 'required' as const, hint }
  })
  const text = { name, objective, months, for: said.for, document, asks }
  const { revision } = made
  const saved = await call(scope, routes, saveTemplateDraft, { params, body: { revision, ...text } })
  await call(scope, routes, publishTemplate, { params, body: saved })
  return params.templateId
}

/** Begins a course from a template and writes what is known already in its first places. */
async function begin(
  scope: Scope,
  stage: Stage,
  template: string,
  { group, title, objective, texts }: Template['courses'][number],
): Promise<void> {
  const groupId = known(stage.groups, group, 'group')
  const values = { title, objective, language: 'en' as const, tags: [] }
  const begun = { ...values, groupId, needId: null, template }
  const { course, document, revision } = await createCourse(scope, begun)
  await saveDraft(scope, course.id, { ...values, revision, document: filled(document, texts) })
}

/** A document with texts in its first empty paragraphs. */
function filled(document: CourseDocument, texts: readonly string[]): CourseDocument {
  const copy = structuredClone(document)
  const empty = copy.content
    .flatMap(({ content }) => content)
    .filter((block) => block.type === 'paragraph' && !block.content?.length)
  for (const [place, text] of texts.entries())
    Object.assign(empty[place] ?? {}, { content: [{ type: 'text', text }] })
  return copy
}
