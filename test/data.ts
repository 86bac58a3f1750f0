import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url))

/** Why tests on real files are skipped; false where the files are there. */
export const noData: string | false = existsSync(folder) ? false : `the real files are not in ${folder}`

/** Where one of the real files or folders is. */
export const dataPath = (path: string): string => join(folder, path)

/** One of the real files that tests may read. */
export const dataFile = (path: string): Buffer => readFileSync(dataPath(path))

/** The names in one folder of the real files. */
export const dataNames = (path: string): string[] => readdirSync(dataPath(path)).sort()
