import { expect, test } from 'vitest'
import { publishCourse } from '#course'
import { documentOf, words, write } from '#test/course.ts'
import type { Person } from '#test/organization.ts'
import { at, begin, labIn, next, of, offered, published, withBlocks } from '#test/own-template.ts'
import { openWorld } from '#test/world.ts'
import * as courses from '../contract.ts'
import { originals } from '../document/originals.ts'
import type { Block } from '../document/schema.ts'
import * as followers from '../follower.contract.ts'
import * as own from '../own-template.contract.ts'
import { templates } from './template.ts'

const world = openWorld()

/** An empty line has no words. */
const withoutNothing = (block: Block): Block =>
  JSON.parse(JSON.stringify(block).replace(/,"content":\[\{"type":"text","text":""\}\]/, ''))

test('a course takes over what is new in its template beside all that was written, and gives it back where nobody wrote', async () => {
  const { lab, maya, dana } = await labIn(world)
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

test('what an author took out does not come back, and links of the template lead to steps of the course', async () => {
  const { lab, maya, dana } = await labIn(world)
  const { template, document } = await published(maya, lab)
  const begun = await begin(dana, lab, template.id)
  const [step] = begun.document.content
  if (!step) throw new Error('A new template begins with other blocks.')
  const without = { ...step, content: step.content.slice(1) }
  await write(dana, begun.course.id, { type: 'doc', content: [without] })
  const marks = [{ type: 'link', attrs: { href: `#step:${document.content[0]?.attrs.id}` } }]
  const link = { ...words('n1', ''), content: [{ type: 'text', text: 'See above', marks }] } as Block
  await next(maya, template.id, ({ document }) => ({ document: withBlocks(document, link) }))
  const { revision } = await dana.does(courses.getDraft, of(begun.course.id))
  const taken = await dana.does(own.takeTemplate, { ...of(begun.course.id), body: { revision } })
  const [now] = taken.document.content
  expect(now?.content.slice(0, -1)).toEqual(without.content)
  expect(JSON.stringify(now?.content.at(-1))).toContain(`#step:${step.attrs.id}`)
})

test('the courses that follow a template are listed for whoever may see them, each with its version', async () => {
  const { org, lab, maya, dana } = await labIn(world)
  const { template } = await published(maya, lab)
  const old = await begin(dana, lab, template.id)
  await write(dana, old.course.id, documentOf({ s1: [words('p1', 'Words')] }))
  await org.as((scope) => publishCourse(scope, old.course.id, null))
  await next(maya, template.id, () => ({ for: 'A task at the bench.' }))
  const draft = await begin(dana, lab, template.id)
  const seenBy = async (who: Person) => {
    const { items } = await who.does(followers.listTemplateCourses, at(template.id))
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

test('the templates that come with Cairn are known by name, in each language', () => {
  for (const language of ['en', 'fr'])
    expect(
      templates()
        .filter((one) => one.language === language)
        .map(({ key }) => key),
    ).toEqual([...originals])
})

test('so are those that follow one that comes with Cairn: a draft only for its author', async () => {
  const { org, lab, maya, dana } = await labIn(world)
  const old = await begin(dana, lab, 'how-to')
  await write(dana, old.course.id, documentOf({ s1: [words('p1', 'Words')] }))
  await org.as((scope) => publishCourse(scope, old.course.id, null))
  const draft = await begin(dana, lab, 'how-to')
  const seenBy = async (who: Person, original: 'how-to' | 'onboarding') =>
    (await who.does(followers.listOriginalCourses, { params: { original } })).items.map(
      ({ course, version }) => `${course.id} ${version}`,
    )
  expect(await seenBy(dana, 'how-to')).toEqual([`${draft.course.id} 1`, `${old.course.id} 1`])
  expect(await seenBy(maya, 'how-to')).toEqual([`${old.course.id} 1`])
  expect(await seenBy(dana, 'onboarding')).toEqual([])
})

test('an archived template is offered no more, and courses that follow it stay as they are', async () => {
  const { lab, maya, dana } = await labIn(world)
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
