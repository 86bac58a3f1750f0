import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { type Reminder, reminderTask, remindLater } from '#platform/reminder'
import type { Scope } from '#platform/scope'
import type { Runtime } from '#platform/unit'
import { afterWorkingDays } from '#platform/working-days'
import { record } from '#record'
import { remindedAfter } from '../limits.ts'
import { among } from '../members.ts'
import { writeToCoach } from './letters.ts'
import { coachingsThat } from './rows.ts'

const reminder: Reminder = { table: 'coachings', states: ['asked'], task: 'remind-coach' }

/** Has a job look at what somebody was asked, once it has waited for some working days. */
export const askForReminder = (scope: Scope, coachingId: string): Promise<void> =>
  remindLater(scope, reminder, coachingId, afterWorkingDays(scope.now, remindedAfter))

/** Reminds whoever was asked to coach, as long as they are in the community. */
async function remindCoach(scope: Scope, id: string): Promise<void> {
  const [row] = await coachingsThat(scope, sql<boolean>`x.id = ${id}`, 1)
  if (!row || !(await among(scope, [row.coach.id])).has(row.coach.id)) return
  const parties = { coachingId: id, askerId: row.asker.id, coachId: row.coach.id }
  await record(scope, 'coaching.reminded', parties)
  await writeToCoach(scope, 'askedAgain', row)
}

/** The job that does. */
export const coachTask = (runtime: Runtime, now: () => Date): Task =>
  reminderTask(reminder, remindCoach, runtime, now)
