import { createLog } from '#platform/log'
import { shutdownOnSignals } from '#platform/process'
import { BuildError, buildIfStale } from '../src/app/web-build.ts'

const log = createLog('info')
const shutdown = shutdownOnSignals(log)
try {
  await buildIfStale(log, shutdown)
} catch (error) {
  if (shutdown.isEnding()) await shutdown.run(0)
  if (error instanceof BuildError) process.stderr.write(`${error.message}\n`)
  else log.error('The web client could not be built', { error })
  await shutdown.run(1)
}
await shutdown.run(0)
