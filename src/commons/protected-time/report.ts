import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { record } from '#record'
import { writeOfMonth } from './letters.ts'
import { lockReportable } from './rows.ts'
import { monthsFor } from './use.ts'

/** So many times are told of in one transaction. */
const batch = 50

/** Has use and outcome of the month before told to both, where they are not yet: every night. */
export const askForTimeReports = ({ org, ...scope }: Scope): void =>
  enqueue({ ...scope, org }, { task: 'time-reports', payload: { org }, key: `time reports ${org}` })

/**
 * Tells whoever has protected time, and whoever agreed to it, what was used of the month before and what came of it: from the
 * third day of the month on in their zone, so that there is time to note it; once. Answers how many were told.
 */
export async function reportTimes(scope: Scope): Promise<number> {
  const due = await lockReportable(scope, batch)
  const months = await monthsFor(scope, due)
  for (const { month: last, ...row } of due) {
    const month = months.get(row.id)?.find((one) => one.month === last)
    if (!month) continue
    const of = { timeId: row.id, memberId: row.member.id, groupId: row.group.id }
    const managerId = row.manager?.id ?? null
    await record(scope, 'time.reported', { ...of, managerId, month: last, minutes: month.minutes })
    await writeOfMonth(scope, row, month)
  }
  if (due.length > 0)
    await sql`update protected_times t set reported_month = d.month
      from unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ month }) => month)}::text[]) as d (id, month)
      where t.org_id = ${scope.org} and t.id = d.id`.execute(scope.db)
  return due.length
}

/** The job that does, some at a time. */
export const timeReportsTask = (runtime: Runtime, now: () => Date): Task =>
  organizationTask(runtime, now, async (scope) => {
    if ((await reportTimes(scope)) === batch)
      enqueue(scope, { task: 'time-reports', payload: { org: scope.org } })
  })
