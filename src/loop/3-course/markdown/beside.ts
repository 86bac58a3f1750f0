import { longestSide, mostPixels } from '#files/contract.ts'
import { type FileUse, fits } from '../document/uses.ts'
import type { Refusal, Values } from './report.ts'

/** The files that stand beside the Markdown. Names are paths, as far as they are known. */
export interface Beside {
  /** The ids of those that can be used. */
  assets: Record<string, string>
  /** What their content is, by id; a file of unknown content is taken for what it is used as. */
  mediaTypes?: ReadonlyMap<string, string>
  /** Those that cannot be used, and why. */
  refused?: Record<string, Refusal>
  /** How large a file may be, in millions of bytes. */
  limit?: number
}

/** A file that Markdown uses: its id, or the message for why it cannot be used. */
export type Found = { asset: string } | { code: string; values: Values }

/** The last part of a path. */
export const nameOf = (path: string): string => path.split('/').at(-1) ?? ''

const indexes = new WeakMap<object, Map<string, string[]>>()

/** The paths of files by their last part: Markdown may name thousands, beside thousands that are there. */
function indexOf(files: Record<string, unknown>): Map<string, string[]> {
  const known = indexes.get(files)
  if (known) return known
  const index = new Map<string, string[]>()
  for (const path of Object.keys(files)) {
    const paths = index.get(nameOf(path))
    if (paths) paths.push(path)
    else index.set(nameOf(path), [path])
  }
  indexes.set(files, index)
  return index
}

/** Looks for a file by the path that Markdown gives, then by its name alone: who chooses files gives no folders. */
function lookUp<Value>(files: Record<string, Value>, path: string): Value | undefined {
  const paths = indexOf(files).get(nameOf(path)) ?? []
  const found = Object.hasOwn(files, path)
    ? path
    : (paths.find((one) => one.endsWith(`/${path}`)) ?? paths[0])
  return found === undefined ? undefined : files[found]
}

export function findBeside(beside: Beside, path: string, use: FileUse): Found {
  const values = { name: path.slice(0, 200), use }
  const missing = use === 'image' ? 'image.missing' : 'file.missing'
  if (path === '') return { code: missing, values }
  const asset = lookUp(beside.assets, path)
  if (asset !== undefined) {
    const type = beside.mediaTypes?.get(asset)
    return type === undefined || fits(use, type) ? { asset } : { code: 'file.other-use', values }
  }
  const why = beside.refused && lookUp(beside.refused, path)
  if (why) {
    const most = { limit: beside.limit ?? 0, pixels: mostPixels / 1_000_000, side: longestSide }
    return { code: `file.${why}`, values: { ...values, ...most } }
  }
  return { code: missing, values }
}
