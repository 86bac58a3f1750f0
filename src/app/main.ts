import { accessSync, constants, mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { serve as listen } from '@hono/node-server'
import { type Config, ConfigError, readConfig } from '#platform/config'
import { explainedDatabase } from '#platform/db/database-refusals'
import { startLocalPostgres } from '#platform/db/local-postgres'
import { migrate } from '#platform/db/migrate'
import { explained } from '#platform/db/postgres-home'
import { createLog, type Log } from '#platform/log'
import { type Shutdown, shutdownOnSignals } from '#platform/process'
import { cairnOn } from './cairn.ts'
import { closeDemo } from './demo/door.ts'
import { BuildError, buildIfStale } from './web-build.ts'
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
    // What breaks because it is being ended is no news.
    if (shutdown.isEnding()) await shutdown.run(0)
    if (error instanceof ConfigError || error instanceof BuildError)
      process.stderr.write(`\nCairn cannot start.\n${error.message}\n`)
    else log.error('Cairn cannot start', { error })
    await shutdown.run(1)
  }
}

async function start(config: Config, log: Log, shutdown: Shutdown): Promise<void> {
  const onError = (error: Error) => log.warn('a database connection broke', { error })
  const [ownerUrl] = await Promise.all([databaseOf(config, log, shutdown), buildIfStale(log, shutdown)])
  const appUrl = await migrate(ownerUrl, onError).catch((error) => {
    throw config.databaseUrl ? explainedDatabase(error, config.databaseUrl) : error
  })
  const placed = { publicUrl: config.publicUrl ?? `http://localhost:${config.port ?? firstPort}` }
  const server = await listenSomewhere(config, (port) => {
    if (!config.publicUrl) placed.publicUrl = `http://localhost:${port}`
    const cairn = cairnOn({ config: { ...config, ...placed }, ownerUrl, appUrl, log })
    shutdown.add(cairn.stop)
    serveWebClient(cairn.app)
    return cairn
  })
  await closeDemo(server.cairn.runtime, server.cairn.now())
  const worker = await server.cairn.startWorking()
  shutdown.add(() => worker.stop())
  shutdown.add(() => close(server.http))
  if (!config.smtpUrl) log.info(`Mail is written to ${config.dataDir}/mail: set SMTP_URL to send it.`)
  process.stdout.write(`\n  Cairn is ready: ${placed.publicUrl}\n\n`)
}

async function databaseOf(config: Config, log: Log, shutdown: Shutdown): Promise<string> {
  if (config.databaseUrl) {
    prepareDataDir(config.dataDir)
    return config.databaseUrl
  }
  const postgres = await startLocalPostgres({ dataDir: config.dataDir, log })
  shutdown.add(postgres.stop)
  return postgres.url
}

/** Files and undelivered mail are kept there: better to know now that it cannot be written. */
function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw explained(error, dataDir)
  }
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
  throw new ConfigError(
    config.port
      ? `PORT: ${config.port} is in use by another program (lsof -i :${config.port} tells which). End it, set PORT to another port, or leave PORT unset.`
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
      error.code === 'EADDRINUSE' ? resolve(null) : reject(explainedListen(error, hostname, port)),
    )
  })
}

function explainedListen(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EACCES')
    return new ConfigError(
      `PORT: this user may not open port ${port}. Set PORT to one above 1023, such as 8080, or ask the administrator of this machine for the right.`,
    )
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return new ConfigError(
      `HOST: ${host} is no address of this machine. Set HOST to one that is, such as 0.0.0.0 for all, or leave HOST unset.`,
    )
  return error
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
