import type { Log } from '#platform/log'

type Closer = () => Promise<void> | void

/** How long closing may take, in milliseconds. */
const patience = 10_000
/** One Ctrl-C arrives several times: from the terminal, from npm, from the launcher. A second one comes later. */
const sameKeypress = 1000

/** What must be ended with the process, last opened first. */
export interface Shutdown {
  add: (closer: Closer) => void
  /** Closes everything and ends the process. Later calls wait for the first. */
  run: (exitCode: number) => Promise<never>
  isEnding: () => boolean
}

/**
 * Ends the process in order on SIGINT, SIGTERM, SIGHUP, on an error nobody expected, and when the launcher that
 * started it goes away. A second Ctrl-C, or ten seconds, ends it at once.
 */
export function shutdownOnSignals(log: Log): Shutdown {
  const closers: Closer[] = []
  let ending: Promise<never> | undefined
  const end = async (exitCode: number): Promise<never> => {
    setTimeout(() => {
      log.error('something did not close within ten seconds and was cut off')
      process.exit(exitCode || 1)
    }, patience).unref()
    const failed = await closeAll(closers, log)
    return process.exit(exitCode || (failed ? 1 : 0))
  }
  const run = (exitCode: number) => {
    ending ??= end(exitCode)
    return ending
  }
  let firstAt = 0
  const onSignal = () => {
    if (firstAt && Date.now() - firstAt > sameKeypress) process.exit(1)
    firstAt ||= Date.now()
    void run(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  process.on('disconnect', () => void run(0))
  process.on('uncaughtException', (error) => {
    log.error('an error that nobody expected', { error })
    void run(1)
  })
  outliveReaders()
  return { add: (closer) => closers.push(closer), run, isEnding: () => ending !== undefined }
}

/** A terminal that was closed, or a pipe nobody reads any more, must not keep us from closing in order. */
function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    })
  }
}

/** Runs the closers one after the other, the last added first, each though another failed. True when one failed. */
async function closeAll(closers: Closer[], log: Log): Promise<boolean> {
  let failed = false
  for (let closer = closers.pop(); closer; closer = closers.pop()) {
    try {
      await closer()
    } catch (error) {
      log.error('something did not close cleanly', { error })
      failed = true
    }
  }
  return failed
}
