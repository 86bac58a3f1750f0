import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { JobHelpers, TaskList } from 'graphile-worker'
import { Logger, runOnce } from 'graphile-worker'
import type pg from 'pg'
import { keepLeases, type Lessees } from '#platform/job-leases'
import { beginShift, registering, type Shift } from '#platform/job-shift'
import type { Log } from '#platform/log'

/**
 * A piece of work for later: which task, with what, from when on. `key` replaces a waiting job of that key; those of a
 * `queue` are done one after the other, in all processes together.
 */
export interface Job {
  task: string
  payload: Record<string, unknown>
  runAt?: string
  key?: string
  queue?: string
  attempts?: number
}

/** What a job does. `payload` is what was enqueued; throwing puts it back with a growing delay. */
export type Task = (payload: Record<string, unknown>) => Promise<void>

export interface WorkerOptions {
  ownerPool: pg.Pool
  tasks: Record<string, Task>
  concurrency: number
  log: Log
}

/** What works on the queue. */
export interface Worker {
  /** Takes no more jobs and waits for those that run. */
  stop: () => Promise<void>
}

const startsAgainAfter = 1000
// Who works for this process: their jobs are theirs for as long as it lives.
const lessees: Lessees = new Set()

/**
 * Works on the queue until it is stopped, through outages of the database; jobs of a process that was killed are taken
 * over. The pool is the owner's: the queue's tables are its own. Fails if the database is away at the start.
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { ownerPool, log } = options
  const stopping = new AbortController()
  const stopped = once(stopping.signal, 'abort')
  let shift: Shift | null = await begin(options)
  const endLeases = keepLeases(ownerPool, lessees, log, () => shift?.interrupt())
  const keepWorking = async () => {
    while (!stopping.signal.aborted) {
      try {
        shift ??= await begin(options)
        await Promise.race([shift.interrupted, stopped])
        await shift.end()
      } catch (error) {
        log.warn('the work on jobs was interrupted and goes on', { error })
      }
      shift = null
      await Promise.race([pause(startsAgainAfter), stopped])
    }
  }
  const kept = keepWorking()
  return {
    stop: async () => {
      stopping.abort()
      await kept
      endLeases()
    },
  }
}

const begin = ({ ownerPool, tasks, concurrency, log }: WorkerOptions): Promise<Shift> =>
  beginShift({ ...common(ownerPool, tasks, log), crontab: '', concurrency, pollInterval: 2000 }, lessees)

/** Works until nothing that is due is left. For tests, and for the demo's history. */
export async function workUntilIdle(
  ownerPool: pg.Pool,
  tasks: Record<string, Task>,
  log: Log,
  concurrency = 4,
): Promise<void> {
  const options = { ...common(ownerPool, tasks, log), events: registering(lessees), concurrency }
  for (let round = 0; round < mostRounds; round++) {
    await runOnce(options)
    if (!(await isAnythingDue(ownerPool, Object.keys(tasks)))) return
  }
}

/** More than any work takes: the next of a queue is seen by a round at the latest. */
const mostRounds = 1000

/** Whether a job waits that could be taken now; whoever ends one of a queue may look for the next before it is free. */
async function isAnythingDue(ownerPool: pg.Pool, tasks: string[]): Promise<boolean> {
  const { rows } = await ownerPool.query<{ due: boolean }>(
    `select exists (
       select from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id and t.identifier = any($1::text[])
       left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
       where j.is_available and j.run_at <= now() and q.locked_at is null) as due`,
    [tasks],
  )
  return rows[0]?.due === true
}

const common = (pgPool: pg.Pool, tasks: Record<string, Task>, log: Log) => ({
  pgPool,
  taskList: listOf(tasks, log),
  noHandleSignals: true,
  logger: workerLogger(log),
  // Without a batch the library lets a failure to note a job's end go unhandled, which would end the process.
  preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
})

const listOf = (tasks: Record<string, Task>, log: Log): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, helpers: JobHelpers) => {
        try {
          await task(payload as Record<string, unknown>)
        } catch (error) {
          report(log, name, payload as Record<string, unknown>, helpers, error)
          throw error
        }
      },
    ]),
  )

/** Of what a job carries only the names of a reaction and its fact are logged: a mail holds secrets. */
function report(
  log: Log,
  task: string,
  { org, reaction, fact }: Record<string, unknown>,
  { job }: JobHelpers,
  error: unknown,
): void {
  const { id, attempts: attempt, max_attempts: of } = job
  const about = { task, job: id, ...(task === 'react' && { org, reaction, fact }), attempt, of, error }
  if (attempt < of) log.warn('a job failed and is tried again later', about)
  else log.error('a job failed for the last time', about)
}

const workerLogger = (log: Log): Logger =>
  new Logger(() => (level, message, meta) => {
    // Of a job that failed `report` has told.
    if (meta?.failure) return
    const fields = meta?.error ? { error: meta.error } : {}
    if (level === 'error') log.error(message, fields)
    else if (level === 'warning') log.warn(message, fields)
    else log.debug(message, fields)
  })
