import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresHome } from './postgres-home.ts'

/** Whether a process with this id lives; one of another user lives too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The running PostgreSQL of a home, as it says itself; null when none runs. */
export function runningServer(home: PostgresHome): { pid: number; port: number } | null {
  let lines: string[]
  try {
    lines = readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return pid > 0 && port > 0 && isAlive(pid) ? { pid, port } : null
}

/** Runs `work` while no other process prepares, starts or stops the PostgreSQL of this home. */
export async function withLock<T>(home: PostgresHome, work: () => Promise<T>): Promise<T> {
  const file = join(home.folder, 'lock')
  for (let tries = 0; !take(file); tries += 1) {
    if (tries > 1200) throw new Error(`Another process has held ${file} for a minute. Is it stuck?`)
    await pause(50)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const holder = Number(readFileSync(file, 'utf8'))
  if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true })
  return false
}

const folderOf = (home: PostgresHome) => join(home.folder, 'holders')

/** Whether any other living process uses the PostgreSQL of this home; forgets those that are gone. */
export function hasOtherHolders(home: PostgresHome): boolean {
  const others = readdirSync(folderOf(home)).filter((name) => name !== String(process.pid))
  const living = others.filter((name) => isAlive(Number(name)))
  for (const gone of others.filter((name) => !living.includes(name)))
    rmSync(join(folderOf(home), gone), { force: true })
  return living.length > 0
}

// Reads until this process is gone, however it went; then the last one out turns off the light.
const watchdog = `
while read -r line; do if [ "$line" = released ]; then exit 0; fi; done
rm -f "$1/$2"
for holder in "$1"/*; do
  pid=\${holder##*/}
  if [ -e "$holder" ] && { kill -0 "$pid" 2>/dev/null || [ -d "/proc/$pid" ]; }; then exit 0; fi
done
if [ -r "$3" ]; then kill -INT "$(head -n 1 "$3")"; fi
`

/**
 * Registers this process as a user of the PostgreSQL of this home and ties them together: should the process be
 * killed, a small shell that waited for its end stops PostgreSQL. Returns the orderly way to let go.
 */
export function hold(home: PostgresHome): () => void {
  const folder = folderOf(home)
  mkdirSync(folder, { recursive: true })
  const file = join(folder, String(process.pid))
  writeFileSync(file, '')
  const guard = spawn(
    'sh',
    ['-c', watchdog, 'cairn-watchdog', folder, String(process.pid), join(home.cluster, 'postmaster.pid')],
    { stdio: ['pipe', 'ignore', 'ignore'], detached: true },
  )
  guard.unref()
  const { stdin } = guard
  if ('unref' in stdin) (stdin as { unref: () => void }).unref()
  return () => {
    stdin.end('released\n')
    rmSync(file, { force: true })
  }
}
