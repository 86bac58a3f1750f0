import type { Page, Request } from 'playwright-core'

const underWay = new WeakMap<Page, Set<Request>>()

/** Keeps count of what a page asks of the server; the stream of live hints never ends and does not count. */
export function countRequests(page: Page): void {
  const requests = new Set<Request>()
  underWay.set(page, requests)
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/api/live') requests.add(request)
  })
  page.on('requestfinished', (request) => requests.delete(request))
  page.on('requestfailed', (request) => requests.delete(request))
}

/** In the page: goes on at the next frame, or soon where the browser draws none because the window is behind others. */
const frame = `const frame = (next) => {
    let went = false
    const go = () => went || (went = true, next())
    requestAnimationFrame(go)
    setTimeout(go, 100)
  }`

/**
 * Two frames on, looks at each frame until the page has its heading and its fonts, and no part is a skeleton any more
 * (the page of the design system shows some for ever). Says whether it came to that before `end`.
 */
const drawn = (end: number) => `new Promise((done) => {
  const isDrawn = () => document.querySelector('h1') !== null && document.fonts.status === 'loaded'
    && (location.pathname === '/dev/ui' || document.querySelector('.ui-loading') === null)
  ${frame}
  const look = () => isDrawn() || Date.now() > ${end} ? done(isDrawn()) : frame(look)
  frame(() => frame(look))
})`

const patience = 120_000

/** Waits until a page shows all it asked for: it is drawn, and no request is under way. */
export async function settled(page: Page): Promise<void> {
  const end = Date.now() + patience
  // Quiet twice in a row: an answer may lead to the next question.
  for (let quiet = 0; quiet < 2; ) {
    const isDrawn = await page.evaluate(drawn(end))
    const asked = [...(underWay.get(page) ?? [])].map((request) => request.url())
    if (Date.now() > end)
      throw new Error(
        `${page.url()} ${isDrawn ? `waits for ${asked}` : 'has no heading, or skeletons for ever'}.`,
      )
    quiet = isDrawn && asked.length === 0 ? quiet + 1 : 0
  }
}

/** Gives the window this width, and waits until the page is laid out for it. */
export async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 780 })
  await page.evaluate(`new Promise((done) => {
    ${frame}
    const look = () => matchMedia('(width: ${width}px)').matches ? frame(done) : frame(look)
    frame(look)
  })`)
}

/** Waits until all that moves has arrived, colours that change with a theme too; what moves for ever is looked at as it is. */
export const still = (page: Page): Promise<unknown> =>
  page.evaluate(`new Promise((done) => {
    const isUnderWay = (one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity
    ${frame}
    const end = Date.now() + 20_000
    const look = () => document.getAnimations().some(isUnderWay) && Date.now() < end ? frame(look) : done()
    frame(() => frame(look))
  })`)
