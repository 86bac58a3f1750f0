import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataFile, dataNames, noData } from '#test/data.ts'
import { textOf, walk } from '../document/blocks.ts'
import { courseDocument } from '../document/schema.ts'
import { importMarkdown } from './import.ts'

const one = (text: string, assets = {}) => importMarkdown([{ path: 'course.md', text }], { assets })
const typesOf = (document: unknown) => {
  const counts: Record<string, number> = {}
  for (const { type } of walk(document)) counts[type] = (counts[type] ?? 0) + 1
  return counts
}

function lesson(name: string) {
  const folder = `content/${name}/episodes`
  const files = dataNames(folder)
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, text: dataFile(`${folder}/${path}`).toString('utf8') }))
  const pictures = dataNames(`${folder}/fig`).map((path, index) => [
    `fig/${path}`,
    `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  ])
  return { files, imported: importMarkdown(files, { assets: Object.fromEntries(pictures) }) }
}

describe.skipIf(noData)('the lesson git-novice', () => {
  test('comes in whole: a step for each episode, with its pictures, code, tables, callouts and hidden solutions', () => {
    const { files, imported } = lesson('git-novice')
    expect(imported.document?.content.map(({ attrs }) => attrs.title)).toHaveLength(files.length)
    const source = files.map(({ text }) => text).join('\n')
    const count = (pattern: RegExp) => source.match(pattern)?.length ?? 0
    const types = typesOf(imported.document)
    const named = [...walk(imported.document)].filter(
      ({ type, attrs }) => type === 'codeBlock' && attrs?.language,
    )
    expect(named).toHaveLength(count(/^\s*(\d+\.\s+)?```\w+/gm))
    expect(types.image).toBe(count(/!\[[^\]]*\]\(fig\//g))
    expect(types.collapsible).toBe(count(/^:{3,}\s*(solution|hint|spoiler)/gm))
    expect(types.table).toBe(3)
    expect([...walk(imported.document)].filter(({ attrs }) => attrs?.kind === 'challenge')).toHaveLength(
      count(/^:{3,}\s*challenge/gm),
    )
    expect(imported.report.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('keeps links between its episodes and describes every picture', () => {
    const { imported } = lesson('git-novice')
    const links = [...walk(imported.document)].flatMap((node) =>
      ('marks' in node ? (node.marks as { attrs?: { href: string } }[]) : []).flatMap(
        ({ attrs }) => attrs?.href ?? [],
      ),
    )
    const steps = new Set(imported.document?.content.map(({ attrs }) => `#step:${attrs.id}`))
    const inner = links.filter((href) => href.startsWith('#step:'))
    expect(inner.length).toBeGreaterThan(3)
    expect(inner.every((href) => steps.has(href))).toBe(true)
    expect([...walk(imported.document)].filter(({ type, attrs }) => type === 'image' && !attrs?.alt)).toEqual(
      [],
    )
  })
})

describe.skipIf(noData)('the lesson shell-novice', () => {
  test('comes in whole too', () => {
    const { files, imported } = lesson('shell-novice')
    expect(imported.document?.content).toHaveLength(files.length)
  })
})

describe('one file', () => {
  test('becomes a step for each first-level heading, with title and objective from its front matter', () => {
    const { title, objective, document } = one(
      '---\ntitle: Zero\nobjective: You can zero it.\n---\n# One\nHello.\n\n# Two\n```\n# not a step\n```\n',
    )
    expect([title, objective]).toEqual(['Zero', 'You can zero it.'])
    expect(document?.content.map(({ attrs }) => attrs.title)).toEqual(['One', 'Two'])
  })

  test('brings questions of every kind, and says on which line one is incomplete', () => {
    const question = (kind: string, body: string) =>
      `::: question {kind=${kind}}\nWhy?\n${body}\nright: Yes.\n:::\n\n`
    const text =
      `# Q\n${question('single', '- [x] a\n- [ ] b > because')}${question('numeric', '= 12,5 +- 0.1 mm')}${question('short', '= one')}` +
      `${question('truefalse', '- [x] True\n- [ ] False')}${question('ordering', '1. a\n2. b')}${question('single', '- [ ] a\n- [ ] b')}`
    const { document, report } = one(text)
    const kinds = [...walk(document)].flatMap(({ type, attrs }) => (type === 'question' ? [attrs?.kind] : []))
    expect(kinds).toEqual(['single', 'numeric', 'short', 'truefalse', 'ordering'])
    const line = text.split('\n').lastIndexOf('::: question {kind=single}') + 1
    expect(report).toMatchObject([{ line, severity: 'error', code: 'question.incomplete' }])
  })

  test('with a picture that is not there keeps its description and names the line', () => {
    const { document, report, pictures } = one('# A\n\n![A worn gauge](img/gauge.png)')
    expect(textOf(document)).toContain('A worn gauge')
    expect(report).toMatchObject([{ line: 3, code: 'image.missing' }])
    expect(pictures).toEqual(['img/gauge.png'])
  })

  test('that is empty, huge or nested beyond reason is refused with a line, and quickly', () => {
    for (const text of [
      '',
      `${'>'.repeat(100_000)} x`,
      '['.repeat(9_000),
      'x'.repeat(20_000),
      `${'- '.repeat(4000)}x`,
    ]) {
      const { document, report } = one(text)
      expect(document).toBeNull()
      expect(report[0]).toMatchObject({ severity: 'error', line: 1 })
    }
  })
})

describe('hostile text', () => {
  const isHarmless = (document: unknown) => {
    if (document === null) return
    for (const node of walk(document)) {
      const marks = 'marks' in node ? (node.marks as { attrs?: { href: string } }[]) : []
      for (const { attrs } of marks) expect(attrs?.href ?? 'https:').toMatch(/^(https?:|mailto:|#step:)/i)
    }
    expect(courseDocument.safeParse(document).success).toBe(true)
  }

  test('of any shape is read or reported, never thrown at and never executable', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom(
        '::: note',
        ':::',
        '# ',
        '> ',
        '- ',
        '```',
        '[a](javascript:alert(1))',
        '![x](data:text/html,x)',
        '<script>alert(1)</script>',
        '| a |\n| - |',
        '---',
        '<a href="x" onclick=y>',
        '\u0000',
        '[x]: javascript:y',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) =>
        isHarmless(one(pieces.join('\n')).document),
      ),
      { numRuns: 300 },
    )
  })

  test.skipIf(noData)('of a known list of attacks leaves no link that runs and no HTML', () => {
    const lines = dataFile('payloads/xss-payload-list.txt').toString('utf8').split('\n')
    let read = 0
    for (let from = 0; from < lines.length; from += 300) {
      const { document } = one(`# Attacks\n\n${lines.slice(from, from + 300).join('\n\n')}`)
      if (document) read += 1
      isHarmless(document)
    }
    expect(read).toBeGreaterThan(10)
  })
})
