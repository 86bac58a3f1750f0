import { basename, dirname } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { isCode, isTest, ourFiles, read } from './source.ts'
import { type Node, nodesOf, parsed, treeOf } from './syntax.ts'

/** Every text people read is a message, there in both languages with the same arguments, and used. */
const files = ourFiles()
const messageFiles = files.filter((file) => /\/(messages\/|samples\.)en\.json$/.test(file))
const messagesOf = (file: string) => JSON.parse(read(file)) as Record<string, string>
const inFrench = (file: string) => file.replace(/en\.json$/, 'fr.json')
const code = files.filter((file) => file.startsWith('src/') && isCode(file) && !isTest(file))

const trees = new Map(code.map((file) => [file, treeOf(file)]))

describe('no text is written into a component', () => {
  /** Attributes that people read, here or through a screen reader. */
  const read =
    /^(title|alt|label|text|lead|placeholder|description|aria-label|aria-description|aria-valuetext)$/
  /** The same in every language: our name, keys of the keyboard, forms of what is typed. */
  const anywhere = /^(Cairn|Esc|Enter|J|K|E|R|Ctrl|Alt|⌘|CSV|Markdown|HTML, XML|INI, TOML|https?:\/\/\S*)$/
  const isText = (value: unknown): value is string =>
    typeof value === 'string' && /\p{L}{2}|^\p{L}$/u.test(value) && !anywhere.test(value.trim())

  function* textsOf(tree: Node): Generator<string> {
    for (const node of nodesOf(tree)) {
      if (node.type === 'JSXText' && isText(node.value)) yield node.value.trim()
      const holder =
        node.type === 'JSXElement' || node.type === 'JSXFragment' ? (node.children as Node[]) : []
      const own = node.type === 'JSXAttribute' && read.test(nameOf(node)) ? [node.value as Node] : []
      for (const part of [...holder, ...own].filter(Boolean)) yield* literalsOf(part)
    }
  }
  const nameOf = (attribute: Node) => String((attribute.name as { name: unknown }).name)

  /** The words of a literal, of a template, and of the branches of a choice between such. */
  function* literalsOf(part: Node): Generator<string> {
    if (part.type === 'Literal' && isText(part.value)) yield part.value
    if (part.type === 'JSXExpressionContainer') yield* literalsOf(part.expression as Node)
    if (part.type === 'TemplateLiteral')
      for (const { value } of part.quasis as { value: { cooked: string } }[])
        if (isText(value.cooked)) yield value.cooked
    if (part.type === 'ConditionalExpression')
      for (const branch of [part.consequent, part.alternate]) yield* literalsOf(branch as Node)
    if (part.type === 'LogicalExpression') yield* literalsOf(part.right as Node)
  }

  const phrase = /^\s*\p{Lu}[\p{L}’',;:-]*(\s+[\p{L}{][^/]*)+/u

  /** What is said outside of markup: a phrase wherever it stands but in an error for us, a word as somebody's label or title. */
  function* saidIn(tree: Node): Generator<string> {
    const ours = new Set<Node>()
    for (const node of nodesOf(tree)) {
      const thrown = node.type === 'NewExpression' && String((node.callee as Node).name).endsWith('Error')
      if (thrown) for (const part of nodesOf(node)) ours.add(part)
      if (node.type === 'Property' && read.test(String((node.key as Node).name)))
        for (const text of literalsOf(node.value as Node)) if (!phrase.test(text)) yield text
      const value = node.type === 'TemplateElement' ? (node.value as { cooked: unknown }).cooked : node.value
      if (!ours.has(node) && typeof value === 'string' && phrase.test(value) && isText(value)) yield value
    }
  }
  /** Names of people and of their groups, to show faces and emblems with. */
  const names = 'src/app/pages/dev-ui/people.ts'
  const client = code.filter((file) => /\/web\/|^src\/ui\/|^src\/app\/pages\//.test(file) && file !== names)
  const pages = code.filter((file) => file.endsWith('.tsx'))
  const textsIn = (source: string) => [...textsOf(parsed('sample.tsx', source))]

  test('in any page or component', () => {
    const found = pages.flatMap((file) =>
      [...textsOf(trees.get(file) as Node)].map((text) => `${file}: ${text}`),
    )
    expect(found).toEqual([])
  })

  test('nor said by what else runs in the browser', () => {
    const found = client.flatMap((file) =>
      [...saidIn(trees.get(file) as Node)].map((text) => `${file}: ${text}`),
    )
    expect(found).toEqual([])
  })

  test.each([
    ["toast('It is saved')", 'It is saved'],
    ['toast(`Saved by {name}`)', 'Saved by {name}'],
    ["const tab = { label: isNew ? 'New' : name }", 'New'],
    ["const tabs = [{ title: 'Courses' }]", 'Courses'],
  ])('and %s would be found', (source, text) => {
    expect([...saidIn(parsed('sample.ts', source))]).toEqual([text])
  })

  test('while what an error tells us, keys and addresses pass', () => {
    const source =
      "if (!a) throw new Error('No such block'); t('course.title'); const b = { label: name, href: '/Ask me' }"
    expect([...saidIn(parsed('sample.ts', source))]).toEqual([])
  })

  test.each([
    ['<p>Hello</p>', 'Hello'],
    ['<p>{isNew ? "New" : null}</p>', 'New'],
    ['<p>{isNew && `Hello`}</p>', 'Hello'],
    ['<Button label="Save" />', 'Save'],
    ['<img alt={"A crane"} />', 'A crane'],
  ])('and %s would be found', (source, text) => {
    expect(textsIn(source)).toEqual([text])
  })

  test('while names, marks and what is not read pass', () => {
    expect(textsIn('<a className="wide" title={t("x.y")} href="/ask">Cairn</a>')).toEqual([])
  })
})

/** Each argument of a message with its kind, and the forms it distinguishes. */
function argumentsOf(text: string, locale: string): string[] {
  const found = new Set<string>()
  const kinds = ['', 'argument', 'number', 'date', 'time', 'select', 'plural', '#', 'tag']
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>) => {
    for (const part of parts) {
      if (part.type === 0 || part.type === 7) continue
      const forms = 'options' in part ? Object.entries(part.options) : []
      const names =
        part.type === 5
          ? forms
              .map(([name]) => name)
              .sort()
              .join(' ')
          : ''
      found.add(`${part.value} ${kinds[part.type]} ${names}`.trim())
      for (const [, { value }] of forms) walk(value)
      if ('children' in part) walk(part.children)
    }
  }
  walk(new IntlMessageFormat(text, locale).getAst())
  return [...found].sort()
}

describe.each(messageFiles)('%s', (file) => {
  const [english, french] = [messagesOf(file), messagesOf(inFrench(file))]

  test('has every key in both languages, in the same order', () => {
    expect(Object.keys(french)).toEqual(Object.keys(english))
  })

  test('asks for the same arguments in both languages', () => {
    const differing = Object.entries(english).filter(
      ([key, text]) => String(argumentsOf(text, 'en')) !== String(argumentsOf(french[key] ?? '', 'fr')),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  test('has French that is French', () => {
    const same = Object.entries(english).filter(
      ([key, text]) =>
        text === french[key] && /\p{L}{3}/u.test(text.replace(/\{[^}]*\}/g, '')) && !sameInBoth.has(text),
    )
    expect(same.map(([key, text]) => `${key}: ${text}`)).toEqual([])
    const plain = Object.entries(french).filter(([, text]) =>
      badTypography.test(text.replace(/\{[^{}]*\}/g, '')),
    )
    expect(plain.map(([key, text]) => `${key}: ${text}`)).toEqual([])
  })
})

/** A straight apostrophe between letters; a mark that wants a no-break space before it and has none. */
const badTypography = /\p{L}'\p{L}|[\p{L}\p{N})] ?[;!?»]|[\p{L})] ?:(?!\/\/|\S)|« /u
const sameInBoth = new Set(
  'Cairn|English|Français|Leader|Manager|Impact|Danger|Code|Versions|Version {number}|Question|Messages|Experts|min'.split(
    '|',
  ),
)

test('every key is used', () => {
  const known = new Set(messageFiles.flatMap((file) => Object.keys(messagesOf(file))))
  const used = new Set<string>()
  const patterns: RegExp[] = []
  for (const [, tree] of trees) {
    for (const node of nodesOf(tree)) {
      if (node.type === 'Literal' && typeof node.value === 'string') used.add(node.value)
      if (node.type !== 'TemplateLiteral') continue
      const [head = '', ...rest] = (node.quasis as { value: { cooked: string } }[]).map(
        ({ value }) => value.cooked,
      )
      if (/^[a-z]+\./.test(head))
        patterns.push(
          new RegExp(
            `^${[head, ...rest].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\w.-]+')}$`,
          ),
        )
    }
  }
  const idle = [...known].filter((key) => !used.has(key) && !patterns.some((pattern) => pattern.test(key)))
  expect(idle).toEqual([])
})

test('every key that the server asks for is there', () => {
  const known = new Set(messageFiles.flatMap((file) => Object.keys(messagesOf(file))))
  const asked = [...trees.values()].flatMap((tree) =>
    [...nodesOf(tree)].flatMap((node) => {
      const callee = node.callee as { object?: { name?: string }; property?: { name?: string } }
      const isAsking = callee?.property?.name === 'text' && callee.object?.name === 'catalog'
      const key = isAsking ? (node.arguments as { value?: unknown }[])[1]?.value : undefined
      return typeof key === 'string' ? [key] : []
    }),
  )
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter((key) => !known.has(key))).toEqual([])
})

test('every module with messages has them in both languages', () => {
  const folders = files.filter((file) => basename(dirname(file)) === 'messages').map((file) => dirname(file))
  for (const folder of new Set(folders))
    expect(files).toEqual(expect.arrayContaining([`${folder}/en.json`, `${folder}/fr.json`]))
})
