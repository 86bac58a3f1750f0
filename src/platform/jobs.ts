import type { Runner, TaskList } from 'graphile-worker'
import { Logger, run, runOnce } from 'graphile-worker'
import type pg from 'pg'
import type { Log } from '#platform/log'

/** A piece of work for later: which task, with what, from when on. `key` replaces a waiting job of that key. */
export interface Job {
  task: string
  payload: Record<string, unknown>
  runAt?: string
  key?: string
  attempts?: number
}

/** What a job does. `payload` is what was enqueued; throwing puts it back with a growing delay. */
export type Task = (payload: Record<string, unknown>) => Promise<void>

const listOf = (tasks: Record<string, Task>): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => task(payload as Record<string, unknown>),
    ]),
  )

const workerLogger = (log: Log): Logger =>
  new Logger(() => (level, message, meta) => {
    const fields = meta?.error ? { error: meta.error } : {}
    if (level === 'error') log.error(message, fields)
    else if (level === 'warning') log.warn(message, fields)
    else log.debug(message, fields)
  })

export interface WorkerOptions {
  ownerPool: pg.Pool
  tasks: Record<string, Task>
  crontab: string
  concurrency: number
  log: Log
}

/** Works on the queue until `stop()` of what it returns. The pool is the owner's: the queue's tables are its own. */
export async function startWorker(options: WorkerOptions): Promise<Runner> {
  const { ownerPool, tasks, crontab, concurrency } = options
  return run({
    pgPool: ownerPool,
    taskList: listOf(tasks),
    crontab,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: workerLogger(options.log),
  })
}

/** Works until nothing that is due is left. For tests, and for the demo's history. */
export async function workUntilIdle(
  ownerPool: pg.Pool,
  tasks: Record<string, Task>,
  log: Log,
  concurrency = 4,
): Promise<void> {
  await runOnce({
    pgPool: ownerPool,
    taskList: listOf(tasks),
    concurrency,
    noHandleSignals: true,
    logger: workerLogger(log),
  })
}
