import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive, processName } from '../src/platform/lock.mjs'

/** Where Linux keeps files in memory. */
const memory = '/dev/shm'
const prefix = 'cairn-scratch-'

/** So much memory must be free, in bytes: a run of the tests never held a third of it. */
const room = 3 * 1024 ** 3

const refusals = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS']

/** Whether this process may write there, and run what it wrote: some mount it so that nothing can be run. */
function isUsable(base: string): boolean {
  const probe = join(base, `cairn-probe-${processName()}`)
  try {
    writeFileSync(probe, '', { mode: 0o700 })
    accessSync(probe, constants.X_OK)
    return true
  } catch (error) {
    if (refusals.includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  } finally {
    rmSync(probe, { force: true })
  }
}

/** Takes away what runs left that were killed outright: memory is too dear for it. */
function sweep(base: string): void {
  for (const name of readdirSync(base))
    if (name.startsWith(prefix) && !isAlive(name.slice(prefix.length)))
      rmSync(join(base, name), { recursive: true, force: true })
}

function hasRoom(base: string): boolean {
  if (!existsSync(base)) return false
  const { bavail, bsize } = statfsSync(base)
  return Math.min(bavail * bsize, freemem()) > room
}

export interface Scratch {
  folder: string
  /** Takes it away with all that is in it. */
  end: () => void
}

/** Makes a folder of this process in the first of the bases that can be used, or where others write for the moment. */
export function makeScratch(bases: readonly string[]): Scratch {
  const base = bases.find(isUsable) ?? tmpdir()
  sweep(base)
  const folder = join(base, `${prefix}${processName()}`)
  mkdirSync(folder)
  // The account that PostgreSQL runs as for root must be able to enter it.
  chmodSync(folder, 0o755)
  return { folder, end: () => rmSync(folder, { recursive: true, force: true }) }
}

let made: Scratch | undefined

/**
 * The folder for what this process and those that it starts write and nobody needs afterwards: in memory where there
 * is room, since to copy a database there costs a tenth.
 */
export const scratch = (): Scratch => (made ??= makeScratch([memory].filter(hasRoom)))
