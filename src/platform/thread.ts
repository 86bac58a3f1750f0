import { getHeapStatistics } from 'node:v8'
import { parentPort } from 'node:worker_threads'
import { connect } from '#platform/db/connect'
import { inTransaction } from '#platform/db/transaction'
import { giveWay } from './low-priority.ts'
import type { Answered, Asked, LongWork } from './threads.ts'

/** A thread for long work, one piece after the other, each with its own connection to the database: see `workInThread`. */
giveWay()

/** More than this is not held while there is nothing to do. */
const large = 100 * 1024 * 1024

const isLarge = (): boolean => {
  const { total_heap_size, external_memory } = getHeapStatistics()
  return total_heap_size + external_memory > large
}

async function work({ file, url, org, now }: Asked): Promise<unknown> {
  let broken: Error | null = null
  const pool = connect(url, {
    max: 1,
    givesWay: true,
    onError: (error) => {
      broken = error
    },
  })
  try {
    const { work } = (await import(file)) as { work: LongWork<unknown> }
    const result = await work((readOnly, step) =>
      inTransaction(pool, { org, readOnly, steady: readOnly }, (db, _, stream) =>
        step({ org, now, db }, stream),
      ),
    )
    if (broken) throw broken
    return result
  } finally {
    await pool.end()
  }
}

// What the work throws breaks the thread, and so is thrown to who asked.
parentPort?.on('message', async (asked: Asked) => {
  const answer: Answered = { result: await work(asked), isLarge: isLarge() }
  parentPort?.postMessage(answer)
})
