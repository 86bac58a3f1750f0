import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { frugal } from '../src/platform/heap.mjs'

/** Starts a server of this folder in a process of its own and waits until it says that it is ready. */
export function startServer(file: string, env: Record<string, string>): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    env: { ...process.env, ...env },
    execArgv: frugal,
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready.`)))
  })
}

/** Ends a server started here and waits for its end. */
export const stopServer = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

export interface Memory {
  now: number
  peak: number
}

/** The resident memory of a process in megabytes, and the most it ever was; 0 where the system does not tell. */
export function memoryOf(child: ChildProcess): Memory {
  if (process.platform !== 'linux') return { now: 0, peak: 0 }
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  const megabytes = (name: string) =>
    Math.round(Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))?.[1] ?? 0) / 1024)
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
