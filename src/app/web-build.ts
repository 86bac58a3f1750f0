import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Log } from '#platform/log'
import type { Shutdown } from '#platform/process'
import { isAlive, processName, withLock } from '../platform/lock.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const built = join(root, 'dist', 'web')
const stamp = join(built, '.stamp')
// A process builds into a folder that bears its name: one that was cut off never mixes with the next.
const nextPrefix = `${basename(built)}.next-`
const builder = fileURLToPath(new URL('./web-build-process.ts', import.meta.url))
type Ending = Pick<Shutdown, 'add'>
// Files that the client never imports. Every other file under src may be in it, so a change to it means a build.
const serverOnly = /(\.test\.tsx?|\.md)$|^(routes|queries|reactions|jobs)\.ts$/

/** What the build is made from: the text of its sources and the installed packages. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'package.json', 'vite.config.ts'])
    hash.update(readFileSync(join(root, file)))
  const source = join(root, 'src')
  const entries = readdirSync(source, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !serverOnly.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(source, 'platform', 'db')))
  for (const path of paths.sort()) hash.update(`\n${path.slice(source.length)}\n`).update(readFileSync(path))
  return hash.digest('hex')
}

const isFresh = (wanted: string) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

/** The client could not be built; the message holds what the build said, or what stands in its way. */
export class BuildError extends Error {}

/**
 * Builds the web client when its sources changed since the last build. The old build stays in place until the new
 * one is whole; two that ask at once build once, and what `shutdown` ends is no longer built. Throws BuildError when
 * it fails.
 */
export async function buildIfStale(log: Log, shutdown?: Ending): Promise<void> {
  const wanted = fingerprint()
  if (isFresh(wanted)) return
  try {
    await withLock(join(root, '.cache', basename(built)), async () => {
      if (!isFresh(wanted)) await build(wanted, log, shutdown)
    })
  } catch (error) {
    throw explained(error)
  }
}

async function build(wanted: string, log: Log, shutdown?: Ending): Promise<void> {
  log.info('Building the web client...')
  const [next, old] = [join(dirname(built), `${nextPrefix}${processName()}`), `${built}.old`]
  sweep()
  const { code, output } = await run(next, shutdown)
  if (code !== 0) throw new BuildError(`The web client could not be built:\n${output}`)
  writeFileSync(join(next, '.stamp'), wanted)
  rmSync(old, { recursive: true, force: true })
  if (existsSync(built)) renameSync(built, old)
  renameSync(next, built)
  rmSync(old, { recursive: true, force: true })
}

/** Takes away what processes left that were killed while they built. */
function sweep(): void {
  const folder = dirname(built)
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.startsWith(nextPrefix) && !isAlive(name.slice(nextPrefix.length)))
      // Whoever wrote there may be about to end.
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 })
}

/** A service often runs as a user who may not write the project's folder. */
function explained(error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code)) return error
  return new BuildError(
    `The web client must be built anew, and nothing can be written in ${root} (${message}). ` +
      'Make room or give the right, or run npm start once as the user who owns that folder.',
    { cause: error },
  )
}

/** Builds into a folder, in a process that ends with this one. A build that failed leaves nothing. */
function run(into: string, shutdown?: Ending): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [builder, into], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const ended = new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code !== 0) rmSync(into, { recursive: true, force: true })
      resolve({ code, output })
    })
  })
  shutdown?.add(async () => {
    child.kill('SIGTERM')
    await Promise.allSettled([ended])
  })
  return ended
}
