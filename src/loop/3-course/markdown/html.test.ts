import { expect, test } from 'vitest'
import { textOf } from '../document/blocks.ts'
import { importMarkdown } from './import.ts'

const read = (text: string) => {
  const { document, report } = importMarkdown([{ path: 'course.md', text }])
  return {
    document,
    text: textOf(document),
    told: report.map(({ path, line, severity, code, values }) => [path, line, severity, code, values?.html]),
  }
}
const dropped = (line: number, html: string) => ['course.md', line, 'warning', 'html.dropped', html]

/** Nothing that a browser could take for HTML, nor the words of a script. */
const clean = (document: unknown) =>
  expect(JSON.stringify(document)).not.toMatch(/<|script|iframe|onclick|onerror|alert|films\.example/i)

test('scripts, frames and elements with a script in an attribute that stand by themselves are dropped, each with its line', () => {
  const { document, text, told } = read(
    [
      '# Zero it',
      '',
      '<script>alert(1)</script>',
      '',
      'Warm it up.',
      '',
      '<script type="module">',
      'alert(2)',
      '',
      'alert(3)',
      '</script>',
      '',
      '<iframe src="https://films.example/zero"></iframe>',
      '',
      '<div onclick="alert(4)">Press</div>',
      '',
      '<my-button onclick="alert(5)">',
      '',
      'Load it.',
    ].join('\n'),
  )
  expect(told).toEqual([
    dropped(3, '<script>alert(1)</script>'),
    dropped(7, '<script type="module">\nalert(2)\n\nalert(3)\n</script>'),
    dropped(13, '<iframe src="https://films.example/zero"></iframe>'),
    dropped(15, '<div onclick="alert(4)">Press</div>'),
    dropped(17, '<my-button onclick="alert(5)">'),
  ])
  expect(text).toBe('Warm it up.\nLoad it.')
  clean(document)
})

test('those within a line are dropped with its line, a script with its words, and the words around them stay', () => {
  const { document, text, told } = read(
    [
      '# Zero it',
      '',
      'Warm it',
      'up <script>alert(1)</script>first, **then <SCRIPT src="https://films.example/a.js"></SCRIPT>load** it.',
      '',
      'See <iframe src="https://films.example/zero"></iframe>here.',
      '',
      'Press <b onclick="alert(2)">the</b> button, or <my-button onclick="alert(3)">this.',
    ].join('\n'),
  )
  expect(told).toEqual([
    dropped(4, '<script>alert(1)</script>'),
    dropped(4, '<SCRIPT src="https://films.example/a.js"></SCRIPT>'),
    dropped(6, '<iframe src="https://films.example/zero">'),
    dropped(6, '</iframe>'),
    dropped(8, '<b onclick="alert(2)">'),
    dropped(8, '</b>'),
    dropped(8, '<my-button onclick="alert(3)">'),
  ])
  expect(text).toBe('Warm it up first, then load it.\nSee here.\nPress the button, or this.')
  clean(document)
})

test('wherever they stand, in a title, a list, a quote, a table or a box, the line is theirs', () => {
  const { document, text, told } = read(
    [
      '# Zero <script>alert(1)</script>it <i onclick="alert(2)">now</i>',
      '',
      '- Warm it up.',
      '- <img src="x" onerror="alert(3)">',
      '',
      '> Wait.',
      '>',
      '> <script>alert(4)</script>',
      '',
      '| Force |',
      '| - |',
      '| <u onclick="alert(5)">100</u> |',
      '',
      '::: tip',
      '<script>alert(6)</script>',
      '',
      'Load it.',
      ':::',
      '',
      '## Then <iframe src="https://films.example"></iframe>rest',
    ].join('\n'),
  )
  expect(told).toEqual([
    dropped(1, '<script>alert(1)</script>'),
    dropped(1, '<i onclick="alert(2)">'),
    dropped(1, '</i>'),
    dropped(4, '<img src="x" onerror="alert(3)">'),
    dropped(8, '<script>alert(4)</script>'),
    dropped(12, '<u onclick="alert(5)">'),
    dropped(12, '</u>'),
    dropped(15, '<script>alert(6)</script>'),
    dropped(20, '<iframe src="https://films.example">'),
    dropped(20, '</iframe>'),
  ])
  expect(document?.content[0]?.attrs.title).toBe('Zero it now')
  expect(text.split('\n').filter(Boolean)).toEqual([
    'Warm it up.',
    'Wait.',
    'Force',
    '100',
    'Load it.',
    'Then rest',
  ])
  clean(document)
})

test('what shows HTML as words is kept: code, and words between angle brackets that are no element', () => {
  const { text, told } = read(
    '# A\n\nWrite `<script>` and <your name>.\n\n```html\n<script>alert(1)</script>\n```\n',
  )
  expect(told).toEqual([])
  expect(text).toBe('Write <script> and <your name>.\n<script>alert(1)</script>')
})

test('a script that never ends takes no words with it', () => {
  const { text, told } = read('# A\n\nWarm <script>it up.\n\nLoad it.')
  expect(told).toEqual([dropped(3, '<script>')])
  expect(text).toBe('Warm it up.\nLoad it.')
})

test('a comment is no loss, and is not told', () => {
  const { text, told } = read('# A\n\n<!-- Ask Mei. -->\n\nLoad <!-- how? --> it.')
  expect([text, told]).toEqual(['Load  it.', []])
})
