import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as demo from '#app/demo/contract.ts'
import * as impact from '#impact/contract.ts'
import { addressOf } from '#platform/http/call'
import type { Endpoint } from '#platform/http/endpoint'
import { freePort, startServer } from './setup/server.ts'

test('a demo whose server was killed in the middle of building it is built by the next one, whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-demo-'))
  chmodSync(folder, 0o755)
  const settings = { DATA_DIR: folder, PORT: String(await freePort()), LOG_LEVEL: 'warn' }
  let server = await startServer(settings)
  const call = (endpoint: Endpoint, body: object = {}, cookie = '') =>
    fetch(`${server.url}${addressOf(endpoint)}`, {
      method: endpoint.method,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      ...(endpoint.method !== 'GET' && { body: JSON.stringify(body) }),
    })
  const state = async () => (await (await call(demo.getDemo)).json()) as { state: string; done: number }
  try {
    await call(demo.askForDemo)
    await expect.poll(async () => (await state()).done).toBeGreaterThan(0)
    await server.end('SIGKILL')
    server = await startServer(settings)
    expect(await state()).toMatchObject({ state: 'building' })
    await expect.poll(async () => (await state()).state, { timeout: 120_000, interval: 500 }).toBe('ready')

    const entered = await call(demo.enterDemo, { as: 'learner' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const loop = (await (await call(impact.getLoop, {}, cookie)).json()) as { stages: { count: number }[] }
    for (const { count } of loop.stages) expect(count).toBeGreaterThan(0)
    expect(server.said()).not.toContain('"level":"error"')
  } finally {
    await server.end()
    rmSync(folder, { recursive: true, force: true })
  }
})
