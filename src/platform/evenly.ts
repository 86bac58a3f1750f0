import { setTimeout as pause } from 'node:timers/promises'

/**
 * An even pace: each call waits until so many milliseconds after the one before it. A timer that came late is made up
 * for, so that the pace is that of all of them together.
 */
export function evenly(every: number): () => Promise<void> {
  const begun = performance.now()
  let count = 0
  return () => pause(Math.max(0, begun + ++count * every - performance.now()))
}
