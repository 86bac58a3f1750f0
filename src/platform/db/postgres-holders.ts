import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isAlive, processName, withLock } from '../lock.mjs'
import { stopServer } from './postgres-server.ts'

// Reads until the process at the other end of the pipe is gone, however it went. A shell, because it waits for as
// long as the server lives and should cost nothing meanwhile.
const watchdog = `
while read -r line; do if [ "$line" = released ]; then exit 0; fi; done
exec "$@"
`
const releaseScript = fileURLToPath(new URL('./release-postgres.ts', import.meta.url))

const holdersOf = (folder: string) => join(folder, 'holders')

/** Runs `work` while nobody else prepares, starts or stops the PostgreSQL kept in `folder`. */
export const withPostgresLock = <T>(folder: string, work: () => Promise<T>): Promise<T> =>
  withLock(join(folder, 'lock'), work)

let held = 0

/** A use of the PostgreSQL of a folder by this process. */
export interface Hold {
  /** Ends it. Call it under the lock. */
  end: () => void
}

/**
 * Registers a use of the PostgreSQL kept in `folder`. Should this process be killed, a small shell that waited for
 * its end lets go in its place, so that no server is left behind.
 */
export function hold(folder: string, cluster: string): Hold {
  held += 1
  const name = `${processName()}-${held}`
  mkdirSync(holdersOf(folder), { recursive: true })
  const file = join(holdersOf(folder), name)
  writeFileSync(file, '')
  const guard = spawn('sh', ['-c', watchdog, 'sh', process.execPath, releaseScript, folder, cluster], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
    detached: true,
    env: { PATH: process.env.PATH },
  })
  guard.unref()
  const { stdin } = guard
  // A guard that was killed cannot be told; the process's own end is then all that stops the server.
  stdin.on('error', () => rmSync(file, { force: true }))
  if ('unref' in stdin) (stdin as { unref: () => void }).unref()
  return {
    end: () => {
      stdin.end('released\n')
      rmSync(file, { force: true })
    },
  }
}

/** Whether a living process uses the PostgreSQL of `folder`; forgets those that are gone. */
function isHeld(folder: string): boolean {
  const names = readdirSync(holdersOf(folder))
  const living = names.filter(isAlive)
  for (const gone of names.filter((name) => !living.includes(name)))
    rmSync(join(holdersOf(folder), gone), { force: true })
  return living.length > 0
}

/** Stops the PostgreSQL of a folder unless somebody uses it; false when it does not stop. Call it under the lock. */
export async function stopUnlessHeld(folder: string, cluster: string): Promise<boolean> {
  return isHeld(folder) || (await stopServer(cluster))
}
