import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url))

/** Why tests on real files are skipped; false where the files are there. */
export const noData: string | false = existsSync(folder) ? false : `the real files are not in ${folder}`

/** One of the real files that tests may read. */
export const dataFile = (path: string): Buffer => readFileSync(join(folder, path))

/** The names in one folder of the real files. */
export const dataNames = (path: string): string[] => readdirSync(join(folder, path)).sort()
