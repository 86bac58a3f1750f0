import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '#platform/db/connect'
import { inTransaction } from '#platform/db/transaction'
import { giveWay } from './low-priority.ts'
import type { Errand, LongWork } from './threads.ts'

/** A thread of its own for one piece of long work, with its own connection to the database: see `workInThread`. */
const { file, url, org, now } = workerData as Errand & { file: string }
let broken: Error | null = null
giveWay()
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
  parentPort?.postMessage(result)
} finally {
  await pool.end()
}
