import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { isCode, isTest, ourFiles, read, root } from './source.ts'

const files = ourFiles()
const generated = ['src/platform/db/tables.ts', 'docs/openapi.json']
const lengthOf = (file: string) => read(file).trimEnd().split('\n').length
const modules = [
  ...new Set(files.flatMap((file) => file.match(/^src\/(loop|ground|commons|edges)\/[^/]+/)?.[0] ?? [])),
]

/** The lines of `chosen` files that match, as `file:line: text`. */
function lines(chosen: (file: string) => boolean, pattern: RegExp): string[] {
  return files.filter(chosen).flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  )
}

test('no file of code or style is longer than 250 lines', () => {
  const long = files
    .filter((file) => (isCode(file) || file.endsWith('.css')) && !generated.includes(file))
    .filter((file) => lengthOf(file) > 250)
  expect(long.map((file) => `${file}: ${lengthOf(file)}`)).toEqual([])
})

test('a path is made from an address with fileURLToPath, so that the project may lie in a folder with spaces and accents', () => {
  expect(lines(isCode, /import\.meta\.url\)\.pathname/)).toEqual([])
})

test('folders are named after what they are about, not after kinds of code', () => {
  const kinds = /(^|\/)(utils?|helpers?|common|shared|types|services?|repositor(y|ies)|dtos?|models?|lib)\//
  expect(files.filter((file) => /^(src|bin|test|e2e|bench)\//.test(file) && kinds.test(file))).toEqual([])
})

test('a stage explains itself in at most 25 lines, under the same headings', () => {
  const wrong = modules.flatMap((folder) => {
    const readme = `${folder}/README.md`
    if (!existsSync(join(root, readme))) return [`${readme} is missing`]
    const text = read(readme)
    const missing = ['Purpose', 'Words', 'Tables', 'Records', 'Reacts to', 'Used by'].filter(
      (word) => !text.includes(word),
    )
    return [
      ...missing.map((word) => `${readme} does not say: ${word}`),
      ...(lengthOf(readme) > 25 ? [`${readme} has ${lengthOf(readme)} lines`] : []),
    ]
  })
  expect(wrong).toEqual([])
})

test('a front door has at most 12 exports', () => {
  const wide = modules
    .map((folder) => `${folder}/index.ts`)
    .filter((file) => files.includes(file))
    .map((file) => {
      const { staticExports } = parseSync(file, read(file)).module
      return { file, exports: staticExports.flatMap(({ entries }) => entries).length }
    })
  expect(wide.filter(({ exports }) => exports > 12)).toEqual([])
})

test('there are no barrels: nothing is re-exported whole', () => {
  const code = (file: string) => file.startsWith('src/') && isCode(file) && file !== 'src/ui/index.ts'
  expect(lines(code, /^export \* from/)).toEqual([])
})

test('there are no classes but kinds of errors', () => {
  const ours = (file: string) => isCode(file) && file.startsWith('src/')
  const classes = lines(ours, /^\s*(export )?(default )?(abstract )?class \w+/)
  expect(classes.filter((line) => !/ extends \w*Error\b/.test(line))).toEqual([])
})

test('nothing is switched off or left for later', () => {
  const ours = (file: string) => isCode(file) && file !== 'test/architecture.test.ts'
  expect(
    lines(ours, /@ts-(ignore|nocheck)|\b(TODO|FIXME|XXX)\b|\b(test|describe|it)\.(only|todo)\(/),
  ).toEqual([])
})

const ofTests = (file: string) =>
  isCode(file) && (isTest(file) || /^(test|e2e)\//.test(file)) && file !== 'test/architecture.test.ts'

test('tests, and what helps them, wait on a state, never for a time', () => {
  const sleep = /waitForTimeout\(|timers\/promises|=> setTimeout\(|poll\(\(\) => (Date|performance)\.now/
  expect(lines(ofTests, sleep)).toEqual([])
})

test('no test gives up within a minute: a machine may be as slow as it likes', () => {
  expect(lines(ofTests, /timeout: ([1-5]?\d_?\d{3}|\d{1,3})\b|^\s*\}, ([1-5]?\d_?)?\d{3}\)$/i)).toEqual([])
})
