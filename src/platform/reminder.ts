import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'
import { slack } from '#platform/slack'
import { organizationTask, type Runtime } from '#platform/unit'

/** What somebody has to answer: the table whose `remind_at` says when they are reminded, as long as it is in one of these states. */
export interface Reminder {
  table: string
  states: readonly string[]
  /** The job that reminds. */
  task: string
}

/** Has a job remind of the row `id` at a moment; a moment that was said before is void. */
export async function remindLater(
  scope: Scope,
  { table, task }: Reminder,
  id: string,
  at: Date,
): Promise<void> {
  await sql`update ${sql.table(table)} set remind_at = ${at} where org_id = ${scope.org} and id = ${id}`.execute(
    scope.db,
  )
  enqueue(scope, { task, payload: { org: scope.org, id }, runAt: at.toISOString(), key: `${task} ${id}` })
}

/** Takes the reminder of a row that still waits: only the first who comes for it gets it, and nobody before its time. */
async function take({ org, db, now }: Scope, { table, states }: Reminder, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update ${sql.table(table)} set remind_at = null
    where org_id = ${org} and id = ${id} and state = any(${[...states]}::text[])
      and remind_at <= ${new Date(now.getTime() + slack)}`.execute(db)
  return Boolean(numAffectedRows)
}

/** The job that reminds, once, of what nobody has answered. */
export const reminderTask = (
  reminder: Reminder,
  remind: (scope: Scope, id: string) => Promise<void>,
  runtime: Runtime,
  now: () => Date,
): Task =>
  organizationTask(runtime, now, async (scope, { id }) => {
    if (await take(scope, reminder, String(id))) await remind(scope, String(id))
  })
