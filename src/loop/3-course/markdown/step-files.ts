import { nameOf } from './beside.ts'

/** A file's name without folders and ending. */
export const stemOf = (path: string): string => nameOf(path).replace(/\.\w+$/, '')

const withoutEnding = (path: string) => path.replace(/\.(md|markdown|html?|rmd)$/i, '')

/** A path without `.` and `..`, as far as they lead to something. */
function plain(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/**
 * Finds the step that a file becomes: by its path, as it is written in another file, then by its name alone, since who
 * chooses files gives no folders and a site's addresses are not its folders. An empty path is the file itself.
 */
export function stepsByFile(
  ids: ReadonlyMap<string, string>,
): (from: string, path: string) => string | undefined {
  const byPath = new Map<string, string>()
  const byName = new Map<string, string>()
  for (const [path, id] of ids) {
    byPath.set(withoutEnding(plain(path)), id)
    if (!byName.has(stemOf(path))) byName.set(stemOf(path), id)
  }
  return (from, path) => {
    if (path === '') return ids.get(from)
    const folder = from.slice(0, from.length - nameOf(from).length)
    const whole = withoutEnding(plain(path.startsWith('/') ? path : folder + path))
    return byPath.get(whole) ?? byName.get(nameOf(whole))
  }
}
