import { expect, test } from 'vitest'
import { isTest, ourFiles } from './source.ts'
import { isFunction, type Node, nameOfCall, nodesOf, parsed, treeOf } from './syntax.ts'

/** What makes an organization, or enters the one of the demo. */
const makers = ['organization', 'settingIn']

/** Functions by the name that the file has for them. */
function functionsOf(tree: Node): Map<string, Node> {
  const found = new Map<string, Node>()
  for (const node of nodesOf(tree)) {
    const { name } = (node.id ?? {}) as { name?: string }
    if (name && isFunction(node)) found.set(name, node)
    if (name && node.type === 'VariableDeclarator' && node.init) found.set(name, node.init as Node)
  }
  return found
}

/** Whether this makes an organization, by itself or by what it calls in the same file. */
function makesOne(part: Node, functions: ReadonlyMap<string, Node>, seen = new Set<string>()): boolean {
  return [...nodesOf(part)].some((node) => {
    const name = nameOfCall(node)
    if (name === undefined) return false
    if (makers.includes(name)) return true
    const body = functions.get(name)
    if (!body || !isFunction(body) || seen.has(name)) return false
    return makesOne(body, functions, seen.add(name))
  })
}

const isDemo = (call: Node) =>
  /^open(Browser)?World$/.test(nameOfCall(call) ?? '') &&
  [...nodesOf(call)].some(
    ({ key, value }) =>
      (key as { name?: string } | undefined)?.name === 'demo' &&
      (value as { value?: unknown }).value === true,
  )

/** Whether several tests of a file look at one organization: it is made before all of them, or is that of the demo. */
function isShared(tree: Node): boolean {
  const functions = functionsOf(tree)
  return [...nodesOf(tree)].some(
    (node) => isDemo(node) || (nameOfCall(node) === 'beforeAll' && makesOne(node, functions)),
  )
}

/** Files whose tests look at one organization, and why none of them changes what another one finds there. */
const together: Record<string, string> = {
  'e2e/counted.test.ts': 'reads numbers of the demo',
  'e2e/pages.test.ts': 'looks at every page of the demo',
  'e2e/phone.test.ts': 'opens the same pages as everybody',
  'src/app/demo/counted.test.ts': 'reads what the demo is',
  'src/app/demo/demo.test.ts': 'reads what the demo is',
  'src/app/demo/recognition.test.ts': 'reads what the demo is',
  'src/app/demo/verbs-only.test.ts': 'reads what the demo is',
  'src/commons/funnel/quarter.test.ts': 'reads the numbers of a quarter that takes a minute to make',
  'test/authorization-writes.test.ts': 'rewinds its database after each write',
  'test/authorization.test.ts': 'is refused everywhere, and sees that no row changed',
  'test/edges.test.ts': 'asks at the edges of HTTP, about things of each test’s own',
  'test/hostile-text.test.ts': 'rewinds its database after each write',
  'test/hostile.test.ts': 'is refused everywhere, and sees that nothing changed',
  'test/paging.test.ts': 'has each list made by the test that reads it',
}

test('each test has an organization of its own, but where many only look at one', () => {
  const shared = ourFiles().filter((file) => isTest(file) && isShared(treeOf(file)))
  expect(shared.sort()).toEqual(Object.keys(together).sort())
})

test.each([
  "beforeAll(async () => { org = await world.organization('Northwind') })",
  'const setUp = async () => { await settingIn(world) }; beforeAll(setUp); beforeAll(() => setUp())',
  'const world = openBrowserWorld({ demo: true })',
])('%s would be found', (source) => {
  expect(isShared(parsed('sample.ts', source))).toBe(true)
})

test('a test that makes its own is none of them', () => {
  const source = "beforeAll(() => start()); test('one', async () => { await world.organization() })"
  expect(isShared(parsed('sample.ts', source))).toBe(false)
})
