import { spawn, spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isRunning } from '../lock.mjs'
import { explained, type PostgresHome } from './postgres-home.ts'

/** The PostgreSQL that runs on a cluster, as its own postmaster.pid tells. */
export interface RunningServer {
  pid: number
  port: number
  status: string
}

/**
 * Megabytes that PostgreSQL keeps pages in: an eighth of the memory this machine, or the container we run in, has, since
 * the server and its threads share it; at least PostgreSQL's own default, and no more than a company of 100,000 fills.
 */
function sharedBuffers(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  return Math.round(Math.min(1024, Math.max(128, memory / 8 / 2 ** 20)))
}

const common = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: `${sharedBuffers()}MB`,
  max_connections: '120',
  huge_pages: 'off',
  jit: 'off',
  log_timezone: 'UTC',
  timezone: 'UTC',
}
// What a power cut would lose is of no value in a test, whose few rows need little room.
const hasty = { shared_buffers: '128MB', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
const largestLog = 5 * 1024 * 1024

/** The text of a file; '' when it is not there, or not any more. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return ''
    throw error
  }
}

const noted = (cluster: string) => textOf(join(cluster, 'postmaster.pid')).split('\n')

/** The server of a cluster; null when none runs. The file alone proves nothing: its process may be another one now. */
export function runningServer(cluster: string): RunningServer | null {
  const lines = noted(cluster)
  const pid = Number(lines[0])
  if (!(pid > 0) || !isRunning(pid) || !servesCluster(pid, cluster)) return null
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? 'starting' }
}

function servesCluster(pid: number, cluster: string): boolean {
  const command = textOf(`/proc/${pid}/cmdline`)
  if (!command) {
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
      cluster,
    )
  }
  if (command.split('\0').includes(cluster)) return true
  try {
    // The folder was moved while the server ran.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch (error) {
    if (['EACCES', 'ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/**
 * PostgreSQL replaces the file of a server that is gone, but not when another process has its number now (after a
 * power cut, in a container): it would refuse to start for ever.
 */
function forgetWrongServer(cluster: string): void {
  const pid = Number(noted(cluster)[0])
  if (pid > 0 && existsSync(`/proc/${pid}`) && !runningServer(cluster))
    rmSync(join(cluster, 'postmaster.pid'))
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts a server on the cluster and waits until it takes connections. Throws with the end of its log. */
export async function startServer(
  home: PostgresHome,
  { hurry, port }: { hurry: boolean; port?: number },
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const { server, said } = await launch(home, port ?? (await freePort()), hurry)
    if (server) return server
    const taken = /Address already in use/.test(said) && !port
    // After a kill -9 of the server its last processes take a moment to go.
    const lingering = /shared memory block .* still in use/.test(said)
    if (attempt < 20 && (taken || lingering)) await pause(100)
    else throw explained(new Error(`PostgreSQL did not start. Its log ends:\n${said}`), home.folder)
  }
}

async function launch(home: PostgresHome, port: number, hurry: boolean) {
  forgetWrongServer(home.cluster)
  const settings = Object.entries({ ...common, ...(hurry && hasty) })
  const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { log, start } = openLog(home.folder)
  const child = spawn(join(home.bin, 'postgres'), ['-D', home.cluster, '-p', String(port), ...flags], {
    cwd: home.folder,
    stdio: ['ignore', log, log],
    // A process group of its own, so that Ctrl-C does not end it before those who use it.
    detached: true,
    ...home.account,
  })
  closeSync(log)
  let over: Error | true | undefined
  child.once('error', (error) => (over = error)).once('exit', () => (over = true))
  child.unref()
  while (!over) {
    const server = runningServer(home.cluster)
    if (server?.status === 'ready') return { server, said: '' }
    await pause(20)
  }
  const said =
    over === true ? readFileSync(join(home.folder, 'server.log')).subarray(start).toString() : over.message
  return { server: null, said: said.trim().split('\n').slice(-12).join('\n') }
}

function openLog(folder: string) {
  const file = join(folder, 'server.log')
  if (existsSync(file) && statSync(file).size > largestLog) renameSync(file, `${file}.1`)
  const log = openSync(file, 'a', 0o600)
  return { log, start: statSync(file).size }
}

/** Asks a server to end its connections and stop, and waits for it; true when it is gone within `patience` ms. */
export async function stopServer(cluster: string, patience = 60_000): Promise<boolean> {
  const server = runningServer(cluster)
  if (!server) return true
  process.kill(server.pid, 'SIGINT')
  for (const end = Date.now() + patience; Date.now() < end; await pause(20)) {
    if (!isRunning(server.pid)) return true
  }
  return false
}
