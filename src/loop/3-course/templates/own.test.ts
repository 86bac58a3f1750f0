import { expect, test } from 'vitest'
import { publishCourse } from '#course'
import { documentOf, truth, words, write } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as courses from '../contract.ts'
import type { Block, CourseDocument } from '../document/schema.ts'
import * as own from '../own-template.contract.ts'
import { listTemplates } from '../template.contract.ts'

const world = openWorld()

async function desk() {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const bench = await org.group('Bench', { parent: lab })
  const maya = await org.person('Maya Brooks', 'manager', lab)
  const dana = await org.person('Dana Reyes', 'leader', lab)
  return { org, lab, bench, maya, dana }
}

type Save = Omit<own.TemplateDraft, 'template' | 'revision'>
const at = (templateId: string) => ({ params: { templateId } })
const of = (courseId: string) => ({ params: { courseId } })

async function published(maya: Person, groupId: string, name = 'At the bench'): Promise<own.TemplateDraft> {
  const made = await maya.does(own.makeTemplate, { body: { name, groupId } })
  await maya.does(own.publishTemplate, { ...at(made.template.id), body: { revision: made.revision } })
  return made
}

/** Changes the working copy of a template, and publishes it. */
async function next(maya: Person, templateId: string, edit: (save: Save) => Partial<Save>) {
  const { template: _, revision, ...save } = await maya.does(own.getTemplateDraft, at(templateId))
  const body = { ...save, ...edit(save), revision }
  const saved = await maya.does(own.saveTemplateDraft, { ...at(templateId), body })
  return maya.does(own.publishTemplate, { ...at(templateId), body: saved })
}

const begin = (who: Person, groupId: string, template: string) =>
  who.does(courses.createCourse, { body: { title: 'Zero it', groupId, template } })

const withBlocks = (document: CourseDocument, ...blocks: Block[]): CourseDocument => ({
  type: 'doc',
  content: document.content.map((step, place) =>
    place === 0 ? { ...step, content: [...step.content, ...blocks] } : step,
  ),
})

/** An empty line has no words. */
const withoutNothing = (block: Block): Block =>
  JSON.parse(JSON.stringify(block).replace(/,"content":\[\{"type":"text","text":""\}\]/, ''))

const offered = async (who: Person, groupId: string) =>
  (await who.does(listTemplates, { query: { groupId } })).items.filter(({ group }) => group)

test('a course becomes a template: titles stay, and its texts become examples with guidance beside each', async () => {
  const { org, lab, maya, dana } = await desk()
  const { course } = await dana.does(courses.createCourse, { body: { title: 'Zero it', groupId: lab } })
  await write(dana, course.id, documentOf({ s1: [words('p1', 'Warm it up.'), truth('q1')] }))
  const body = { name: 'At the bench', groupId: lab, courseId: course.id }
  const told = async (who: Person) => (await who.isRefused(own.makeTemplate, { body })).code
  expect(await told(dana)).toBe('template.not-yours')
  // A draft is its author's, whoever manages the group.
  expect(await told(maya)).toBe('course.not-found')
  await org.as((scope) => publishCourse(scope, course.id, null))
  const made = await maya.does(own.makeTemplate, { body })
  expect(made.asks.map(({ use, hint }) => [use, hint])).toEqual([
    ['required', expect.stringContaining('In your own words')],
    ['required', expect.stringContaining('Describe a case')],
  ])
  expect(JSON.stringify(made.document)).toContain('Warm it up.')
  await maya.does(own.publishTemplate, { ...at(made.template.id), body: { revision: made.revision } })
  const { document, template, verifyBy } = await begin(dana, lab, made.template.id)
  expect(document.content.map(({ attrs }) => attrs.title)).toEqual(['Step s1'])
  expect(JSON.stringify(document)).not.toContain('Warm it up.')
  expect(JSON.stringify(document)).not.toContain('AAAAAAAA')
  expect(template?.parts).toMatchObject([
    { placeholder: 'Warm it up.', isRequired: true },
    { placeholder: 'Is q1 so?', right: 'Say why this is right.', isRequired: true },
  ])
  expect(verifyBy).not.toBeNull()
})

test('words of a private group do not leave it in a template', async () => {
  const { org, maya } = await desk()
  const secret = await org.group('Secret', { private: true })
  await org.grant(maya.id, secret, 'manager')
  await org.grant(maya.id, org.root, 'manager')
  const { course } = await maya.does(courses.createCourse, { body: { title: 'Hush', groupId: secret } })
  const body = { name: 'Hush', courseId: course.id }
  const { faults } = await maya.isRefused(own.makeTemplate, { body: { ...body, groupId: org.root } })
  expect(faults).toMatchObject([{ pointer: '/groupId', code: 'template.apart' }])
  await maya.does(own.makeTemplate, { body: { ...body, groupId: secret } })
})

test('a group and those below it are offered a template once it is published, others are not', async () => {
  const { org, lab, bench, maya, dana } = await desk()
  const made = await maya.does(own.makeTemplate, { body: { name: 'Bench', groupId: lab } })
  expect(await offered(dana, lab)).toEqual([])
  expect((await dana.isRefused(own.getOwnTemplate, at(made.template.id))).status).toBe(404)
  await maya.does(own.publishTemplate, { ...at(made.template.id), body: { revision: 1 } })
  const keys = async (groupId: string) => (await offered(dana, groupId)).map(({ key }) => key)
  expect(await keys(lab)).toEqual([made.template.id])
  expect(await keys(bench)).toEqual([made.template.id])
  expect(await keys(org.root)).toEqual([])
  const body = { title: 'Zero it', groupId: org.root, template: made.template.id }
  expect((await dana.isRefused(courses.createCourse, { body })).faults).toMatchObject([
    { pointer: '/template', code: 'course.no-template' },
  ])
  const { code } = await dana.isRefused(own.getTemplateDraft, at(made.template.id))
  expect(code).toBe('template.not-yours')
})

test('a copy of one that comes with Cairn asks for the same', async () => {
  const { lab, maya, dana } = await desk()
  const body = { name: 'Our how-to', groupId: lab, language: 'fr' as const, original: 'how-to' }
  const made = await maya.does(own.makeTemplate, { body })
  await maya.does(own.publishTemplate, { ...at(made.template.id), body: { revision: 1 } })
  const parts = async (template: string) => {
    const input = { body: { title: 'Zero it', groupId: lab, language: 'fr' as const, template } }
    const begun = await dana.does(courses.createCourse, input)
    return begun.template?.parts.map(({ hint, right, wrong, isRequired, type }) => ({
      ...{ hint, right, wrong, isRequired, type },
    }))
  }
  expect(await parts(made.template.id)).toEqual(await parts('how-to'))
})

test('each version stays as it was, and tells what changed since the one before', async () => {
  const { org, lab, maya, dana } = await desk()
  const { template, document } = await published(maya, lab)
  const revision = { body: { revision: 1 } }
  expect((await maya.isRefused(own.publishTemplate, { ...at(template.id), ...revision })).code).toBe(
    'template.unchanged',
  )
  const added = words('n1', 'Call the bench.') as Block
  const ask = { id: added.attrs.id, use: 'fixed' as const, hint: '' }
  await next(maya, template.id, ({ document, asks }) => ({
    document: withBlocks(document, added),
    asks: [...asks.map((one, place) => (place === 0 ? { ...one, hint: 'Name the task.' } : one)), ask],
  }))
  const second = await dana.does(own.getTemplateVersion, { params: { templateId: template.id, number: 2 } })
  const [first] = document.content[0]?.content ?? []
  expect(second.changes).toEqual({ added: [added.attrs.id], removed: [], changed: [first?.attrs.id] })
  const before = await dana.does(own.getTemplateVersion, { params: { templateId: template.id, number: 1 } })
  expect(before.document).toEqual(document)
  const { items } = await dana.does(own.listTemplateVersions, at(template.id))
  expect(items.map(({ number }) => number)).toEqual([2, 1])
  const facts = await world.stored<{ data: unknown }>(
    org.id,
    "select data from facts where type = 'template.published' order by id",
  )
  expect(facts.map(({ data }) => data)).toMatchObject([
    { version: 1, added: 3, removed: 0, changed: 0 },
    { version: 2, added: 1, removed: 0, changed: 1 },
  ])
})

test('no version is published that leaves a part without guidance, holds a file or overwrites another save', async () => {
  const { lab, maya } = await desk()
  const { template, document } = await published(maya, lab)
  const bare = words('n1', 'Bare') as Block
  await expect(
    next(maya, template.id, ({ document, asks }) => ({
      document: withBlocks(document, bare),
      asks: [...asks, { id: bare.attrs.id, use: 'required', hint: ' ' }],
    })),
  ).rejects.toThrow('template.no-guidance')
  await expect(next(maya, template.id, () => ({ document, objective: '' }))).rejects.toThrow(
    'template.no-objective',
  )
  const { template: _, ...save } = await maya.does(own.getTemplateDraft, at(template.id))
  const old = { ...at(template.id), body: { ...save, revision: save.revision - 1 } }
  expect((await maya.isRefused(own.saveTemplateDraft, old)).code).toBe('template.saved-elsewhere')
  const asset = crypto.randomUUID()
  const picture = { type: 'image', attrs: { id: 'picture22222', asset, alt: '', caption: '' } } as const
  const body = { ...save, document: withBlocks(document, picture) }
  expect((await maya.isRefused(own.saveTemplateDraft, { ...at(template.id), body })).faults).toMatchObject([
    { code: 'template.files' },
  ])
})

test('a course takes over what is new in its template beside all that was written, and gives it back where nobody wrote', async () => {
  const { lab, maya, dana } = await desk()
  const { template } = await published(maya, lab)
  const begun = await begin(dana, lab, template.id)
  const courseId = begun.course.id
  const [step] = begun.document.content
  const mine = structuredClone(begun.document)
  const line = mine.content[0]?.content[1]
  if (!step || line?.type !== 'paragraph') throw new Error('A new template begins with other blocks.')
  line.content = [{ type: 'text', text: 'What I wrote.' }]
  await write(dana, courseId, mine)
  expect((await dana.does(courses.getDraft, of(courseId))).newerTemplate).toBeNull()
  const [one, two] = [words('n1', 'An example') as Block, words('n2', 'Call the bench.') as Block]
  await next(maya, template.id, ({ document, asks }) => ({
    document: {
      type: 'doc',
      content: [
        ...withBlocks(document, one, two).content,
        {
          type: 'step' as const,
          attrs: { id: 'newstep22222', title: 'Afterwards' },
          content: [words('n3', '') as Block],
        },
      ].map((step) => ({ ...step, content: step.content.map(withoutNothing) })),
    },
    asks: [
      ...asks,
      { id: one.attrs.id, use: 'required', hint: 'Say where.' },
      { id: two.attrs.id, use: 'fixed', hint: '' },
      { id: 'n3AAAAAAAAAA', use: 'optional', hint: 'Say what is left to do.' },
    ],
  }))
  const seen = await dana.does(courses.getDraft, of(courseId))
  expect(seen.newerTemplate).toBe(2)
  const stale = { ...of(courseId), body: { revision: seen.revision - 1 } }
  expect((await dana.isRefused(own.takeTemplate, stale)).code).toBe('course.saved-elsewhere')
  const taken = await dana.does(own.takeTemplate, { ...of(courseId), body: { revision: seen.revision } })
  expect(taken.newerTemplate).toBeNull()
  expect(taken.document.content[0]?.content.slice(0, 3)).toEqual(mine.content[0]?.content)
  expect(taken.document.content[0]?.content.slice(3)).toMatchObject([
    { type: 'paragraph' },
    { content: [{ text: 'Call the bench.' }] },
  ])
  expect(taken.document.content.map(({ attrs }) => attrs.title)).toEqual([step.attrs.title, 'Afterwards'])
  expect(taken.template?.parts.map(({ hint }) => hint).slice(-2)).toEqual([
    'Say where.',
    'Say what is left to do.',
  ])
  const again = { ...of(courseId), body: { revision: taken.revision } }
  expect((await dana.isRefused(own.takeTemplate, again)).code).toBe('course.template-current')
  const filled = structuredClone(taken.document)
  const fresh = filled.content[0]?.content[3]
  if (fresh?.type !== 'paragraph') throw new Error('What is new stands elsewhere.')
  fresh.content = [{ type: 'text', text: 'At the third bench.' }]
  await write(dana, courseId, filled)
  const left = await dana.does(own.leaveTemplate, of(courseId))
  expect(left.document.content).toEqual([
    { ...filled.content[0], content: filled.content[0]?.content.slice(0, 4) },
  ])
  expect(left.template).toEqual(begun.template)
  expect(left.newerTemplate).toBe(2)
  expect((await dana.isRefused(own.leaveTemplate, of(courseId))).code).toBe('course.template-not-taken')
})

test('the courses that follow a template are listed for whoever may see them, each with its version', async () => {
  const { org, lab, maya, dana } = await desk()
  const { template } = await published(maya, lab)
  const old = await begin(dana, lab, template.id)
  await write(dana, old.course.id, documentOf({ s1: [words('p1', 'Words')] }))
  await org.as((scope) => publishCourse(scope, old.course.id, null))
  await next(maya, template.id, () => ({ for: 'A task at the bench.' }))
  const draft = await begin(dana, lab, template.id)
  const seenBy = async (who: Person) => {
    const { items } = await who.does(own.listTemplateCourses, at(template.id))
    const { courses: count } = await who.does(own.getOwnTemplate, at(template.id))
    expect(count).toBe(items.length)
    return items.map(({ course, version }) => [course.id, version])
  }
  expect(await seenBy(dana)).toEqual([
    [draft.course.id, 2],
    [old.course.id, 1],
  ])
  expect(await seenBy(maya)).toEqual([[old.course.id, 1]])
})

test('an archived template is offered no more, and courses that follow it stay as they are', async () => {
  const { lab, maya, dana } = await desk()
  const { template } = await published(maya, lab)
  const { course } = await begin(dana, lab, template.id)
  await next(maya, template.id, () => ({ for: 'A task at the bench.' }))
  expect((await dana.isRefused(own.archiveTemplate, at(template.id))).code).toBe('template.not-yours')
  await maya.does(own.archiveTemplate, at(template.id))
  expect(await offered(dana, lab)).toEqual([])
  const { template: followed, newerTemplate } = await dana.does(courses.getDraft, of(course.id))
  expect([followed?.name, newerTemplate]).toEqual(['At the bench', null])
  const archived = { query: { archived: 'true' as const } }
  expect((await dana.does(own.listOwnTemplates, archived)).items).toEqual([])
  expect((await maya.does(own.listOwnTemplates, archived)).items).toMatchObject([{ id: template.id }])
  await maya.does(own.restoreTemplate, at(template.id))
  expect(await offered(dana, lab)).toMatchObject([{ key: template.id, version: 2 }])
  expect((await dana.does(courses.getDraft, of(course.id))).newerTemplate).toBe(2)
})

test('what two managers wrote at once is kept as a version that no course follows', async () => {
  const { lab, maya, dana } = await desk()
  const { template, revision: _, ...text } = await published(maya, lab)
  const { id, ...about } = template
  const kept = await maya.does(own.keepTemplateCopy, { ...at(id), body: { ...text, for: 'Another text' } })
  expect(kept).toEqual({ number: 2 })
  expect((await maya.does(own.getOwnTemplate, at(id))).version).toBe(about.version + 1)
  const versions = async (who: Person) =>
    (await who.does(own.listTemplateVersions, at(id))).items.map(({ number }) => number)
  expect([await versions(maya), await versions(dana)]).toEqual([[2, 1], [1]])
  const params = { templateId: id, number: 2 }
  expect((await dana.isRefused(own.getTemplateVersion, { params })).status).toBe(404)
})
