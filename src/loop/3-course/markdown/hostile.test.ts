import { describe, expect, test } from 'vitest'
import { textOf, walk } from '../document/blocks.ts'
import { importMarkdown } from './import.ts'

const one = (text: string) => importMarkdown([{ path: 'course.md', text }])
const times = (text: string, count: number) => text.repeat(count)
const stairs = (count: number) =>
  Array.from({ length: count }, (_, depth) => `${times('  ', depth)}- a`).join('\n')
const hrefsOf = (document: unknown) =>
  [...walk(document)].flatMap((node) =>
    ('marks' in node ? (node.marks as { attrs?: { href?: string } }[]) : []).flatMap(
      ({ attrs }) => attrs?.href ?? [],
    ),
  )

/** Texts on which a Markdown parser or a careless pattern works for minutes. */
const endless: Record<string, string> = {
  'five million characters': times('A line of plain words here.\n', 178_000),
  'a hundred thousand paragraphs': times('Plain words.\n\n', 100_000),
  'a hundred thousand items': times('- item\n', 100_000),
  'a hundred thousand items with space between': times('1. item\n\n', 100_000),
  'a hundred thousand quotes in each other': times('>', 100_000),
  'quotes in lists, line after line': times('- > a\n', 50_000),
  'lists in lists, line after line': times('- - - - - - a\n', 10_000),
  'a staircase of lists': stairs(800),
  'closing brackets': times(`${times(']', 9000)}\n`, 100),
  'links that never end': times('[a](\n', 30_000),
  'tags that never end': times('<a\n', 100_000),
  'scripts within lines that never end': times('a <script>\n', 50_000),
  'scripts within lines, a few of which end': times(`${times('a <script>\n', 500)}</style>\n\n`, 20),
  'underlined headings': times('a\n===\n', 50_000),
  'one paragraph of a hundred thousand lines': times('_a_\n', 100_000),
  'code that never ends': `\`\`\`\n${times('x\n', 1_000_000)}`,
  'a table of a hundred thousand rows': `|a|b|\n|-|-|\n${times('|c|d|\n', 100_000)}`,
  'names upon names in one paragraph': `[x](#a)\n\n${times('[]{#a}[]{#b}\n', 30_000)}`,
  'definitions that every section uses': `${times('[a]: https://example.org\n', 2000)}${times('::: note\n[a]\n:::\n', 3000)}`,
  'blocks that never close': times('::: note\n', 100_000),
  'a block name after nine thousand spaces': times(`:::${times(' ', 9000)}x y\n`, 100),
  'a heading with nine thousand spaces': times(`# a${times(' ', 9000)}b\n\nc\n\n`, 60),
  'an option with nine thousand spaces': `::: question {kind=single}\nWhy?\n${times(`- [x] a${times(' ', 9000)}b\n`, 50)}:::`,
  'front matter of a hundred thousand keys': `---\n${Array.from({ length: 100_000 }, (_, index) => `k${index}: v`).join('\n')}\n---\nHello.`,
  'front matter nested beyond reason': `---\na: ${times('[', 9000)}\n---\nHello.`,
}

/** The processor's time in milliseconds: what else the machine does is not counted. */
function costOf(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

describe('text that would take minutes', () => {
  test.each(Object.entries(endless))('%s: is read or refused within two seconds', (_, text) => {
    let imported = one('Hello.')
    const cost = costOf(() => {
      imported = one(text)
    })
    expect(cost).toBeLessThan(2000)
    if (imported.document === null)
      expect(imported.report[0]).toMatchObject({ severity: 'error', path: 'course.md' })
  })

  test('is refused with the line from which it is too much', () => {
    const { report } = one(`# A\n\nHello.\n\n${times('- > a\n', 50_000)}`)
    expect(report).toMatchObject([{ code: 'work.too-much', line: 1 }])
    const later = one(`${times(`${times('Plain words. ', 40)}\n\n`, 20)}${times('- > a\n', 50_000)}`)
    expect(later.report[0]?.line).toBeGreaterThan(10)
  })
})

describe('reading in sections', () => {
  const filler = times(`${times('Plain words. ', 50)}\n\n`, 12)

  test('keeps code, comments and lists whole, whatever stands in them', () => {
    const text = `# A\n\n${filler}\`\`\`bash\n${filler}# not a step\n\`\`\`\n\n<!--\n${filler}-->\n\nLast.`
    const { document, report } = one(text)
    const types = [...walk(document)].map(({ type }) => type)
    expect(types.filter((type) => type === 'codeBlock')).toHaveLength(1)
    expect(types.filter((type) => type === 'step')).toHaveLength(1)
    expect(textOf(document).endsWith('\nLast.')).toBe(true)
    expect(types.filter((type) => type === 'paragraph')).toHaveLength(13)
    expect(report).toEqual([])
  })

  test('finds the address of a link wherever it is written', () => {
    const { document } = one(
      `# A\n\nSee [the guide][Guide] and ![worn][pic].\n\n${filler}[guide]: https://example.org/guide\n[guide]: https://example.org/second\n[pic]: worn.png`,
    )
    expect(hrefsOf(document)).toEqual(['https://example.org/guide'])
    expect(textOf(document)).toContain('See the guide')
  })

  test('names the file and the line of a block that a course cannot hold', () => {
    const rows = times('| a | b |\n', 400)
    const files = [
      { path: 'a.md', text: 'Hello.' },
      { path: 'b.md', text: `${filler}| a | b |\n| - | - |\n${rows}` },
    ]
    const { document, report } = importMarkdown(files)
    expect(document).toBeNull()
    expect(report).toMatchObject([{ path: 'b.md', line: 25, code: 'course.invalid' }])
  })
})

test('a footnote is kept as a paragraph where it is written', () => {
  const { document } = one('# A\n\nWarm it up[^1].\n\n[^1]: For an *hour*.\n')
  expect(textOf(document?.content[0])).toBe('Warm it up[1].\n[1] For an hour.')
})

test('a link that is too long to be one is dropped and reported, and the rest is kept', () => {
  const { document, report } = one(`# A\n\n[a](https://example.org/${times('x', 3000)}) b`)
  expect(textOf(document)).toBe('a b')
  expect(report).toMatchObject([{ line: 3, code: 'link.dropped' }])
})

test('a number too large to be one makes its question incomplete, not the course', () => {
  const { document, report } = one('# A\n\nb\n\n::: question {kind=numeric}\nHow many?\n= 1e999\n:::\n')
  expect(document?.content).toHaveLength(1)
  expect(report).toMatchObject([{ line: 5, code: 'question.incomplete' }])
})
