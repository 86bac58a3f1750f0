import { parse } from '@formatjs/icu-messageformat-parser'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { endpoints } from './every-endpoint.ts'
import { isCode, isTest, ourFiles, read } from './source.ts'

/** Whatever the server refuses, it says in both languages, and what it says has all its gaps filled. */
interface Node {
  type: string
  [key: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child)
}

/** A place in the source that refuses: its code, as a pattern where a part is put in; and what it says beside it. */
interface Refusal {
  code: RegExp
  gaps: string[]
}

/** Which argument of a function is the code, and which holds the values. */
const refusing: Record<string, { code: number; values: number; ending?: string }> = {
  Problem: { code: 1, values: 2 },
  forbidden: { code: 0, values: 9 },
  conflict: { code: 0, values: 1 },
  gone: { code: 0, values: 9 },
  notFound: { code: 0, values: 9, ending: '.not-found' },
  invalidField: { code: 1, values: 2 },
  says: { code: 0, values: 1 },
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The code that an expression stands for; null when it is only known elsewhere. */
function codeIn(node: unknown, ending = ''): RegExp | null {
  if (!isNode(node)) return null
  if (node.type === 'Literal' && typeof node.value === 'string')
    return new RegExp(`^${escaped(node.value + ending)}$`)
  if (node.type !== 'TemplateLiteral') return null
  const parts = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => escaped(value.cooked))
  return new RegExp(`^${parts.join('[\\w-]+')}${escaped(ending)}$`)
}

const propertiesOf = (node: unknown): Map<string, unknown> =>
  new Map(
    isNode(node) && node.type === 'ObjectExpression'
      ? (node.properties as Node[]).map(({ key, value }) => [(key as { name?: string })?.name ?? '', value])
      : [],
  )

function* refusalsIn(tree: Node): Generator<Refusal> {
  for (const node of nodesOf(tree)) {
    const callee = (node.callee as { name?: string } | undefined)?.name ?? ''
    const known = /^(Call|New)Expression$/.test(node.type) ? refusing[callee] : undefined
    if (known) {
      const given = node.arguments as Node[]
      const code = codeIn(given[known.code], known.ending)
      if (code) yield { code, gaps: [...propertiesOf(given[known.values]).keys()] }
    }
    // A fault that is written out, and one that a schema's own check tells.
    const object = propertiesOf(node)
    const params = propertiesOf(object.get('params'))
    const code = codeIn(params.get('code') ?? (object.has('pointer') ? object.get('code') : undefined))
    if (code) yield { code, gaps: [...params.keys(), ...propertiesOf(object.get('values')).keys()] }
  }
}

const files = ourFiles()
const sources = files.filter((file) => /^src\/.*\.ts$/.test(file) && isCode(file) && !isTest(file))
const treeOf = (file: string, text: string) => parseSync(file, text).program as unknown as Node
const refusals = sources.flatMap((file) => [...refusalsIn(treeOf(file, read(file)))])

/** What a schema answers by itself, and the one thing that is said of all kinds: src/platform/http/faults.ts. */
const ofSchemas =
  'missing invalid_type too_small too_big invalid_format invalid_value invalid_union invalid_key invalid_element not_multiple_of'.split(
    ' ',
  )

const messages = (locale: 'en' | 'fr') =>
  new Map(
    files
      .filter((file) => file.endsWith(`/messages/${locale}.json`))
      .flatMap((file) => Object.entries(JSON.parse(read(file)) as Record<string, string>))
      .flatMap(([key, text]) => (key.startsWith('problem.') ? [[key.slice('problem.'.length), text]] : [])),
  )
const said = messages('en')
const codes = [...said.keys()].filter((code) => !/^title\.\d+$/.test(code))

test('every code that the server can refuse with has its words', () => {
  expect(refusals.length).toBeGreaterThan(80)
  const silent = refusals.filter(({ code }) => !codes.some((one) => code.test(one)))
  expect(silent.map(({ code }) => String(code))).toEqual([])
  expect(ofSchemas.filter((code) => !said.has(code))).toEqual([])
})

test('every code that a contract lists has its words, and is one that something refuses with', () => {
  const listed = [...new Set(endpoints.flatMap(({ problems }) => problems))]
  expect(listed.length).toBeGreaterThan(50)
  expect(listed.filter((code) => !said.has(code))).toEqual([])
  expect(listed.filter((code) => !refusals.some((refusal) => refusal.code.test(code)))).toEqual([])
})

test('no words are kept for what nothing refuses with', () => {
  const idle = codes.filter(
    (code) => !ofSchemas.includes(code) && !refusals.some((refusal) => refusal.code.test(code)),
  )
  expect(idle).toEqual([])
})

test('the words are there in French too, and wherever something is refused, what they need is given', () => {
  const french = messages('fr')
  for (const code of codes) expect(french.get(code), code).not.toBe(undefined)
  const missing = codes.flatMap((code) => {
    const gaps = gapsOf(said.get(code) ?? '')
    const sites = refusals.filter((refusal) => refusal.code.test(code))
    return sites.flatMap((site) =>
      gaps.filter((gap) => !site.gaps.includes(gap)).map((gap) => `${code}: ${gap}`),
    )
  })
  expect(missing).toEqual([])
})

test('and a code without words, or words without what they need, would be found', () => {
  const sample = "throw conflict('tea.cold', { since }); throw notFound('cup'); fit(says('tea.weak'))"
  const found = [...refusalsIn(treeOf('sample.ts', sample))]
  expect(found.map(({ code, gaps }) => [code.source, ...gaps])).toEqual([
    ['^tea\\.cold$', 'since'],
    ['^cup\\.not-found$'],
    ['^tea\\.weak$'],
  ])
})

/** The names of a message's arguments, those in its branches too. */
function gapsOf(text: string): string[] {
  const walk = (parts: ReturnType<typeof parse>): string[] =>
    parts.flatMap((part) => {
      if (part.type === 0 || part.type === 7) return []
      const inner = 'options' in part ? Object.values(part.options).flatMap(({ value }) => walk(value)) : []
      return [part.value, ...inner]
    })
  return [...new Set(walk(parse(text)))]
}
