import { spawnSync } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
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

const mounts = '/proc/mounts'

/**
 * Takes a folder away with all that is in it. A disk that a test had mounted there, and did not come to unmount, is
 * let go first, though a program that is about to end may still hold it.
 */
function takeAway(folder: string): void {
  const places = existsSync(mounts) ? readFileSync(mounts, 'utf8').split('\n') : []
  for (const [, place = ''] of places.map((line) => line.split(' ')))
    if (place.startsWith(`${folder}/`)) spawnSync('umount', ['--lazy', place])
  rmSync(folder, { recursive: true, force: true })
}

/** Takes away what runs left that were killed outright: memory is too dear for it. */
function sweep(base: string): void {
  for (const name of readdirSync(base))
    if (name.startsWith(prefix) && !isAlive(name.slice(prefix.length))) takeAway(join(base, name))
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
  return { folder, end: () => takeAway(folder) }
}

let made: Scratch | undefined

/**
 * The folder for what this process and those that it starts write and nobody needs afterwards: in memory where there
 * is room, since to copy a database there costs a tenth.
 */
export const scratch = (): Scratch => (made ??= makeScratch([memory].filter(hasRoom)))
