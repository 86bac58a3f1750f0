import { describe, expect, test } from 'vitest'
import { meaningOf } from '#platform/http/faults'
import { newBlockId } from './blocks.ts'
import { courseDocument, isSafeHref } from './schema.ts'

const attrs = () => ({ id: newBlockId() })
const paragraph = (extra = {}) => ({
  type: 'paragraph',
  attrs: attrs(),
  content: [{ type: 'text', text: 'a' }],
  ...extra,
})
const course = (...content: unknown[]) => ({
  type: 'doc',
  content: [{ type: 'step', attrs: { ...attrs(), title: 'A' }, content }],
})
function inQuotes(depth: number): unknown {
  let block: unknown = paragraph()
  for (let level = 0; level < depth; level += 1)
    block = { type: 'blockquote', attrs: attrs(), content: [block] }
  return block
}
const linked = (href: string) =>
  paragraph({ content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] }] })

/** The place (a JSON pointer) and the words of the first thing that is wrong; null when nothing is. */
function faultIn(document: unknown): string | null {
  const parsed = courseDocument.safeParse(document)
  const issue = parsed.error?.issues[0]
  return issue ? `/${issue.path.join('/')} ${meaningOf(issue).code}` : null
}

describe('a course document', () => {
  test('is refused with the place of an unknown block, attribute, mark or property', () => {
    const place = '/content/0/content/0'
    expect(faultIn(course(paragraph()))).toBeNull()
    expect(faultIn(course({ type: 'script', attrs: attrs() }))).toContain(`${place}/type`)
    expect(faultIn(course(paragraph({ attrs: { ...attrs(), onclick: 'x' } })))).toContain(`${place}/attrs`)
    expect(faultIn(course(paragraph({ style: 'x' })))).toContain(place)
    const marked = (type: string) => paragraph({ content: [{ type: 'text', text: 'a', marks: [{ type }] }] })
    expect(faultIn(course(marked('blink')))).toContain(`${place}/content/0/marks/0/type`)
    expect(faultIn(course(marked('bold')))).toBeNull()
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:x',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    'https://a b',
    'https:',
    '#x',
    '/x',
    'java\nscript:x',
    '#step:short',
    `#step:${newBlockId()}/short`,
    `#step:${newBlockId()}/`,
  ])('has no link to %j', (href) => {
    expect(isSafeHref(href)).toBe(false)
    expect(faultIn(course(linked(href)))).toContain('/content/0/content/0/content/0/marks/0/attrs/href')
  })

  test.each([
    'https://example.org/a?b#c',
    'mailto:dana@meridian.example',
    `#step:${newBlockId()}`,
    `#step:${newBlockId()}/${newBlockId()}`,
  ])('may link to %j', (href) => {
    expect(faultIn(course(linked(href)))).toBeNull()
  })

  test.each([
    'https://evil.example/x',
    'http://player.vimeo.com/1',
    'https://player.vimeo.com.evil.example/',
    'https://player.vimeo.com@evil.example/',
    'javascript:alert(1)',
  ])('shows no player of %j', (url) => {
    expect(faultIn(course({ type: 'embed', attrs: { ...attrs(), url, title: '' } }))).toContain('/attrs/url')
  })

  test('uses an id once, also for the options of questions', () => {
    const one = paragraph()
    expect(faultIn(course(one, one))).toBe('/content/0/content/1/attrs/id document.id-twice')
    const option = { ...attrs(), text: 'x', correct: true, feedback: '' }
    const question = {
      ...attrs(),
      kind: 'single',
      prompt: '?',
      points: 1,
      feedback: { right: '', wrong: '' },
      options: [option, option],
    }
    expect(faultIn(course({ type: 'question', attrs: question }))).toBe(
      '/content/0/content/0/attrs/options/1/id document.id-twice',
    )
  })

  test('has a mark once on a text', () => {
    const marks = [{ type: 'bold' }, { type: 'bold' }]
    expect(faultIn(course(paragraph({ content: [{ type: 'text', text: 'a', marks }] })))).toContain('/marks')
  })

  test('is neither nested without end nor longer than can be read', () => {
    expect(faultIn(course(inQuotes(4)))).toBeNull()
    expect(faultIn(course(inQuotes(5)))).toMatch(/^(\/content\/0)+\/type /)
    expect(faultIn(course(inQuotes(20_000)))).not.toBeNull()
    const text = (length: number) => paragraph({ content: [{ type: 'text', text: 'a'.repeat(length) }] })
    expect(faultIn(course(text(20_000)))).toBeNull()
    expect(faultIn(course(text(20_001)))).toContain('/content/0/content/0/content/0/text')
  })

  test('has 5,000 blocks at most', () => {
    const step = () => ({
      type: 'step',
      attrs: { ...attrs(), title: 'A' },
      content: Array.from({ length: 999 }, () => paragraph()),
    })
    const document = { type: 'doc', content: Array.from({ length: 5 }, step) }
    expect(faultIn(document)).toBeNull()
    document.content.push({ ...step(), content: [paragraph()] })
    expect(faultIn(document)).toBe('/content/5 document.too-long')
  })

  test.each([
    null,
    1,
    [],
    {},
    { type: 'doc' },
    { type: 'doc', content: [] },
    JSON.parse('{"type":"doc","content":[{"type":"__proto__"}]}'),
  ])('is not %j, which is refused without an error of ours', (value) => {
    expect(faultIn(value)).not.toBeNull()
  })
})
