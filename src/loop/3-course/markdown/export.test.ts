import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataFile, dataNames, noData } from '#test/data.ts'
import { newBlockId, walk } from '../document/blocks.ts'
import { type Block, type CourseDocument, courseDocument } from '../document/schema.ts'
import { anyCourse, assetIds, attrs } from './any-course.ts'
import { exportMarkdown } from './export.ts'
import { importMarkdown } from './import.ts'

const pathOf = (asset: string) => `files/${asset}`
const assets = Object.fromEntries(assetIds.map((asset) => [pathOf(asset), asset]))

const written = (document: CourseDocument) =>
  exportMarkdown({ title: 'Zero', objective: 'You can zero it.', document, pathOf })
const readBack = (document: CourseDocument) =>
  importMarkdown([{ path: 'course.md', text: written(document) }], { assets })

/** A document without what Markdown cannot say: ids (a link inside the course says where it leads), and the order of marks. */
function plain(document: CourseDocument | null): unknown {
  const places = new Map(
    document?.content.flatMap((step, index) =>
      [...walk(step)].map(({ attrs }, at): [string, string] =>
        at === 0
          ? [`#step:${step.attrs.id}`, `step ${index}`]
          : [`#step:${step.attrs.id}/${attrs?.id}`, `step ${index}, ${at}`],
      ),
    ),
  )
  return JSON.parse(JSON.stringify(document), (key, value) => {
    if (key === 'id') return undefined
    if (key === 'href') return places.get(value) ?? value
    if (key === 'marks')
      return [...value].sort((a: { type: string }, b: { type: string }) => (a.type < b.type ? -1 : 1))
    if (key === 'content' && value.length === 0) return undefined
    return value
  })
}

describe('a course that is written as Markdown', () => {
  test('is the same course when it is read back, whatever its text looks like', () => {
    fc.assert(
      fc.property(anyCourse, (document) => {
        expect(courseDocument.safeParse(document).success).toBe(true)
        const { document: back, title, objective, report } = readBack(document)
        expect([title, objective, report]).toEqual(['Zero', 'You can zero it.', []])
        expect(plain(back)).toEqual(plain(document))
      }),
      { numRuns: 300 },
    )
  })

  test.skipIf(noData).each(['git-novice', 'shell-novice'])('is the same: the lesson %s', (name) => {
    const files = ['episodes', 'learners'].flatMap((folder) =>
      dataNames(`content/${name}/${folder}`)
        .filter((path) => path.endsWith('.md'))
        .map((path) => ({ path, text: dataFile(`content/${name}/${folder}/${path}`).toString('utf8') })),
    )
    const pictures = dataNames(`content/${name}/episodes/fig`).map((path, index) => [
      `fig/${path}`,
      assetIds[index] ?? '',
    ])
    const { document } = importMarkdown(files, { assets: Object.fromEntries(pictures) })
    const back = document && readBack(document)
    expect(back?.report).toEqual([])
    expect(plain(back?.document ?? null)).toEqual(plain(document))
  })

  test('keeps the links to its parts, whatever they are called', () => {
    const [target, other] = [newBlockId(), newBlockId()]
    const say = (id: string, text: string, href?: string) => ({
      type: 'paragraph' as const,
      attrs: { id },
      content: [
        { type: 'text' as const, text, ...(href && { marks: [{ type: 'link' as const, attrs: { href } }] }) },
      ],
    })
    const step = { id: newBlockId(), title: 'Part 1' }
    const heading = {
      type: 'heading' as const,
      attrs: { id: other, level: 2 as const },
      content: [{ type: 'text' as const, text: '# 1 {#part-2} #' }],
    }
    const list = {
      type: 'bulletList' as const,
      attrs: { id: newBlockId() },
      content: [{ type: 'listItem' as const, content: [say(target, '- Zero [] it')] }],
    }
    const links = [`/${target}`, `/${other}`, '', `/${newBlockId()}`].map((to, index) =>
      say(newBlockId(), `There ${index}`, `#step:${step.id}${to}`),
    )
    const document: CourseDocument = {
      type: 'doc',
      content: [{ type: 'step', attrs: step, content: [...links, list, heading] }],
    }
    const back = readBack(document)
    expect(back.report).toEqual([])
    // What is not there any more was in that step.
    const asStep = structuredClone(document)
    const last = asStep.content[0]?.content[3]
    Object.assign(last ?? {}, { content: say('', 'There 3', `#step:${step.id}`).content })
    expect(plain(back.document)).toEqual(plain(asStep))
  })

  test('keeps the links between its steps, also to a step whose title comes twice', () => {
    const [first, second, third] = ['Zero it!', 'Load it', 'Zero it!'].map((title) => ({
      id: newBlockId(),
      title,
    }))
    const to = (id = '') => ({
      type: 'text' as const,
      text: 'there',
      marks: [{ type: 'link' as const, attrs: { href: `#step:${id}` } }],
    })
    const steps = [first, second, third].map((attrs, index, all) => ({
      type: 'step' as const,
      attrs: attrs as { id: string; title: string },
      content: [
        { type: 'paragraph' as const, attrs: { id: newBlockId() }, content: [to(all[2 - index]?.id)] },
      ],
    }))
    const document: CourseDocument = { type: 'doc', content: steps }
    expect(plain(readBack(document).document)).toEqual(plain(document))
  })

  test('keeps what stands in a callout in a list, without the callout', () => {
    const words = {
      type: 'paragraph' as const,
      attrs: attrs(),
      content: [{ type: 'text' as const, text: 'Hot.' }],
    }
    const callout = {
      type: 'callout' as const,
      attrs: { ...attrs(), kind: 'warning' as const, title: 'Watch *out*' },
      content: [words],
    }
    const list: Block = {
      type: 'bulletList',
      attrs: attrs(),
      content: [{ type: 'listItem', content: [callout as never] }],
    }
    const document: CourseDocument = {
      type: 'doc',
      content: [{ type: 'step', attrs: { ...attrs(), title: 'A' }, content: [list] }],
    }
    expect(written(document)).toContain('- **Watch \\*out\\***\n\n  Hot.')
  })

  test('can be read back even if a paragraph is longer than a line may be', () => {
    const content = [{ type: 'text' as const, text: 'plain words '.repeat(1500).trim() }]
    const paragraph = { type: 'paragraph' as const, attrs: attrs(), content }
    const document: CourseDocument = {
      type: 'doc',
      content: [{ type: 'step', attrs: { ...attrs(), title: 'A' }, content: [paragraph] }],
    }
    expect(plain(readBack(document).document)).toEqual(plain(document))
  })
})
