import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reactions } from '#app/modules.ts'
import { facts } from '#facts'
import { importsOf, isCode, isTest, ourFiles, read } from './source.ts'
import { nameOfCall, nodesOf, treeOf } from './syntax.ts'
import { sectionOf } from './written.ts'

/** What the documentation says of paths, commands and modules is so. */
const files = ourFiles()
const pages = files.filter((file) => file.endsWith('.md') && !/^(content\/|BENCHMARKS\.md$)/.test(file))
const spans = (file: string) => [...read(file).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text)

test('every path and file that the documentation names is there', () => {
  const isPath = (text: string) => /^(\.\/)?[\w./{},-]+(\.(ts|tsx|mjs|md|sql|json|css)|\/)$/.test(text)
  const isMade = (text: string) => /NN|<|\{|\.\.\.|^(node_modules|\.data|web)\/|^\/api\//.test(text)
  const isThere = (text: string) =>
    files.some((file) => file === text || file.startsWith(text) || file.includes(`/${text}`)) ||
    files.some((file) => basename(file) === text)
  const missing = pages.flatMap((page) =>
    spans(page)
      .filter((text) => isPath(text) && !isMade(text) && !isThere(text))
      .map((text) => `${page}: ${text}`),
  )
  expect(missing).toEqual([])
  const numbered = pages.flatMap((page) =>
    [...read(page).matchAll(/docs\/decisions\/(\d{4})/g)].map(([, number = '']) => ({ page, number })),
  )
  const unknown = numbered.filter(
    ({ number }) => !files.some((file) => file.startsWith(`docs/decisions/${number}-`)),
  )
  expect(unknown).toEqual([])
})

test('every link of the documentation leads to a file', () => {
  const broken = pages.flatMap((page) => {
    const folder = page.slice(0, page.length - basename(page).length)
    return [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, to = '']) => to)
      .filter((to) => !/^[a-z]+:/.test(to) && !files.some((file) => file.startsWith(`${folder}${to}`)))
      .map((to) => `${page}: ${to}`)
  })
  expect(broken).toEqual([])
})

test('the tree of ARCHITECTURE.md is the tree', () => {
  const [, tree = ''] = read('ARCHITECTURE.md').split('```')
  const named = tree
    .split('\n')
    .flatMap((line) => (line.split(/ {2,}/)[0] ?? '').split(/ (?:and )?(?=src|e2e|bench)|, /))
    .map((path) => path.replace(/ \.\.\. .*/, '').trim())
    .filter(Boolean)
  expect(named.length).toBeGreaterThan(15)
  const missing = named.filter(
    (path) => !files.some((file) => file.startsWith(path) || file.includes(`/${path}/`)),
  )
  expect(missing).toEqual([])
})

test('every command of the documentation is one, and each runs on the project’s own Node.js', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const [, known = ''] = read('bin/cairn.mjs').match(/const entries = \{([^}]+)\}/) ?? []
  for (const [name, script] of Object.entries(scripts)) {
    expect(script).toBe(`node bin/cairn.mjs ${name}`)
    expect(known).toContain(`${name.includes(':') ? `'${name}'` : name}: `)
  }
  const asked = pages.flatMap((page) =>
    [...read(page).matchAll(/\bnpm (?:run ([\w:]+)|(start|test)\b)/g)].map(
      ([, run, own]) => run ?? own ?? '',
    ),
  )
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter((name) => !(name in scripts))).toEqual([])
  expect(Object.keys(scripts).filter((name) => !asked.includes(name))).toEqual([])
})

describe.each(files.filter((file) => /^src\/(ground|loop|commons)\/[\w-]+\/README\.md$/.test(file)))(
  '%s',
  (readme) => {
    const folder = readme.replace('README.md', '')
    const code = files.filter((file) => file.startsWith(folder) && isCode(file) && !isTest(file))

    /** Facts as a line names them: `need.raised, .changed` stands for both. */
    const named = (section: string) => {
      let subject = ''
      return [...sectionOf(read(readme), section).matchAll(/\b([a-z]+)\.([a-z-]+)|(?<=[\s(])\.([a-z-]+)/g)]
        .map(([, whole, name, rest]) => {
          subject = whole ?? subject
          return `${subject}.${name ?? rest}`
        })
        .sort()
    }

    test('says what the module records', () => {
      const recording = code.filter((file) =>
        /import \{[^}]*\brecord(All)?\b[^}]*\} from '#record'/.test(read(file)),
      )
      const recorded = recording.flatMap((file) => {
        const nodes = [...nodesOf(treeOf(file))]
        // What is reacted to, and the code of a refusal, may be called like a fact.
        const others = nodes.filter((node) => /^(reaction|conflict)$/.test(nameOfCall(node) ?? ''))
        const passed = new Set(others.flatMap((node) => node.arguments as unknown[]))
        return nodes.flatMap((node) =>
          typeof node.value === 'string' && node.value in facts && !passed.has(node) ? [node.value] : [],
        )
      })
      expect(named('Records')).toEqual([...new Set(recorded)].sort())
    })

    test('says what the module reacts to', () => {
      const own = reactions.filter(({ name }) => name.startsWith(`${folder.match(/(\w+)\/$/)?.[1]}.`))
      expect(named('Reacts to')).toEqual([...new Set(own.map(({ on }) => on as string))].sort())
    })

    test('says which modules use it', () => {
      const moduleOf = (file: string) =>
        file.match(/^src\/(?:ground|loop|commons)\/([\w-]+)\/|^src\/(app)\//)?.slice(1)
      const users = files
        .filter(
          (file) => file.startsWith('src/') && isCode(file) && !isTest(file) && !file.startsWith(folder),
        )
        .filter((file) => importsOf(file).some(({ to }) => to.startsWith(folder)))
        .flatMap((file) => moduleOf(file) ?? [])
        .filter(Boolean)
      const said = sectionOf(read(readme), 'Used by').replace(/\([^)]*\)/g, '')
      expect(
        said
          .split(/,\s*/)
          .map((name) => name.trim())
          .sort(),
      ).toEqual([...new Set(users)].sort())
    })
  },
)
