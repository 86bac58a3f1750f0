import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { askForCampaigns } from '#campaigns'
import { askForDigest } from '#community'
import { askForFunnel } from '#funnel'
import { askForProposals } from '#ladder'
import { askForDetection } from '#leader'
import { askForHealth } from '#learning'
import type { Task } from '#platform/jobs'
import { nobody, type Scope } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { askForTimeReports } from '#protected-time'
import { askForRings } from '#recognition'
import { askForLooks } from '#validation'

/** Sees that it will run at night: once, however many servers there are. One that was missed runs at once. */
export const scheduleUpkeep = (ownerPool: pg.Pool) => ownerPool.query('select schedule_upkeep()')

/**
 * Has every organization’s help counted anew, its content judged, its pictures and thanks looked through, its campaigns brought
 * on, its leaders written to, protected time told of, and small things proposed to who helps: each by a job of its own.
 */
async function askEach(scope: Scope): Promise<void> {
  const { rows } = await sql<{ orgId: string }>`select org_id from find_organizations()`.execute(scope.db)
  for (const { orgId: org } of rows) {
    askForDetection({ ...scope, org })
    askForHealth({ ...scope, org })
    askForLooks({ ...scope, org })
    askForRings({ ...scope, org })
    askForCampaigns({ ...scope, org })
    askForDigest({ ...scope, org })
    askForProposals({ ...scope, org })
    askForFunnel({ ...scope, org })
    askForTimeReports({ ...scope, org })
  }
}

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
      async (scope) => {
        const { db } = scope
        await sql`select prepare_fact_partitions(${at.toISOString()}::timestamptz)`.execute(db)
        await sql`select forget_old(${at.toISOString()}::timestamptz)`.execute(db)
        await sql`select forget_old_traces(${at.toISOString()}::timestamptz)`.execute(db)
        await sql`select forget_old_misses(${at.toISOString()}::timestamptz)`.execute(db)
        await sql`select schedule_upkeep()`.execute(db)
        await askEach(scope)
        const found = sql<{
          orgId: string
          id: string
        }>`select org_id, id from forget_unfinished_uploads(${at.toISOString()}::timestamptz)`
        return (await found.execute(db)).rows
      },
    )
    for (const { orgId, id } of uploads) await rm(join(runtime.install.filesDir, orgId, id), { force: true })
  }
