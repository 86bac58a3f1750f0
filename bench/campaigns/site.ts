import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import type { Cairn } from '#app/cairn.ts'
import type { Loaded } from '../load.ts'
import { quantile } from '../review/measures.ts'
import { type Reads, readEvenly } from '../steady.ts'
import { type Beside, size } from './report.ts'

/** The site, and what its visitors read of it: home, needs, a step of a course, a search. */
export async function openSite(cairn: Cairn, { cookie, courseId, stepId }: Loaded) {
  const server = serve({ fetch: cairn.app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
  const pages = ['/feed', '/needs?limit=4', `/courses/${courseId}/steps/${stepId}`, '/search?q=zero']
  const read = (seconds = size.seconds) =>
    readEvenly(
      pages.map((page) => base + page),
      { cookie, seconds, rate: size.rate },
    )
  return { read, close: () => server.close() }
}

type Site = Awaited<ReturnType<typeof openSite>>

const warmUp = 3
const middle = (reads: readonly Reads[]): Reads => ({
  median: quantile(
    reads.map(({ median }) => median).sort((a, b) => a - b),
    0.5,
  ),
  p99: quantile(
    reads.map(({ p99 }) => p99).sort((a, b) => a - b),
    0.5,
  ),
})

/**
 * Reads of the site alone and beside work that goes on until they are over, in turns, each once it is under way: of each the
 * turn in the middle, so that what else this machine does for a moment counts for neither.
 */
export async function measureBeside(
  { read }: Site,
  work: (isOver: () => boolean) => Promise<void>,
): Promise<Beside> {
  const [alone, beside]: [Reads[], Reads[]] = [[], []]
  for (let turn = 0; turn < size.turns; turn += 1) {
    await read(warmUp)
    alone.push(await read())
    let isOver = false
    const readBeside = async () => {
      await read(warmUp)
      beside.push(await read())
    }
    await Promise.all([
      readBeside().finally(() => {
        isOver = true
      }),
      work(() => isOver),
    ])
  }
  return { alone: middle(alone), beside: middle(beside) }
}

/** Keeps one processor busy with nothing, until it is over: what any work costs those beside it on this machine. */
export async function burn(isOver: () => boolean): Promise<void> {
  const child = spawn(process.execPath, ['-e', 'for (;;);'])
  try {
    while (!isOver()) await pause(200)
  } finally {
    child.kill()
  }
}
