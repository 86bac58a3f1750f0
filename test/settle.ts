import type pg from 'pg'
import { afterEach } from 'vitest'
import { type Task, workUntilIdle } from '#platform/jobs'
import type { Log } from '#platform/log'

interface Failed {
  id: string
  task: string
  error: string
}

/** The jobs that failed and wait to be tried again later, each with the first line of what it said. */
async function readFailed(ownerPool: pg.Pool): Promise<Failed[]> {
  const { rows } = await ownerPool.query<Failed>(`select id, task_identifier as task,
    split_part(last_error, E'\\n', 1) as error from graphile_worker.jobs where last_error is not null order by id`)
  return rows
}

const mostTimes = 5
const stoodStill = /timeout exceeded when trying to connect|terminated due to connection timeout/

/**
 * Works until nothing that is due is left. What failed only because the machine stood still, so that no connection came
 * free, is tried again at once and not later: a test has no later.
 */
export async function settleJobs(ownerPool: pg.Pool, tasks: Record<string, Task>, log: Log): Promise<void> {
  for (let time = 0; time < mostTimes; time++) {
    await workUntilIdle(ownerPool, tasks, log)
    const again = (await readFailed(ownerPool)).filter(({ error }) => stoodStill.test(error))
    if (again.length === 0) return
    await ownerPool.query('select from graphile_worker.reschedule_jobs($1::bigint[], run_at => now())', [
      again.map(({ id }) => id),
    ])
  }
}

/** Says beside a test that failed which jobs failed in its world: what it waited for may have been one of them. */
export function tellFailedJobs(ownerPool: () => pg.Pool): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    const failed = await readFailed(ownerPool())
    if (failed.length > 0)
      throw new Error(`Jobs failed, too: ${failed.map((job) => `${job.task}: ${job.error}`).join('; ')}`)
  })
}
