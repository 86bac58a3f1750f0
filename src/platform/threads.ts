import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Stream } from '#platform/db/copy'
import type { Quiet } from '#platform/scope'

/** What a thread is told: where the database is, in which organization it works, and at which moment. */
export interface Errand {
  url: string
  org: string
  now: Date
}

/**
 * Runs a step of long work in a transaction of its own: one that only reads sees the same from its first question to its
 * last. What is much it reads by the stream.
 */
export type InTransaction = <T>(
  readOnly: boolean,
  step: (scope: Quiet, stream: Stream) => Promise<T>,
) => Promise<T>

/** Work that keeps a processor busy for long: what a file exports as `work`. What it answers must be able to travel. */
export type LongWork<Result> = (inTransaction: InTransaction) => Promise<Result>

/**
 * Runs the `work` of a file in a thread of its own, with its own connection, so that no request waits for it. Throws what
 * the work throws, and what broke the thread.
 */
export async function workInThread<Result>(file: URL, errand: Errand): Promise<Result> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { ...errand, file: file.href },
    // What it makes and lets go of at once is not copied about while it is young.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  const [result] = (await once(thread, 'message')) as [Result]
  return result
}
