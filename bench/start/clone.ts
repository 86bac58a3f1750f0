import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const patience = 10 * 60_000
const toEnd = 30_000

/** Who starts it and with what: the account, and what stands first on its PATH. */
export interface Newcomer {
  account?: { uid: number; gid: number; home: string }
  programs?: string
}

/** A fresh clone of what is committed, in an empty folder. */
export function cloneInto(folder: string): void {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder], { stdio: 'inherit' })
}

/** The environment of a shell that knows nothing of this run. */
function environment({ account, programs }: Newcomer): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|NODE_|PORT$|DATA_DIR$|DATABASE_URL$)/i.test(name),
  )
  const outside = (process.env.PATH ?? '').split(delimiter).filter((path) => !path.startsWith(root))
  return {
    ...Object.fromEntries(kept),
    PATH: [...(programs ? [programs] : []), ...outside].join(delimiter),
    ...(account && { HOME: account.home, USER: 'newcomer' }),
  }
}

export interface Running {
  port: number
  /** From the command to the first page that is answered, in milliseconds. */
  took: number
  child: ChildProcess
}

function run(folder: string, args: readonly string[], newcomer: Newcomer) {
  const { account } = newcomer
  const child = spawn('npm', args, {
    ...{ cwd: folder, env: environment(newcomer), stdio: ['ignore', 'pipe', 'pipe'] },
    // As a terminal does, which sends Ctrl-C to all of a group.
    detached: true,
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
  return { child, said: () => said }
}

/** `npm start` until it says where it is and its first page is answered. Throws what it said when it does not come so far. */
export async function start(folder: string, newcomer: Newcomer): Promise<Running> {
  const begun = performance.now()
  const { child, said } = run(folder, ['start'], newcomer)
  const late = AbortSignal.timeout(patience)
  const port = await new Promise<number>((resolve, reject) => {
    const fail = () => reject(new Error(`npm start in ${folder} did not come to be ready:\n${said()}`))
    child.once('exit', fail)
    late.addEventListener('abort', fail)
    child.stdout?.on('data', () => {
      const found = said().match(/http:\/\/localhost:(\d+)/)
      if (found) resolve(Number(found[1]))
    })
  })
  const { status } = await fetch(`http://localhost:${port}/`, { signal: late })
  if (status !== 200) throw new Error(`The first page was answered with ${status}.`)
  return { port, took: performance.now() - begun, child }
}

/** Ends it with Ctrl-C, or as the system does, which tells npm alone. Gives what is left of it: it should be nothing. */
export async function end(
  { child }: Running,
  signal: 'SIGINT' | 'SIGTERM',
  folder: string,
): Promise<string[]> {
  const gone = once(child, 'exit', { signal: AbortSignal.timeout(toEnd) })
  process.kill(signal === 'SIGINT' ? -(child.pid as number) : (child.pid as number), signal)
  await gone
  // npm does not wait for what it started.
  const until = performance.now() + toEnd
  while (leftIn(folder).length > 0 && performance.now() < until) await setTimeout(100)
  return leftIn(folder)
}

/** A file of the tests in a clone; gives the line that counts. */
export async function testOne(folder: string, file: string, newcomer: Newcomer): Promise<string> {
  const { child, said } = run(folder, ['test', '--', file], newcomer)
  const [code] = await once(child, 'exit')
  const line = said().match(/^\d+ passed, \d+ failed.*$/m)?.[0]
  if (code !== 0 || !line) throw new Error(`npm test in ${folder} ended with ${code}:\n${said()}`)
  return line
}

/** The processes that work in a folder or were started from it. */
function leftIn(folder: string): string[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const command = tell(() => readFileSync(join('/proc', pid, 'cmdline'), 'utf8').replaceAll('\0', ' '))
      const place = tell(() => readlinkSync(join('/proc', pid, 'cwd')))
      return command.includes(folder) || place.startsWith(folder) ? [`${pid} ${command}`] : []
    })
}

/** What the system tells of a process; nothing of one that is gone, or is somebody else's. */
function tell(read: () => string): string {
  try {
    return read()
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return ''
    throw error
  }
}
