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

/** What a thread is asked, and what it answers: whether it holds so much by then that it is better let go. */
export interface Asked extends Errand {
  file: string
}
export interface Answered {
  result: unknown
  isLarge: boolean
}

/** One thread with nothing to do is kept: to start one takes longer than to count a small organization. */
let idle: Worker | undefined

function startThread(): Worker {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    // What it makes and lets go of at once is not copied about while it is young.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  const forget = () => {
    if (idle === thread) idle = undefined
  }
  return thread.on('error', forget).on('exit', forget)
}

/** Sends a thread what is to be done, and waits for its answer; throws what broke it. */
async function answerOf(thread: Worker, asked: Asked): Promise<Answered> {
  const settled = new AbortController()
  const { signal } = settled
  const ended = once(thread, 'exit', { signal }).then(() => {
    throw new Error('A thread ended before it had done its work.')
  })
  const answered = Promise.race([once(thread, 'message', { signal }), ended])
  try {
    thread.postMessage(asked)
    const [answer] = (await answered) as [Answered]
    return answer
  } finally {
    settled.abort()
  }
}

/**
 * Runs the `work` of a file in a thread beside this one, with its own connection, so that no request waits for it. Throws
 * what the work throws, and what broke the thread. A thread that failed or needed much is not used again.
 */
export async function workInThread<Result>(file: URL, errand: Errand): Promise<Result> {
  const thread = idle ?? startThread()
  idle = undefined
  thread.ref()
  const { result, isLarge } = await answerOf(thread, { ...errand, file: file.href })
  if (isLarge || idle) await thread.terminate()
  else {
    // It keeps no process from ending.
    thread.unref()
    idle = thread
  }
  return result as Result
}
