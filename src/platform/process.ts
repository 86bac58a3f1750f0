import type { Log } from '#platform/log'

type Closer = () => Promise<void> | void
const patience = 10_000

/** What must be ended with the process, last opened first. */
export interface Shutdown {
  add: (closer: Closer) => void
  run: (exitCode: number) => Promise<void>
}

/**
 * Ends the process in order on SIGINT, SIGTERM, SIGHUP, on an error nobody expected, and when the launcher that
 * started it goes away. A second signal, or ten seconds, ends it at once.
 */
export function shutdownOnSignals(log: Log): Shutdown {
  const closers: Closer[] = []
  let running = false
  const run = async (exitCode: number) => {
    if (running) process.exit(exitCode || 1)
    running = true
    setTimeout(() => process.exit(exitCode || 1), patience).unref()
    for (const closer of closers.reverse()) {
      try {
        await closer()
      } catch (error) {
        log.error('something did not close cleanly', { error })
        exitCode ||= 1
      }
    }
    process.exit(exitCode)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void run(0))
  process.on('disconnect', () => void run(0))
  process.on('uncaughtException', (error) => {
    log.error('an error that nobody expected', { error })
    void run(1)
  })
  return { add: (closer) => closers.push(closer), run }
}
