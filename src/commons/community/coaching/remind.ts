import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { workingDaysAfter } from '#platform/working-days'
import { record } from '#record'
import { remindedAfter } from '../limits.ts'
import { among } from '../members.ts'
import { writeToCoach } from './letters.ts'
import { coachingsThat } from './rows.ts'

/** Clocks of servers differ a little: a job that comes so many milliseconds early is on time. */
const slack = 60_000

/** When whoever is asked at a moment is reminded. */
export const reminderOf = ({ now }: Pick<Scope, 'now'>): Date => workingDaysAfter(now, remindedAfter)

/** Has a job look at what somebody was asked, once it has waited for some working days. */
export const askForReminder = (scope: Scope, coachingId: string): void =>
  enqueue(scope, {
    task: 'remind-coach',
    payload: { org: scope.org, coachingId },
    runAt: reminderOf(scope).toISOString(),
    key: `remind coach ${coachingId}`,
  })

/** Takes the reminder of what is not answered: only the first who comes for it gets it, and nobody before its time. */
async function takeReminder({ org, db, now }: Scope, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('coachings')
    .set({ remindAt: null })
    .where('orgId', '=', org)
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .where('remindAt', '<=', new Date(now.getTime() + slack).toISOString())
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Reminds whoever was asked to coach, as long as they are in the community. */
async function remindCoach(scope: Scope, id: string): Promise<void> {
  if (!(await takeReminder(scope, id))) return
  const [row] = await coachingsThat(scope, sql<boolean>`x.id = ${id}`, 1)
  if (!row || !(await among(scope, [row.coach.id])).has(row.coach.id)) return
  const parties = { coachingId: id, askerId: row.asker.id, coachId: row.coach.id }
  await record(scope, 'coaching.reminded', parties)
  await writeToCoach(scope, 'askedAgain', row)
}

/** The job that does. */
export const coachTask = (runtime: Runtime, now: () => Date): Task =>
  organizationTask(runtime, now, (scope, { coachingId }) => remindCoach(scope, String(coachingId)))
