import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runningServer } from '#platform/db/postgres-server'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Cairn in a process of its own, started as `npm start` starts it. */
export interface Server {
  url: string
  process: ChildProcess
  /** All it has written so far, to its output and its log. */
  said: () => string
  /** Sends a signal and waits for the end; gives the exit code, null when the signal itself ended it. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** A port that nobody listens on at this moment. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Starts a process with these settings. It may refuse to start: `said` and `ended` then tell why. */
export function launchServer(settings: Record<string, string>) {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, [join(root, 'bin/start.ts')], {
    cwd: root,
    // The channel tells it when the tests were ended from outside: it ends too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH, HOME, NODE_COMPILE_CACHE, ...settings },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, ended, said: () => text }
}

/** Starts a server and waits until it says where it is; throws with all it said when it ends instead. */
export async function startServer(settings: Record<string, string>): Promise<Server> {
  const { child, ended, said } = launchServer(settings)
  const ready = Promise.withResolvers<string>()
  child.stdout?.on('data', () => {
    const url = said().match(/Cairn is ready: (\S+)/)?.[1]
    if (url) ready.resolve(url)
  })
  void ended.then((code) => ready.reject(new Error(`The server ended with ${code}:\n${said()}`)))
  const end = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { url: await ready.promise, process: child, said, end }
}

/** The embedded database of a data folder that a server runs on, as its owner; and the process that serves it. */
export function databaseOf(dataDir: string): { url: string; pid: number } {
  const folder = join(dataDir, 'postgres')
  const server = runningServer(join(folder, 'cluster'))
  if (!server) throw new Error(`No PostgreSQL runs on ${folder}.`)
  const password = readFileSync(join(folder, 'password'), 'utf8')
  return { url: `postgres://cairn:${password}@127.0.0.1:${server.port}/cairn`, pid: server.pid }
}

/** A stream of live hints as a browser has it. */
export interface Stream {
  status: number
  /** The words heard so far, in order. */
  heard: string[]
  /** What it was told beside words: that it is to give way. */
  told: string[]
  /** How it ended: 'ended' when the server ended it in order, else what broke. */
  ended: Promise<string>
  close: () => void
}

/** Opens the stream of live hints of whoever has this cookie and reads since `ago` milliseconds; waits until it has begun. */
export async function listenAt(url: string, cookie: string, ago?: number): Promise<Stream> {
  const closing = new AbortController()
  const response = await fetch(`${url}/api/live${ago ? `?ago=${ago}` : ''}`, {
    headers: { cookie },
    signal: closing.signal,
  })
  const heard: string[] = []
  const told: string[] = []
  const read = async () => {
    let text = ''
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      const lines = `${text}${chunk}`.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) {
        if (line.startsWith('event: ')) told.push(line.slice(7))
        if (line.startsWith('data: '))
          heard.push(...((JSON.parse(line.slice(6)) as { topics?: string[] }).topics ?? []))
      }
    }
  }
  const ended = read().then(
    () => 'ended',
    (error: Error) => error.message,
  )
  return { status: response.status, heard, told, ended, close: () => closing.abort() }
}
