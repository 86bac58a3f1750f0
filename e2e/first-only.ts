import type { Page, Route } from 'playwright-core'

/**
 * A rule for the first request only; those after it go on as without one. The rule itself stays: while the last one of
 * a window is taken away, what the window asks for at that moment may be left without an answer.
 */
export function firstOnly(handle: (route: Route) => unknown): (route: Route) => unknown {
  let isFirst = true
  return (route) => {
    if (!isFirst) return route.fallback()
    isFirst = false
    return handle(route)
  }
}

/**
 * Holds the first request to an address on its way: `sent` is over once the window has sent it; `letGo` lets it go on, and
 * is over once its answer has come.
 */
export async function holdFirst(page: Page, url: Parameters<Page['route']>[0]) {
  const held = Promise.withResolvers<Route>()
  await page.route(url, firstOnly(held.resolve))
  const letGo = async (): Promise<void> => {
    const route = await held.promise
    await route.fallback()
    await (await route.request().response())?.finished()
  }
  return { sent: held.promise, letGo }
}
