import { expect, test } from 'vitest'
import { publishCourse } from '#course'
import { documentOf, truth, words, write } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { at, begin, labIn, next, offered, published, withBlocks } from '#test/own-template.ts'
import { openWorld } from '#test/world.ts'
import * as courses from '../contract.ts'
import type { Block } from '../document/schema.ts'
import * as own from '../own-template.contract.ts'

const world = openWorld()

test('a course becomes a template: titles stay, and its texts become examples with guidance beside each', async () => {
  const { org, lab, maya, dana } = await labIn(world)
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
  const { org, maya } = await labIn(world)
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
  const { org, lab, bench, maya, dana } = await labIn(world)
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
  const { lab, maya, dana } = await labIn(world)
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
  const { org, lab, maya, dana } = await labIn(world)
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
  expect(await org.facts('template.published')).toMatchObject([
    { version: 1, added: 3, removed: 0, changed: 0 },
    { version: 2, added: 1, removed: 0, changed: 1 },
  ])
})

test('no version is published that leaves a part without guidance, holds a file or overwrites another save', async () => {
  const { lab, maya } = await labIn(world)
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

test('what two managers wrote at once is kept as a version that no course follows', async () => {
  const { lab, maya, dana } = await labIn(world)
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

test('an organization has a hundred templates in use at most, and archiving one makes room', async () => {
  const { lab, maya } = await labIn(world)
  const make = (n: number) => ({ body: { name: `Number ${n}`, groupId: lab } })
  const { template } = await maya.does(own.makeTemplate, make(0))
  for (let n = 1; n < 100; n += 1) await maya.does(own.makeTemplate, make(n))
  expect((await maya.isRefused(own.makeTemplate, make(100))).code).toBe('template.too-many')
  await maya.does(own.archiveTemplate, at(template.id))
  await maya.does(own.makeTemplate, make(100))
  expect((await maya.isRefused(own.restoreTemplate, at(template.id))).code).toBe('template.too-many')
  const pages = await maya.does(own.listOwnTemplates, { query: { limit: 60 } })
  const after = pages.next ?? ''
  const rest = await maya.does(own.listOwnTemplates, { query: { limit: 60, after } })
  expect([pages.items.length, rest.items.length, rest.next]).toEqual([60, 40, null])
})
