import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import type pg from 'pg'
import { session } from '#people'
import type { Config } from '#platform/config'
import { connect } from '#platform/db/connect'
import { sayOutagesOnce } from '#platform/db/outage'
import { serve } from '#platform/http/server'
import { readCatalog } from '#platform/i18n/catalog'
import { startWorker, type Task, type Worker } from '#platform/jobs'
import { startLive } from '#platform/live'
import type { Log } from '#platform/log'
import { createRecall } from '#platform/recall'
import type { Runtime } from '#platform/unit'
import { serveHealth } from './health.ts'
import { reactions, routes } from './modules.ts'
import { reactionsByType } from './react.ts'
import { tasksFor } from './tasks.ts'
import { scheduleUpkeep } from './upkeep.ts'

/** Cairn, running on a database: the HTTP application, the tasks its jobs may be, and how to end it. */
export interface Cairn {
  app: Hono
  runtime: Runtime
  now: () => Date
  tasks: Record<string, Task>
  ownerPool: pg.Pool
  startWorking: () => Promise<Worker>
  stop: () => Promise<void>
}

export interface CairnOptions {
  config: Pick<Config, 'dataDir' | 'demo' | 'uploadLimitMb' | 'smtpUrl' | 'mailFrom'> & {
    publicUrl: string
    trustedProxies?: number
    chatHosts?: readonly string[]
  }
  ownerUrl: string
  appUrl: string
  log: Log
  now?: () => Date
  poolSize?: number
}

const source = fileURLToPath(new URL('../', import.meta.url))

/** Puts everything together on a migrated database. Nothing listens and nothing works on jobs yet. */
export function cairnOn(options: CairnOptions): Cairn {
  const { config, now = () => new Date() } = options
  const { log, connected: onConnect } = sayOutagesOnce(options.log)
  const { pool, jobsPool, ownerPool } = openPools(options, log, onConnect)
  const recall = createRecall()
  const live = startLive(options.appUrl, log, recall)
  const runtime: Runtime = {
    pool,
    install: {
      publicUrl: config.publicUrl,
      filesDir: join(config.dataDir, 'files'),
      ...{ offersDemo: config.demo, chatHosts: config.chatHosts ?? [] },
      uploadLimit: config.uploadLimitMb * 1024 * 1024,
      catalog: readCatalog(source),
      live,
      recall,
      reactionsTo: reactionsByType(reactions),
    },
  }
  const working = { ...runtime, pool: jobsPool }
  const tasks = tasksFor({ runtime: working, ownerPool, now, log, config, appUrl: options.appUrl })
  const app = serve(routes, {
    runtime,
    identity: session.identity,
    now,
    log,
    origin: new URL(config.publicUrl).origin,
    trustedProxies: config.trustedProxies,
  })
  serveHealth(app, pool, runtime.install.catalog)
  return {
    app,
    runtime,
    now,
    tasks,
    ownerPool,
    startWorking: async () => {
      await scheduleUpkeep(ownerPool)
      return startWorker({ ownerPool, tasks, concurrency: 2, log })
    },
    stop: async () => {
      await live.stop()
      for (const one of [pool, jobsPool, ownerPool]) await one.end()
    },
  }
}

/** The connections of those who use the site, of jobs, and of the queue. */
function openPools({ appUrl, ownerUrl, poolSize: max = 10 }: CairnOptions, log: Log, onConnect: () => void) {
  const onError = (error: Error) => log.warn('a database connection broke', { error })
  return {
    pool: connect(appUrl, { max, onError, onConnect }),
    // No request waits for a job: what jobs ask of the database gives way.
    jobsPool: connect(appUrl, { max: Math.min(max, 6), onError, onConnect, givesWay: true }),
    ownerPool: connect(ownerUrl, { max: 6, onError, onConnect }),
  }
}
