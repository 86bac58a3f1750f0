import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createLog } from '#platform/log'
import { type Shutdown, shutdownOnSignals } from '#platform/process'
import { scratch } from './scratch.ts'

/** One thing that is checked: passed when its program ends with 0. */
export interface Part {
  name: string
  command: readonly string[]
  env?: Record<string, string>
}

/** How many tests or checks passed, failed, were skipped. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
  /** What failed, each with what it said: told again at the end, where it is found. */
  failures: readonly string[]
}

const root = fileURLToPath(new URL('..', import.meta.url))
const running = new Set<ReturnType<typeof spawn>>()
let shutdown: Shutdown | undefined

/** However this process ends, the programs that it started end first, and then what they wrote for the moment goes. */
function ending(): Shutdown {
  if (shutdown) return shutdown
  shutdown = shutdownOnSignals(createLog('info'))
  shutdown.add(scratch().end)
  shutdown.add(async () => {
    const ends = [...running].map((child) => once(child, 'exit'))
    for (const child of running) child.kill('SIGTERM')
    await Promise.all(ends)
  })
  return shutdown
}

/** Runs a program in the project's folder to its end. With `show` what it says appears at once, else it is kept. */
export async function run(part: Part, show: boolean): Promise<{ code: number; output: string }> {
  ending()
  const [program = '', ...args] = part.command
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    // What is kept is shown later among other lines: without colours.
    env: {
      ...process.env,
      TMPDIR: scratch().folder,
      ...(!show && { FORCE_COLOR: '0' }),
      ...part.env,
    },
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  try {
    const [code] = await once(child, 'close')
    return { code: code ?? 1, output }
  } catch (error) {
    return { code: 127, output: `${program} could not be started: ${(error as Error).message}` }
  } finally {
    running.delete(child)
  }
}

export const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Runs the parts, two at a time, and says of each how it went and, when it failed, what it said. */
export async function runParts(parts: readonly Part[]): Promise<Tally> {
  const tally = { passed: 0, failed: 0, skipped: 0, failures: [] as string[] }
  const waiting = [...parts]
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const begun = performance.now()
      const { code, output } = await run(part, false)
      tally[code === 0 ? 'passed' : 'failed'] += 1
      console.log(
        `${code === 0 ? 'ok    ' : 'FAILED'}  ${part.name.padEnd(24)} ${seconds(begun).padStart(7)}`,
      )
      if (code === 0) continue
      console.log(output.trimEnd().replace(/^/gm, '        '))
      tally.failures.push(part.name)
    }
  }
  await Promise.all([work(), work()])
  return tally
}

/** Says what failed and, last, the one plain line; ends the process: badly when anything failed. */
export function finish(tallies: readonly Tally[]): Promise<never> {
  const sum = (of: 'passed' | 'failed' | 'skipped') => tallies.reduce((total, tally) => total + tally[of], 0)
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''
  const failures = tallies.flatMap((tally) => tally.failures)
  if (failures.length > 0) console.log(`What failed:\n${failures.join('\n').replace(/^/gm, '  ')}\n`)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped}`)
  return ending().run(sum('failed') > 0 ? 1 : 0)
}
