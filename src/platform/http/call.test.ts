import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { call } from './call.ts'
import { endpoint } from './endpoint.ts'

/** What a call makes of a line that breaks. */
const undo: (() => unknown)[] = []

afterEach(async () => {
  vi.unstubAllGlobals()
  for (const step of undo.splice(0)) await step()
})

async function answering(listener: RequestListener): Promise<void> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => server.closeAllConnections())
  undo.push(() => server.close())
  const { port } = server.address() as AddressInfo
  const really = fetch
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => really(`http://127.0.0.1:${port}${path}`, init))
}

const silence = { problem: { status: 0, code: 'network.unreachable' } }
const ask = endpoint('test.ask', {
  method: 'GET',
  path: '/ask',
  summary: 'Asks.',
  access: 'anyone',
  returns: z.string(),
})

test('an answer that breaks off half-way, and one whose patience is over, are no answers', async () => {
  await answering((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
    response.write('"half of', () => response.destroy())
  })
  await expect(call(ask)).rejects.toMatchObject(silence)
  await answering(() => undefined)
  await expect(call(ask, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject(silence)
})

test('what was called off is told as called off, not as a dead line', async () => {
  await answering((_, response) => response.writeHead(200).write('"'))
  const stop = new AbortController()
  const asked = call(ask, { signal: stop.signal })
  stop.abort()
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
})
