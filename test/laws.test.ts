import { describe, expect, test } from 'vitest'
import { reactions, routes } from '#app/modules.ts'
import { facts } from '#facts'
import type { Endpoint } from '#platform/http/endpoint'
import { importsOf, isCode, isTest, ourFiles, read } from './source.ts'
import { childrenOf, isFunction, type Node, nameOfCall, nodesOf, parsed, treeOf } from './syntax.ts'

/** The laws of ARCHITECTURE.md that the shape of the code keeps; each check is shown a breach that it finds. */
const code = ourFiles().filter((file) => file.startsWith('src/') && isCode(file) && !isTest(file))
const isPage = (file: string) => /\/web\/|^src\/app\/pages\/|^src\/ui\//.test(file)
const server = code.filter((file) => !isPage(file))
const stages = server.filter((file) => /^src\/(ground|loop|commons|edges)\//.test(file))
const addressOf = (file: string) => new URL(`../${file}`, import.meta.url).href
const breaches = (files: readonly string[], find: (tree: Node) => string[]) =>
  files.flatMap((file) => find(treeOf(file)).map((what) => `${file}: ${what}`))
const breachesIn = (source: string, find: (tree: Node) => string[]) => find(parsed('sample.ts', source))

describe('a request is one contract line, one route line, one verb, one transaction:', () => {
  /** Route lines that do more than hand a request to one verb, the scope first. */
  const longRoutes = (tree: Node) =>
    [...nodesOf(tree)].flatMap((node) => {
      if (nameOfCall(node) !== 'route') return []
      const [line, handler] = node.arguments as [Node, Node | undefined]
      const name = String((line.property as { name?: string } | undefined)?.name ?? line.name)
      const body = handler?.body as Node | undefined
      const calls = body ? [...nodesOf(body)].filter((one) => nameOfCall(one)) : []
      const [first] = (calls[0]?.arguments ?? []) as { name?: string }[]
      const isOne = handler?.expression === true && calls.length === 1 && first?.name === 'scope'
      return isOne ? [] : [name]
    })
  const routing = server.filter((file) => file.endsWith('routes.ts'))

  test('each route line calls one verb with the scope', () => {
    expect(routing.length).toBeGreaterThan(9)
    expect(breaches(routing, longRoutes)).toEqual([])
  })

  test.each([
    'route(contract.giveKudos, async (scope, { body }) => { await giveKudos(scope, body) })',
    'route(contract.giveKudos, (scope, { body }) => tellOf(scope, giveKudos(scope, body)))',
    'route(contract.giveKudos, (scope, { body }) => giveKudos(body))',
    'route(contract.giveKudos, handler)',
  ])('%s would be found', (source) => {
    expect(breachesIn(source, longRoutes)).toEqual(['giveKudos'])
  })

  test('each contract line has one route line', async () => {
    const contracts = code.filter((file) => /(^|[./])contract\.ts$/.test(file))
    const exported = await Promise.all(contracts.map((file) => import(addressOf(file))))
    const isEndpoint = (one: unknown): one is Endpoint =>
      typeof one === 'object' && one !== null && 'access' in one && 'returns' in one
    const declared = new Set(exported.flatMap((module) => Object.values(module).filter(isEndpoint)))
    expect(routes.map(({ endpoint }) => endpoint.name).sort()).toEqual(
      [...declared].map(({ name }) => name).sort(),
    )
  })

  test('a stage begins no transaction of its own, but for its jobs', () => {
    const begins = /^#platform\/(unit|db\/(connect|transaction|reading))$|^pg$/
    const wrong = stages.flatMap((file) => {
      const isJob = importsOf(file).some(({ text }) => text === '#platform/jobs')
      const opened = importsOf(file).filter(({ text, isType }) => begins.test(text) && !isType)
      const isEntering = [...nodesOf(treeOf(file))].every((node) => nameOfCall(node) !== 'inScope')
      return isJob || isEntering ? opened.filter(({ text }) => text !== '#platform/unit') : opened
    })
    expect(wrong).toEqual([])
    const outside = server.filter((file) => !file.startsWith('src/platform/'))
    const statements =
      /\.(transaction|startTransaction|connection)\(\)|(sql|query\()[`'](begin|commit|rollback|savepoint)\b/i
    expect(outside.filter((file) => statements.test(read(file)))).toEqual([])
  })
})

describe('scope first:', () => {
  const nameOf = (node: Node) => (node as { name?: string }).name
  const typeOf = (param: Node) => {
    const annotation = (param.typeAnnotation as { typeAnnotation?: Node } | undefined)?.typeAnnotation
    const [picked] = (annotation?.typeArguments as { params?: Node[] } | undefined)?.params ?? []
    const named = (type: Node | undefined) => nameOf((type?.typeName ?? {}) as Node)
    return named(annotation) === 'Pick' ? named(picked) : named(annotation)
  }
  const isScope = (param: Node | undefined) =>
    param !== undefined && (nameOf(param) === 'scope' || /^(Scope|Quiet)$/.test(typeOf(param) ?? ''))

  /** Functions that take the scope, but not first. */
  const lateScopes = (tree: Node) =>
    [...nodesOf(tree)]
      .filter(isFunction)
      .filter(({ params }) => (params as Node[]).slice(1).some(isScope))
      .map((node) => `a function at ${node.start}`)

  /** Statements that are sent to the database by a function that was given no scope. */
  const ambient = (node: Node, given = false): string[] => {
    const knows = given || (isFunction(node) && isScope((node.params as Node[])[0]))
    const sends = /^(execute|executeQuery|executeTakeFirst|executeTakeFirstOrThrow)$/.test(
      nameOfCall(node) ?? '',
    )
    return [
      ...(sends && !knows ? [`a query at ${node.start}`] : []),
      ...childrenOf(node).flatMap((one) => ambient(one, knows)),
    ]
  }

  test('whatever takes a scope takes it as its first argument', () => {
    expect(breaches(server, lateScopes)).toEqual([])
    expect(breachesIn('function find(id: string, scope: Scope) {}', lateScopes)).toHaveLength(1)
    expect(
      breachesIn("const find = (id: string, { now }: Pick<Scope, 'now'>) => now", lateScopes),
    ).toHaveLength(1)
  })

  test('whatever asks the database was given the scope that it asks in', () => {
    expect(breaches(stages, ambient)).toEqual([])
    expect(breachesIn('const all = () => db.selectFrom("needs").execute()', ambient)).toHaveLength(1)
    expect(
      breachesIn('const all = (scope: Scope) => scope.db.selectFrom("needs").execute()', ambient),
    ).toEqual([])
  })

  test('there is no ambient user, and no clock but the one that the house is given', () => {
    const ambientUser = server.filter((file) => importsOf(file).some(({ text }) => /async_hooks/.test(text)))
    expect(ambientUser).toEqual([])
    const house = server.filter((file) => !file.startsWith('src/platform/'))
    const looking = house.filter((file) => /new Date\(\)|Date\.now\(\)|performance\.now\(\)/.test(read(file)))
    expect(looking).toEqual(['src/app/cairn.ts'])
    expect(read('src/app/cairn.ts').match(/new Date\(\)/g)).toHaveLength(1)
  })
})

test('what browsers keep from pages that came by plain http is used where it may be missing, and nowhere else', () => {
  const kept = /\brandomUUID\(|\bcrypto\??\.subtle\b|\bnavigator\.(locks|clipboard)\b/
  const browser = code.filter((file) => isPage(file) || file === 'src/platform/http/call.ts')
  expect(browser.filter((file) => kept.test(read(file)))).toEqual([
    // Only where there was a fingerprint to share.
    'src/ground/files/web/alone.ts',
    'src/ground/files/web/fingerprint.ts',
    'src/loop/6-recognition/web/rewards/check-draw.tsx',
    // Only behind the look of the one before.
    'src/loop/6-recognition/web/rewards/recompute.ts',
    'src/platform/web/save.ts',
  ])
})

describe('facts speak forward:', () => {
  test('only src/record.ts writes facts, and only jobs run reactions', () => {
    const running = server.filter((file) => /\breaction\.run\(/.test(read(file)))
    expect(running).toEqual(['src/app/react.ts'])
  })

  test('every reaction of a module is plugged in, under a name of that module that no other has', () => {
    const named = server.flatMap((file) =>
      [...read(file).matchAll(/\breaction\(\s*'[^']+',\s*'([^']+)'/g)].map(([, name = '']) => ({
        file,
        name,
      })),
    )
    expect(named.length).toBeGreaterThan(40)
    expect(reactions.map(({ name }) => name).sort()).toEqual(named.map(({ name }) => name).sort())
    expect(new Set(named.map(({ name }) => name)).size).toBe(named.length)
    const elsewhere = named.filter(({ file, name }) => !file.includes(`${name.split('.')[0]}/`))
    expect(elsewhere).toEqual([])
  })
  test('everything that may happen is recorded somewhere', () => {
    const recorded = stages
      .filter((file) => /\brecord(All)?\(/.test(read(file)))
      .map(read)
      .join('\n')
    expect(Object.keys(facts).filter((type) => !recorded.includes(`'${type}'`))).toEqual([])
  })
})
