import { setTimeout as pause } from 'node:timers/promises'

/**
 * An even pace: each call waits until so many milliseconds after the one before it. Whoever calls late, or is called late by
 * a timer, makes up for it with the next calls, so that the pace is that of all of them together; of a longer delay than
 * `mostLate` milliseconds no more than that.
 */
export function evenly(every: number, mostLate = Number.POSITIVE_INFINITY): () => Promise<void> {
  let due = performance.now()
  return () => {
    const now = performance.now()
    due = Math.max(due + every, now - mostLate)
    return pause(Math.max(0, due - now))
  }
}
