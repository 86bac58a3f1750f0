import type pg from 'pg'
import type { Log } from '#platform/log'

/** The names under which this process takes jobs. */
export type Lessees = Set<string>

/** What a process holds that works on jobs: the jobs, and the queues whose jobs are done one after the other. */
const lockedBy = ['graphile_worker._private_jobs', 'graphile_worker._private_job_queues']
const beatEvery = 2000
const leaseFor = 10_000

/**
 * Says again and again that the jobs this process works on are being worked on, and takes back those of whom nobody
 * has said so for ten seconds: their process was killed. A job that is run twice all the same does nothing the second
 * time, since reactions note that they ran. `whenBack` is called after each outage. Returns the way to stop.
 */
export function keepLeases(pool: pg.Pool, lessees: Lessees, log: Log, whenBack: () => void): () => void {
  // After an outage everybody first gets the time to say that they live.
  let reachableSince = Date.now()
  let away = false
  let busy = false
  const beat = async () => {
    for (const locked of lockedBy)
      await pool.query(`update ${locked} set locked_at = now() where locked_by = any($1::text[])`, [
        [...lessees],
      ])
    if (away) whenBack()
    away = false
    if (Date.now() - reachableSince < leaseFor) return
    const taken = lockedBy.map((locked) =>
      pool.query(
        `update ${locked} set locked_at = null, locked_by = null
         where locked_at < now() - make_interval(secs => $1 / 1000.0) and locked_by <> all($2::text[])`,
        [leaseFor, [...lessees]],
      ),
    )
    const [jobs] = await Promise.all(taken)
    if (jobs?.rowCount) log.warn('jobs of a process that is gone are taken over', { jobs: jobs.rowCount })
  }
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    beat()
      .catch((error) => {
        reachableSince = Date.now()
        away = true
        if (!pool.ending) log.warn('the queue could not be looked after', { error })
      })
      .finally(() => (busy = false))
  }, beatEvery)
  timer.unref()
  return () => clearInterval(timer)
}
