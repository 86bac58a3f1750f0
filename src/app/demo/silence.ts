import type pg from 'pg'
import type { Task } from '#platform/jobs'
import type { Log } from '#platform/log'

/**
 * The job that delivers mail, but not for the demo: its people do not exist, and whoever looks around in it must not
 * send mail to anybody in this installation's name.
 */
export const unlessDemo =
  (deliver: Task, ownerPool: pg.Pool, log: Log): Task =>
  async (payload) => {
    const { rows } = await ownerPool.query('select demo from organizations where org_id = $1', [payload.org])
    if (rows[0]?.demo) log.debug('a mail of the demo was not sent')
    else await deliver(payload)
  }
