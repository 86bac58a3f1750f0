import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { type Reminder, reminderTask, remindLater } from '#platform/reminder'
import type { Scope } from '#platform/scope'
import type { Runtime } from '#platform/unit'
import { afterWorkingDays } from '#platform/working-days'
import { record } from '#record'
import { writeOfTime } from './letters.ts'
import { remindedAfter } from './limits.ts'
import { nearestAnswering } from './nearest.ts'
import { timesThat } from './rows.ts'

const reminder: Reminder = { table: 'protected_times', states: ['asked', 'proposed'], task: 'remind-time' }

/** Has a job look at what waits for an answer from now on, once it has waited for some working days. */
export const awaitAnswer = (scope: Scope, id: string): Promise<void> =>
  remindLater(scope, reminder, id, afterWorkingDays(scope.now, remindedAfter))

/** Reminds whoever has to answer: those who answer for the group now, or who asked and was proposed something else. */
async function remindOfTime(scope: Scope, id: string): Promise<void> {
  const [row] = await timesThat(scope, sql<boolean>`t.id = ${id}`, 1)
  if (!row) return
  const { member, group } = row
  const isAsked = row.state === 'asked'
  const toIds = isAsked ? await nearestAnswering(scope, group.id, member.id) : [member.id]
  await record(scope, 'time.reminded', { timeId: id, memberId: member.id, groupId: group.id, toIds })
  await writeOfTime(scope, isAsked ? 'askedAgain' : 'proposedAgain', row, toIds)
}

/** The job that does. */
export const remindTask = (runtime: Runtime, now: () => Date): Task =>
  reminderTask(reminder, remindOfTime, runtime, now)
