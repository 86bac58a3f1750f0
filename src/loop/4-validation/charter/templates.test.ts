import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { newBlockId } from '#course/document/blocks.ts'
import { newQuestion } from '#course/document/new-question.ts'
import type { Part } from '#course/document/parts.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import * as own from '#course/own-template.contract.ts'
import { listTemplates } from '#course/template.contract.ts'
import { openWorld } from '#test/world.ts'
import { askForReview } from '../contract.ts'
import { contentKinds } from '../policy/kinds.ts'
import { filledIn } from './fixtures/filled-in.ts'
import { ruleNames, usualRules } from './names.ts'
import { checkCourse } from './rules.ts'

const world = openWorld()

async function desk() {
  const org = await world.organization()
  const dana = await org.person('Dana Reyes', 'leader')
  const priya = await org.person('Priya Nair', 'reviewer')
  const begin = (template: string | null, language: 'en' | 'fr' = 'en') =>
    dana.does(courses.createCourse, {
      body: {
        title: 'Zero it',
        objective: 'You zero a gauge in the cold.',
        groupId: org.root,
        language,
        template,
      },
    })
  const save = async (draft: courses.Draft, document: CourseDocument) => {
    const { title, objective, tags, language } = draft.course
    await dana.does(courses.saveDraft, {
      params: { courseId: draft.course.id },
      body: { revision: draft.revision, title, objective, tags, language, document },
    })
  }
  const ask = (courseId: string) => ({ params: { courseId }, body: { reviewerIds: [priya.id] } })
  return { org, dana, priya, begin, save, ask }
}

test.each(['en', 'fr'] as const)(
  'seven templates come in %s, and whoever fills one in and writes nothing else breaks no rule of the charter',
  async (language) => {
    const { dana, begin } = await desk()
    const { items } = await dana.does(listTemplates, { query: { language } })
    expect(['any', ...items.map(({ key }) => key).sort()]).toEqual(contentKinds)
    const settings = ruleNames.map((rule) => ({
      rule,
      level: 'block' as const,
      figure: usualRules[rule].figure?.usual ?? 0,
    }))
    for (const { key, steps } of items) {
      const { document, template, verifyBy, course } = await begin(key, language)
      expect(document.content.map(({ attrs }) => attrs.title)).toEqual(steps)
      const parts = template?.parts ?? []
      const today = new Date(world.now()).toISOString().slice(0, 10)
      const checked = { objective: course.objective, language, verifyBy, today, parts, contrasts: new Map() }
      const empty = checkCourse({ ...checked, document }, settings).filter(({ rule }) => rule === 'template')
      expect(empty.map(({ blockId }) => blockId)).toEqual(parts.map(({ id }) => id))
      const broken = checkCourse({ ...checked, document: filledIn(document, language) }, settings)
      // A course of one thing has neither a list of what it teaches nor sources of its own.
      const spared = key === 'one-thing' ? ['objectives-covered', 'sources'] : []
      expect(broken.filter(({ rule }) => !spared.includes(rule))).toEqual([])
      expect(broken.every(({ rule }) => usualRules[rule as keyof typeof usualRules].level !== 'block')).toBe(
        true,
      )
    }
  },
)

test('a course that follows a template is put before others once every part is filled in', async () => {
  const { dana, begin, save, ask } = await desk()
  const draft = await begin('how-to')
  const { id } = draft.course
  const halfway = filledIn(draft.document, 'en')
  const [box] = halfway.content[0]?.content ?? []
  if (box?.type !== 'callout') throw new Error('The how-to begins with other blocks.')
  const [list] = box.content
  box.content = structuredClone(draft.document.content[0]?.content[0] as typeof box).content
  await save(draft, halfway)
  const said = { status: 409, code: 'review.charter', rule: 'template', count: 1, blockIds: [box.attrs.id] }
  expect(await dana.isRefused(askForReview, ask(id))).toMatchObject(said)
  if (list) box.content = [list]
  await save({ ...draft, revision: draft.revision + 1 }, halfway)
  await dana.does(askForReview, ask(id))
})

test.each(['en', 'fr'] as const)(
  'whoever fills in a template that their group made of a course breaks nothing that stops it, in %s',
  async (language) => {
    const { org, dana, begin, save, ask } = await desk()
    await org.grant(dana.id, org.root, 'manager')
    const source = await begin('how-to', language)
    await save(source, filledIn(source.document, language))
    const { id: courseId } = source.course
    const body = { name: 'At the bench', groupId: org.root, courseId }
    const made = await dana.does(own.makeTemplate, { body })
    const params = { templateId: made.template.id }
    await dana.does(own.publishTemplate, { params, body: { revision: made.revision } })
    const draft = await begin(made.template.id, language)
    const parts = draft.template?.parts ?? []
    expect(parts.length).toBeGreaterThan(8)
    const whole = filledIn(draft.document, language)
    const questions = structuredClone(draft.document)
    for (const [at, { content }] of questions.content.entries())
      for (const [place, { type }] of content.entries()) {
        const filled = whole.content[at]?.content[place]
        if (type === 'question' && filled) content[place] = filled
      }
    await save(draft, questions)
    const refused = await dana.isRefused(askForReview, ask(draft.course.id))
    expect(refused).toMatchObject({ code: 'review.charter', rule: 'template', count: parts.length - 1 })
    await save({ ...draft, revision: draft.revision + 1 }, whole)
    await dana.does(askForReview, ask(draft.course.id))
  },
)

test('a part that is pasted over counts, one that is taken out does not', async () => {
  const { begin } = await desk()
  const { document, template } = await begin('how-to')
  const filled = filledIn(document, 'en')
  const parts: readonly Part[] = template?.parts ?? []
  const [step] = filled.content
  const at = step?.content.findIndex(({ type }) => type === 'paragraph') ?? -1
  const block = step?.content[at]
  if (!step || block?.type !== 'paragraph') throw new Error('The how-to begins with other blocks.')
  const look = () =>
    checkCourse(
      {
        objective: '',
        language: 'en',
        verifyBy: null,
        today: '2026-11-26',
        parts,
        contrasts: new Map(),
        document: filled,
      },
      [{ rule: 'template', level: 'block', figure: 0 }],
    ).map(({ values }) => values.what)
  expect(look()).toEqual([])
  step.content[at] = { ...block, attrs: { id: newBlockId() } }
  expect(look()).toEqual([])
  step.content.splice(at, 1)
  expect(look()).toEqual(['gone'])
  step.content.push({ type: 'question', attrs: newQuestion('truefalse') })
  expect(look()).toEqual(['gone'])
})

test('a course begins from a template of its language, or with a text, and without either from an empty page', async () => {
  const { org, dana, begin } = await desk()
  const body = { title: 'Zero it', groupId: org.root, language: 'en' as const }
  expect(
    (await dana.isRefused(courses.createCourse, { body: { ...body, template: 'how-not-to' } })).faults,
  ).toMatchObject([{ pointer: '/template', code: 'course.no-template' }])
  const { document, template } = await begin(null)
  expect(template).toBeNull()
  expect(
    (await dana.isRefused(courses.createCourse, { body: { ...body, template: 'how-to', document } })).faults,
  ).toMatchObject([{ pointer: '/template', code: 'course.two-beginnings' }])
})
