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

const folders = ['episodes', 'learners']

function lesson(name: string) {
  const files = folders.flatMap((folder) =>
    dataNames(`content/${name}/${folder}`)
      .filter((file) => file.endsWith('.md'))
      .map((file) => `${folder}/${file}`)
      .map((path) => ({ path, text: dataFile(`content/${name}/${path}`).toString('utf8') })),
  )
  const pictures = dataNames(`content/${name}/episodes/fig`).map((path, index) => [
    `fig/${path}`,
    `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  ])
  return { files, imported: importMarkdown(files, { assets: Object.fromEntries(pictures) }) }
}

const titleOf = ({ text }: { text: string }) => text.match(/^title: *['"]?(.+?)['"]?$/m)?.[1] ?? ''

/** What a file of a lesson says, counted by hand: nothing of the reader under test takes part. */
function countsOf({ text }: { text: string }) {
  const whole = text.replace(/^---\n[\s\S]*?\n---\n/, '')
  const prose = whole.replace(/^( *)(?:\d+\. +)?(`{3,})[\s\S]*?^ *\2 *$/gm, '')
  const labels = [...prose.matchAll(/^\[([^\]]+)\]: /gm)].map(([, label]) => label)
  const flowing = prose
    .replace(/^\[[^\]]+\]: .*$/gm, '')
    .replace(/`[^`\n]+`/g, 'code')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
  const count = (pattern: RegExp, within = prose) => within.match(pattern)?.length ?? 0
  const divs = (kind: string) => count(new RegExp(`^:{3,} *(?:${kind}) *:*$`, 'gm'))
  const references = [...flowing.matchAll(/\[([^[\]]+)\](?:\[([^[\]]+)\])?(?![[({])/g)]
  return {
    named: count(/^\s*(\d+\.\s+)?``` *\w+/gm, whole),
    images: count(/!\[[^\]]*\]\(fig\//g),
    headings: count(/^#{2,6} /gm),
    rules: count(/^(-{4,}|\*{3,})$/gm),
    hidden: divs('solution|hint|spoiler|instructor'),
    challenges: divs('challenge'),
    divs: divs('[a-z]+'),
    untitled: divs('questions'),
    links:
      count(/\[[^[\]]+\]\((?:[^()\s]|\([^()]*\))+(?:\s+"[^"]*")?\)/g, flowing) +
      count(/<https?:[^>]+>/g, flowing) +
      references.filter(([, words, label = words]) => label && labels.includes(label)).length,
  }
}

/** The links of a document; one whose words change their look on the way is one. */
function linksOf(document: unknown): string[] {
  const hrefs: string[] = []
  for (const { content = [] } of walk(document)) {
    const inLine = content.map((node) =>
      ('marks' in node ? (node.marks as { type: string; attrs?: { href: string } }[]) : []).flatMap(
        ({ attrs }) => attrs?.href ?? [],
      ),
    )
    for (const [at, [href]] of inLine.entries()) if (href && inLine[at - 1]?.[0] !== href) hrefs.push(href)
  }
  return hrefs
}

describe.skipIf(noData).each([
  ['git-novice', 3, []],
  // The archive that this lesson is done with is not among our files.
  ['shell-novice', 1, [{ code: 'link.dropped', values: { to: 'data/shell-lesson-data.zip' } }]],
] as const)('the lesson %s', (name, tables, missing) => {
  test('comes in whole: a step for each of its pages, and nothing else to report', () => {
    const { files, imported } = lesson(name)
    const titles = imported.document?.content.map(({ attrs }) => attrs.title)
    expect(titles).toEqual(files.map(titleOf))
    expect(imported.report).toMatchObject(missing)
  })

  test('with every picture, code, table, heading, callout and hidden solution', () => {
    const { files, imported } = lesson(name)
    const of = (what: keyof ReturnType<typeof countsOf>) =>
      files.reduce((sum, file) => sum + countsOf(file)[what], 0)
    const blocks = [...walk(imported.document)]
    const types = typesOf(imported.document)
    expect(blocks.filter(({ type, attrs }) => type === 'codeBlock' && attrs?.language)).toHaveLength(
      of('named'),
    )
    expect(types.image).toBe(of('images'))
    expect(types.horizontalRule ?? 0).toBe(of('rules'))
    expect(types.table).toBe(tables)
    expect(types.collapsible).toBe(of('hidden'))
    expect(blocks.filter(({ attrs }) => attrs?.kind === 'challenge')).toHaveLength(of('challenges'))
    expect(types.callout).toBe(of('divs') - of('hidden'))
    const titled = blocks.filter(({ type, attrs }) => /callout|collapsible/.test(type) && attrs?.title)
    expect((types.heading ?? 0) + titled.length - of('untitled')).toBe(of('headings'))
  })

  test('keeps every link, those between its pages lead to steps and to words in them, and every picture is described', () => {
    const { files, imported } = lesson(name)
    const places = new Set(
      imported.document?.content.flatMap((step) => [
        `#step:${step.attrs.id}`,
        ...[...walk(step)].map(({ attrs }) => `#step:${step.attrs.id}/${attrs?.id}`),
      ]),
    )
    const links = linksOf(imported.document)
    const droppedIn = ({ path }: { path: string }) =>
      imported.report.filter((line) => line.path === path).length
    const byPage = (imported.document?.content ?? []).map((step) => [step.attrs.title, linksOf(step).length])
    expect(Object.fromEntries(byPage)).toEqual(
      Object.fromEntries(files.map((file) => [titleOf(file), countsOf(file).links - droppedIn(file)])),
    )
    const inner = links.filter((href) => href.startsWith('#step:'))
    expect(inner.length).toBeGreaterThan(3)
    expect(inner.filter((href) => !places.has(href))).toEqual([])
    expect(inner.filter((href) => href.includes('/')).length).toBeGreaterThan(3)
    const pictures = [...walk(imported.document)].filter(({ type }) => type === 'image')
    expect(pictures.filter(({ attrs }) => !attrs?.alt)).toEqual([])
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
