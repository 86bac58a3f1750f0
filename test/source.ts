import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const root = fileURLToPath(new URL('../', import.meta.url))

/** One import of one file. */
export interface Import {
  /** `src/loop/1-need/need.ts` */
  from: string
  /** A file of ours as above; otherwise what was written: `zod`, `node:fs`. */
  to: string
  /** As written. */
  text: string
  /** Erased before the program runs. */
  isType: boolean
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** What .gitignore names, each as the end of a file's or folder's name: there it is names, and `*` with an end. */
const ignored = read('.gitignore').trim().split('\n')
const isOurs = (name: string): boolean =>
  name !== '.git' &&
  !ignored.some((line) =>
    line.startsWith('*') ? name.endsWith(line.slice(1)) : line.replace('/', '') === name,
  )

/** Every file of ours by its path from the root, in order. Git is not asked: there may be only an archive of the source. */
export function ourFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => isOurs(name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      return entry.isDirectory() ? ourFiles(path) : [path]
    })
    .sort()
}

export const isCode = (file: string): boolean => /\.(ts|tsx|mjs)$/.test(file) && !/\.d\.m?ts$/.test(file)
export const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)

const mapping: [string, string][] = Object.entries(JSON.parse(read('package.json')).imports)

/** Where a specifier leads, as Node.js resolves it by package.json. */
function resolveImport(from: string, text: string): string {
  if (text.startsWith('.')) return normalize(join(dirname(from), text))
  for (const [pattern, target] of text.startsWith('#') ? mapping : []) {
    const [head = '', tail] = pattern.split('*')
    if (tail === undefined && text === pattern) return normalize(target)
    if (tail === undefined || !text.startsWith(head)) continue
    return normalize(target.replace('*', text.slice(head.length, text.length - tail.length)))
  }
  return text
}

/** What a file imports or re-exports, statically or not. */
export function importsOf(file: string): Import[] {
  const source = read(file)
  const { module, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const found = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      text: moduleRequest.value,
      isType: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports
      .flatMap(({ entries }) => entries)
      .flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ text: moduleRequest.value, isType }] : [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      text: source.slice(start + 1, end - 1),
      isType: false,
    })),
  ]
  return found.map(({ text, isType }) => ({
    from: file,
    to: resolveImport(file, text.replace(/\?.*$/, '')),
    text,
    isType,
  }))
}
