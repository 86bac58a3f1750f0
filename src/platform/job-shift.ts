import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Runner, WorkerEvents } from 'graphile-worker'
import { type RunnerOptions, run } from 'graphile-worker'
import type { Lessees } from '#platform/job-leases'

/** One run of the library's runner. It does not outlive an outage of the database: the next shift begins afresh. */
export interface Shift {
  /** Settles when the runner met an outage, or ended. */
  interrupted: Promise<unknown>
  /** To be called when an outage is over: the library waits for minutes before it tries again. */
  interrupt: () => void
  /** Takes no more jobs and waits for those that run. */
  end: () => Promise<void>
}

/** How long a runner that has no job left may take to end by itself, in milliseconds. */
const endsWithin = 1000

/** News of the library after which its runner is not to be trusted: a job could not be fetched, or its end not noted. */
const troubles = ['worker:getJob:error', 'pool:fatalError', 'pool:gracefulShutdown'] as const

/** Notes who works among the lessees, from the library's own news. */
export function registering(lessees: Lessees): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:create', ({ workerPool }) => lessees.add(workerPool.id))
  events.on('pool:release', ({ workerPool }) => lessees.delete(workerPool.id))
  return events
}

/**
 * Begins to work on the queue. After an outage a runner of the library may go on for ever without ever finding a job
 * (it keeps a failed look at the names of the tasks), or wait for ever for its own end (it counts what it has still
 * to note below zero). So a shift ends with the first trouble, and ends also when its runner does not.
 */
export async function beginShift(options: RunnerOptions, lessees: Lessees): Promise<Shift> {
  const events = registering(lessees)
  const names = new Set<string>()
  const atWork = new Set<unknown>()
  const trouble = Promise.withResolvers<void>()
  let whenIdle = () => {}
  events.on('pool:create', ({ workerPool }) => names.add(workerPool.id))
  events.on('job:start', ({ worker }) => atWork.add(worker))
  for (const news of ['job:complete', 'worker:fatalError'] as const)
    events.on(news, ({ worker }: { worker: unknown }) => {
      atWork.delete(worker)
      if (atWork.size === 0) whenIdle()
    })
  for (const news of troubles) events.on(news, () => trouble.resolve())
  const runner = await run({ ...options, events })
  const idle = () =>
    new Promise<void>((resolve) => {
      whenIdle = resolve
      if (atWork.size === 0) resolve()
    })
  return {
    interrupted: Promise.race([trouble.promise, runner.promise]),
    interrupt: () => trouble.resolve(),
    end: async () => {
      const late = new AbortController()
      await Promise.race([
        stopped(runner),
        idle().then(() => pause(endsWithin, undefined, { signal: late.signal })),
      ])
      late.abort()
      // What it could not note is taken over by who comes next.
      for (const name of names) lessees.delete(name)
    },
  }
}

/** Stops a runner, unless it is stopping by itself. */
const stopped = (runner: Runner): Promise<void> => runner.stop().catch(() => runner.promise)
