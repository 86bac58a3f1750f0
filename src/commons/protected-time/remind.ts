import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { workingDaysAfter } from '#platform/working-days'
import { record } from '#record'
import { writeOfTime } from './letters.ts'
import { remindedAfter } from './limits.ts'
import { nearestAnswering } from './nearest.ts'
import { timesThat } from './rows.ts'

/** Clocks of servers differ a little: a job that comes so many milliseconds early is on time. */
const slack = 60_000

/** Has a job look at what waits for an answer from now on, once it has waited for some working days. */
export async function awaitAnswer(scope: Scope, id: string): Promise<void> {
  const remindAt = workingDaysAfter(scope.now, remindedAfter)
  await scope.db
    .updateTable('protectedTimes')
    .set({ remindAt })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  enqueue(scope, {
    task: 'remind-time',
    payload: { org: scope.org, timeId: id },
    runAt: remindAt.toISOString(),
    key: `remind time ${id}`,
  })
}

/** Takes the reminder of what still waits for an answer: only the first who comes for it gets it, and nobody before its time. */
async function takeReminder({ org, db, now }: Scope, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('protectedTimes')
    .set({ remindAt: null })
    .where('orgId', '=', org)
    .where('id', '=', id)
    .where('state', 'in', ['asked', 'proposed'])
    .where('remindAt', '<=', new Date(now.getTime() + slack).toISOString())
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Reminds whoever has to answer: those who answer for the group now, or who asked and was proposed something else. */
async function remindOfTime(scope: Scope, id: string): Promise<void> {
  if (!(await takeReminder(scope, id))) return
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
  organizationTask(runtime, now, (scope, { timeId }) => remindOfTime(scope, String(timeId)))
