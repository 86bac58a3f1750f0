import { type CDPSession, chromium, type Page } from 'playwright-core'
import { chromiumPath } from '../e2e/chromium.ts'

/** What a person feels on a phone, in milliseconds, and what their browser must fetch before that, in kilobytes. */
export interface Felt {
  /** Script fetched until the first page shows what it is about, as it travels (compressed). */
  scriptKb: number
  /** Script fetched while nothing happens, so that menus and windows open at once. */
  aheadKb: number
  /** Largest Contentful Paint of the first visit. */
  lcp: number
  /** Interaction to Next Paint: the slowest of the interactions made. */
  inp: number
  interactions: number
}

/** A phone of the middle class on a slow 4G, as Lighthouse draws it: 1.6 Mbit/s, 150 ms there and back, CPU four times slower. */
async function likeAPhone(session: CDPSession): Promise<void> {
  await session.send('Network.enable')
  const speed = { downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, ...speed })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** Runs in the page: notes paints and interactions from the first moment on. */
const watch = `
  globalThis.felt = { lcp: 0, interactions: new Map() }
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) felt.lcp = startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { interactionId: id, duration } of list.getEntries())
      if (id) felt.interactions.set(id, Math.max(felt.interactions.get(id) ?? 0, duration))
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 })
`

/** Taps and types as somebody does who looks for something: search, a result, the places at the bottom. */
async function use(page: Page): Promise<void> {
  const places = page.getByRole('navigation').last().getByRole('link')
  for (const index of [1, 2, 0]) {
    await places.nth(index).tap()
    await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
  }
  await page.keyboard.press('/')
  await page.getByRole('searchbox').first().waitFor()
  await page.keyboard.type('zero it', { delay: 120 })
  await page.getByRole('dialog').getByRole('link').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Zero it' }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Visits Home for the first time as whoever has the cookie, and uses it a little. */
export async function feel(base: string, cookie: string): Promise<Felt> {
  const executablePath = await chromiumPath()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const phone = {
      viewport: { width: 360, height: 780 },
      deviceScaleFactor: 3,
      isMobile: true,
      hasTouch: true,
    }
    const context = await browser.newContext(phone)
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: base }])
    await context.addInitScript({ content: watch })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await likeAPhone(session)
    const scripts = new Set<string>()
    let bytes = 0
    session.on(
      'Network.responseReceived',
      ({ requestId, type }) => type === 'Script' && scripts.add(requestId),
    )
    session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    await page.goto(`${base}/`)
    await page.getByRole('main').getByRole('article').first().waitFor()
    const first = bytes
    await page.waitForLoadState('networkidle')
    const ahead = bytes - first
    await use(page)
    const felt = await page.evaluate<{ lcp: number; durations: number[] }>(
      '({ lcp: felt.lcp, durations: [...felt.interactions.values()] })',
    )
    return {
      scriptKb: first / 1024,
      aheadKb: ahead / 1024,
      lcp: felt.lcp,
      inp: Math.max(0, ...felt.durations),
      interactions: felt.durations.length,
    }
  } finally {
    await browser.close()
  }
}
