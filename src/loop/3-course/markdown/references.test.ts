import { describe, expect, test } from 'vitest'
import { textOf, walk } from '../document/blocks.ts'
import { importMarkdown } from './import.ts'

const film = '0190a000-0000-7000-8000-000000000001'
const one = (text: string, assets = {}) => importMarkdown([{ path: 'course.md', text }], { assets })
const hrefsOf = (document: unknown) =>
  [...walk(document)].flatMap((node) =>
    ('marks' in node ? (node.marks as { attrs?: { href?: string } }[]) : []).flatMap(
      ({ attrs }) => attrs?.href ?? [],
    ),
  )

describe('a link to an anchor', () => {
  test('leads to the step of that name, or to the heading of that name', () => {
    const { document, report } = one(
      '# Warm up\n\n[Load](#then-load) and [wait](#wait-for-it)\n\n# Then load!\n\nLoad.\n\n## Wait for it\n\nWait.',
    )
    const second = document?.content[1]
    const heading = second?.content.find(({ type }) => type === 'heading')?.attrs.id
    expect(hrefsOf(document)).toEqual([`#step:${second?.attrs.id}`, `#step:${second?.attrs.id}/${heading}`])
    expect(report).toEqual([])
  })

  test('leads to a name that was given by hand, to words, to a heading or to a step, and to the step of a callout with that title', () => {
    const { document, report } = one(
      '# Warm up\n\n[One](#shift) [two](#here) [three](#last) [four](#mind-the-gap)\n\n# Terms\n\n[Zero shift]{#other} and [drift]{#Shift}.\n\n## Where {#here}\n\nText.\n\n# The end {#last}\n\n::: tip\n## Mind the gap\nText.\n:::',
    )
    const [, second, third] = document?.content.map(({ attrs }) => attrs.id) ?? []
    const [words, heading] = document?.content[1]?.content.map(({ attrs }) => attrs.id) ?? []
    expect(hrefsOf(document)).toEqual([
      `#step:${second}/${words}`,
      `#step:${second}/${heading}`,
      `#step:${third}`,
      `#step:${third}`,
    ])
    expect(textOf(document)).toContain('Zero shift and drift.\nWhere\nText.')
    expect(document?.content[2]?.attrs.title).toBe('The end')
    expect(report).toEqual([])
  })

  test('that is nowhere is reported with its line, and its text kept', () => {
    const { document, report } = one('# A\n\nSee [this](#that).')
    expect(hrefsOf(document)).toEqual([])
    expect(textOf(document)).toBe('See this.')
    expect(report).toMatchObject([{ path: 'course.md', line: 3, code: 'link.dropped' }])
  })
})

test('a term and its meanings come in as a paragraph, with the term in bold on a line of its own', () => {
  const { document } = one(
    '[Zero]{#zero}\n:   Where a gauge *begins*.\n: What it shows at rest.\n\nNot\na term\n: only words.',
  )
  expect(document?.content[0]?.content).toMatchObject([
    {
      type: 'paragraph',
      content: [
        { text: 'Zero', marks: [{ type: 'bold' }] },
        { type: 'hardBreak' },
        { text: 'Where a gauge ' },
        { text: 'begins', marks: [{ type: 'italic' }] },
        { text: '.' },
        { type: 'hardBreak' },
        { text: 'What it shows at rest.' },
      ],
    },
    { content: [{ text: 'Not a term : only words.' }] },
  ])
})

test('a link between files leads to the one that its path names, to the one of that name where it names no folder, and to the words there that it names', () => {
  const { document, report } = importMarkdown(
    [
      {
        path: 'a/setup.md',
        text: '---\ntitle: First\n---\n[Back](../b/setup.md#x), [here](./setup.md), [that](/use/).',
      },
      {
        path: 'b/setup.md',
        text: '---\ntitle: Second\n---\n[Use it](use.html) and [mind](/use/#words), [both](use.html#X).\n\n[One]{#x}\n:   Of them.',
      },
      {
        path: 'c/use.md',
        text: '---\ntitle: Third\n---\n[Myself](#words) and [nobody](gone.md).\n\n## Words\n\nThey are []{#X}here.',
      },
    ],
    { assets: {} },
  )
  const [first, second, third] = document?.content.map(({ attrs }) => attrs.id) ?? []
  const at = (step: number, block: number) =>
    `${document?.content[step]?.attrs.id}/${document?.content[step]?.content[block]?.attrs.id}`
  expect(hrefsOf(document)).toEqual(
    [at(1, 1), first, third, third, at(2, 1), at(2, 2), at(2, 1)].map((to) => `#step:${to}`),
  )
  expect(second).toBe(document?.content[1]?.attrs.id)
  expect(report).toMatchObject([
    { path: 'c/use.md', line: 4, code: 'link.dropped', values: { to: 'gone.md' } },
  ])
})

test('a link by its label is one also before a colon', () => {
  const { document } = one('See [this][there]:\n\n[there]: https://example.org/')
  expect(hrefsOf(document)).toEqual(['https://example.org/'])
})

test('a heading says its words, whatever marks they carry', () => {
  const { document } = one('# Zero *it*, 2 \\* 3 = `six` #\n\nHello.')
  expect(document?.content[0]?.attrs.title).toBe('Zero it, 2 * 3 = six')
})

test('a callout keeps its first heading if it has a title of its own, and takes it as title otherwise', () => {
  const titled = one('::: tip {title="Mine"}\n## Theirs\nText.\n:::').document?.content[0]?.content[0]
  expect([titled?.attrs, textOf(titled)]).toMatchObject([{ title: 'Mine' }, 'Mine\nTheirs\nText.'])
  const untitled = one('::: tip\n## Theirs\nText.\n:::').document?.content[0]?.content[0]
  expect([untitled?.attrs, textOf(untitled)]).toMatchObject([{ title: 'Theirs' }, 'Theirs\nText.'])
})

describe('films, files and players', () => {
  test('come in where they are written', () => {
    const { document, report, pictures } = one(
      '::: video {src="zero.mp4" title="Zeroing"}\n:::\n\n::: file {src=zero.mp4}\n:::\n\n::: embed {url="https://player.vimeo.com/video/1" title="Talk"}\n:::',
      { 'zero.mp4': film },
    )
    expect(document?.content[0]?.content).toMatchObject([
      { type: 'video', attrs: { asset: film, title: 'Zeroing', captions: null } },
      { type: 'file', attrs: { asset: film, name: 'zero.mp4' } },
      { type: 'embed', attrs: { url: 'https://player.vimeo.com/video/1', title: 'Talk' } },
    ])
    expect([report, pictures]).toEqual([[], ['zero.mp4']])
  })

  test('are found by their path, then by its end, then by their name alone', () => {
    const assets = { 'b/zero.mp4': film.replace('1', '3'), 'zero.mp4': film, 'c/a/one.mp4': film }
    const video = (src: string) => `::: video {src="${src}"}\n:::\n`
    const { document } = one(
      `# A\n\n${['zero.mp4', './b/zero.mp4', 'a/one.mp4', 'x/one.mp4'].map(video).join('\n')}`,
      assets,
    )
    const other = film.replace('1', '3')
    expect(document?.content[0]?.content.map(({ attrs }) => 'asset' in attrs && attrs.asset)).toEqual([
      film,
      other,
      film,
      film,
    ])
  })

  test('are all named when they are missing, captions of a video too, and a picture of another site is not fetched', () => {
    const { report, pictures } = one(
      '# A\n\n::: video {src="zero.mp4" captions="words/zero.vtt"}\n:::\n\n![Far](https://example.org/a.png)',
    )
    expect(report).toMatchObject([
      { line: 3, code: 'file.missing', values: { name: 'zero.mp4' } },
      { line: 3, code: 'file.missing', values: { name: 'words/zero.vtt', use: 'captions' } },
      { line: 6, code: 'image.elsewhere' },
    ])
    expect(pictures).toEqual(['zero.mp4', 'words/zero.vtt'])
  })

  test('that are not there, or of a site that may not be shown, are left out and reported', () => {
    const { document, report } = one(
      'Hello.\n\n::: video {src="no.mp4"}\n:::\n::: embed {url="https://example.org/x" title="X"}\n:::\n::: embed {url="javascript:alert(1)"}\n:::',
    )
    expect(document?.content[0]?.content.map(({ type }) => type)).toEqual(['paragraph'])
    expect(report).toMatchObject([
      { line: 3, code: 'file.missing' },
      { line: 5, code: 'embed.refused' },
      { line: 7, code: 'embed.refused' },
    ])
  })
})

test('a fence that begins right behind the marker of a list keeps what is in it', () => {
  const { document } = one('# A\n\n- ```\n  # not a step\n  ::: note\n  ```\n\n# B\n\nText.')
  expect(document?.content.map(({ attrs }) => attrs.title)).toEqual(['A', 'B'])
})
