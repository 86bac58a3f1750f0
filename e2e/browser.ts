import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import pack from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { serveWebClient } from '#app/web-client.ts'
import type { Person } from '#test/organization.ts'
import { openWorld, type World } from '#test/world.ts'

/** A world with a browser: the built client, served by the real application on a port of its own. */
export interface BrowserWorld {
  world: World
  address: () => string
  /** A window of someone who is signed in (or of nobody, for null). What the page logs as an error fails the test. */
  window: (person: Person | null, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>
  /** Takes the server away, as a restart does: what is being sent breaks, and nothing answers. */
  stopServer: () => Promise<void>
  /** Brings it back at the same address. */
  startServer: () => Promise<void>
}

export function openBrowserWorld(): BrowserWorld {
  const world = openWorld()
  let browser: Browser
  let server: ReturnType<typeof serve>
  let stopWorking: () => Promise<void>
  const contexts: BrowserContext[] = []
  let port = 0
  const address = () => `http://localhost:${port}`
  const startServer = () =>
    new Promise<void>((resolve) => {
      server = serve({ fetch: world.cairn.app.fetch, port }, (info: AddressInfo) => {
        port = info.port
        resolve()
      })
    })
  const stopServer = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  beforeAll(async () => {
    serveWebClient(world.cairn.app)
    await startServer()
    const worker = await world.cairn.startWorking()
    stopWorking = () => worker.stop()
    browser = await chromium.launch({
      executablePath: await pack.executablePath(),
      args: ['--no-sandbox', '--disable-gpu'],
    })
  }, 120_000)
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await browser.close()
    await stopServer()
    await stopWorking()
  })
  const window: BrowserWorld['window'] = async (person, options = {}) => {
    const context = await browser.newContext({ baseURL: address(), locale: 'en', ...options })
    contexts.push(context)
    const [name = '', value = ''] = person?.cookie.split('=') ?? []
    if (person) await context.addCookies([{ name, value, url: address() }])
    return context.newPage()
  }
  return { world, address, window, startServer, stopServer }
}
