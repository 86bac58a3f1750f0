import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import type { Task } from '#platform/jobs'
import { nobody } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'

/** Sees that it will run at night: once, however many servers there are. One that was missed runs at once. */
export const scheduleUpkeep = (ownerPool: pg.Pool) => ownerPool.query('select schedule_upkeep()')

/** The job that forgets what has served its purpose, makes room for the facts to come, and comes back the next night. */
export const upkeepTask =
  (runtime: Runtime, now: () => Date): Task =>
  async () => {
    const at = now()
    const unit = { org: nobody.id, readOnly: false, now: at }
    const uploads = await inScope(
      runtime,
      unit,
      () => nobody,
      async ({ db }) => {
        await sql`select prepare_fact_partitions(${at.toISOString()}::timestamptz)`.execute(db)
        await sql`select forget_old(${at.toISOString()}::timestamptz)`.execute(db)
        await sql`select forget_old_traces(${at.toISOString()}::timestamptz)`.execute(db)
        await sql`select schedule_upkeep()`.execute(db)
        const found = sql<{
          orgId: string
          id: string
        }>`select org_id, id from forget_unfinished_uploads(${at.toISOString()}::timestamptz)`
        return (await found.execute(db)).rows
      },
    )
    for (const { orgId, id } of uploads) await rm(join(runtime.install.filesDir, orgId, id), { force: true })
  }
