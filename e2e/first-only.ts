import type { Route } from 'playwright-core'

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
