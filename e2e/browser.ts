import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContext, type ConsoleMessage, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { serveWebClient } from '#app/web-client.ts'
import type { Person } from '#test/organization.ts'
import { openWorld, type World } from '#test/world.ts'
import { chromiumPath } from './chromium.ts'
import { countRequests } from './settled.ts'

/** Windows on a server. */
export interface Windows {
  /** A window of someone who is signed in (or of nobody, for null). What the page logs as an error fails the test. */
  window: (
    person: Pick<Person, 'cookie'> | null,
    options?: Parameters<Browser['newContext']>[0],
  ) => Promise<Page>
  /** What the windows of the test have logged as errors so far, for one that means them to: it is forgiven. */
  takeErrors: () => string[]
}

/** A world with a browser: the built client, served by the real application on a port of its own. */
export interface BrowserWorld extends Windows {
  world: World
  address: () => string
  /** Takes the server away, as a restart does: what is being sent breaks, and nothing answers. */
  stopServer: () => Promise<void>
  /** Brings it back at the same address. */
  startServer: () => Promise<void>
}

/**
 * What the API refuses (a stranger's session, a thing that is not there, a file of the wrong kind, no room on the disk)
 * and what a test keeps from reaching it is no error of the page, which has to say so itself. A 500 always is one.
 */
const isRefusal = (message: ConsoleMessage) =>
  /the server responded with a status of (4(01|03|04|09|10|13|15|22)|503)\b|net::ERR_/.test(message.text()) &&
  new URL(message.location().url).pathname.startsWith('/api/')

/** Notes what the page throws and what it logs as an error; a line may break in a test that stopped the server. */
function noteErrors(page: Page, errors: string[], mayBreak: () => boolean): void {
  const note = (text: string) => errors.push(`${new URL(page.url()).pathname}: ${text}`)
  const isBroken = (message: ConsoleMessage) => mayBreak() && message.text().includes('net::ERR_')
  page.on('pageerror', (error) => note(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message) && !isBroken(message)) note(message.text())
  })
}

/** The server of a world, which comes back at the address it had. */
function serverOf(world: World) {
  let server: ReturnType<typeof serve>
  let port = 0
  const start = () =>
    new Promise<void>((resolve) => {
      server = serve({ fetch: world.cairn.app.fetch, port }, (info: AddressInfo) => {
        port = info.port
        resolve()
      })
    })
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  return { address: () => `http://localhost:${port}`, start, stop }
}

/** The same server under a name that is not this machine's: by plain http browsers trust it with less. */
export const plainHost = 'plain.test'

let shared: Promise<Browser> | undefined
/** One browser for all files that a process runs; each test opens windows that know nothing of others. It ends with the process. */
const sharedBrowser = () =>
  (shared ??= chromiumPath().then((executablePath) =>
    chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`],
    }),
  ))

/** Windows on the server at an address, which may break off while `mayBreak` says so. They are closed at the end. */
export function openWindows(address: () => string, mayBreak: () => boolean): Windows {
  const contexts: BrowserContext[] = []
  const errors: string[] = []
  afterEach(() => expect(errors.splice(0)).toEqual([]))
  afterAll(async () => {
    for (const context of contexts) await context.close()
  })
  const window: Windows['window'] = async (person, options = {}) => {
    const browser = await sharedBrowser()
    const context = await browser.newContext({ baseURL: address(), locale: 'en', ...options })
    contexts.push(context)
    // Only ends what hangs: a slow machine must not fail a test.
    context.setDefaultTimeout(120_000)
    const [name = '', value = ''] = person?.cookie.split('=') ?? []
    if (person) await context.addCookies([{ name, value, url: options.baseURL ?? address() }])
    const page = await context.newPage()
    countRequests(page)
    noteErrors(page, errors, mayBreak)
    return page
  }
  return { window, takeErrors: () => errors.splice(0) }
}

export function openBrowserWorld(options: Parameters<typeof openWorld>[0] = {}): BrowserWorld {
  const world = openWorld(options)
  let stopWorking: () => Promise<void>
  const { address, start: startServer, stop } = serverOf(world)
  let wasStopped = false
  const stopServer = () => {
    wasStopped = true
    return stop()
  }
  beforeAll(async () => {
    serveWebClient(world.cairn.app)
    await startServer()
    const worker = await world.cairn.startWorking()
    stopWorking = () => worker.stop()
  })
  // Hooks after tests run in reverse: windows close before their server does.
  afterEach(() => {
    wasStopped = false
  })
  afterAll(async () => {
    await stopServer()
    await stopWorking()
  })
  const windows = openWindows(address, () => wasStopped)
  return { world, address, ...windows, startServer, stopServer }
}
