import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { type Config, ConfigError, readConfig } from '#platform/config'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import { createLog, type Log } from '#platform/log'
import { type Shutdown, shutdownOnSignals } from '#platform/process'
import { cairnOn } from './cairn.ts'
import { buildIfStale } from './web-build.ts'
import { serveWebClient } from './web-client.ts'

const firstPort = 4000
const lastPort = 4019

/** Starts Cairn and prints where it is. What stops the start is said in one plain message, with exit code 1. */
export async function main(env: Record<string, string | undefined>): Promise<void> {
  const log = createLog('info')
  const shutdown = shutdownOnSignals(log)
  try {
    const config = readConfig(env)
    await start(config, createLog(config.logLevel), shutdown)
  } catch (error) {
    const known = error instanceof ConfigError || isRefusal(error)
    if (known) process.stderr.write(`\nCairn cannot start.\n${(error as Error).message}\n`)
    else log.error('Cairn cannot start', { error })
    await shutdown.run(1)
  }
}

/** Errors whose message alone tells an operator what to do. */
const isRefusal = (error: unknown) =>
  error instanceof Error && /^(DATA_DIR|DATABASE_URL|PORT)\b/.test(error.message)

async function start(config: Config, log: Log, shutdown: Shutdown): Promise<void> {
  const onError = (error: Error) => log.warn('a database connection broke', { error })
  const [ownerUrl] = await Promise.all([databaseOf(config, log, shutdown), buildIfStale(log)])
  const appUrl = await migrate(ownerUrl, onError)
  const placed = { publicUrl: config.publicUrl ?? `http://localhost:${config.port ?? firstPort}` }
  const server = await listenSomewhere(config, (port) => {
    if (!config.publicUrl) placed.publicUrl = `http://localhost:${port}`
    const cairn = cairnOn({ config: { ...config, ...placed }, ownerUrl, appUrl, log })
    shutdown.add(cairn.stop)
    serveWebClient(cairn.app)
    return cairn
  })
  const worker = await server.cairn.startWorking()
  shutdown.add(() => worker.stop())
  shutdown.add(() => close(server.http))
  if (!config.smtpUrl) log.info(`Mail is written to ${config.dataDir}/mail: set SMTP_URL to send it.`)
  process.stdout.write(`\n  Cairn is ready: ${placed.publicUrl}\n\n`)
}

async function databaseOf(config: Config, log: Log, shutdown: Shutdown): Promise<string> {
  if (config.databaseUrl) return config.databaseUrl
  const postgres = await startLocalPostgres({ dataDir: config.dataDir, log })
  shutdown.add(postgres.stop)
  return postgres.url
}

type Started = ReturnType<typeof cairnOn>

/** The port that was asked for, or the first free one of a small range. */
async function listenSomewhere(
  config: Config,
  make: (port: number) => Started,
): Promise<{ http: Server; cairn: Started }> {
  const ports = config.port
    ? [config.port]
    : Array.from({ length: lastPort - firstPort + 1 }, (_, i) => firstPort + i)
  for (const port of ports) {
    const http = await tryPort(config.host, port)
    if (!http) continue
    const cairn = make(port)
    http.handler(cairn.app.fetch)
    return { http: http.server, cairn }
  }
  throw new Error(
    config.port
      ? `PORT: ${config.port} is in use by another program. Choose another port, or leave PORT unset.`
      : `PORT: ${firstPort} to ${lastPort} are all in use. Set PORT to a free one.`,
  )
}

type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

/** Takes a port; requests wait until the handler is given. Null when the port is taken. */
function tryPort(hostname: string, port: number) {
  const early = Promise.withResolvers<Fetch>()
  return new Promise<{ server: Server; handler: (fetch: Fetch) => void } | null>((resolve, reject) => {
    const server = listen(
      { fetch: async (request, env) => (await early.promise)(request, env), hostname, port },
      () => resolve({ server: server as Server, handler: early.resolve }),
    )
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
  })
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
