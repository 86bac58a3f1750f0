import { sql } from 'kysely'
import type { Task } from '#platform/jobs'
import { enqueue, type Scope } from '#platform/scope'
import { organizationTask, type Runtime } from '#platform/unit'
import { record } from '#record'
import { writeOfMonth } from './letters.ts'
import { type Row, timesThat } from './rows.ts'
import { monthsFor } from './use.ts'

/** So many times are told of in one transaction. */
const batch = 50

/** Has use and outcome of the month before told to both, where they are not yet: every night. */
export const askForTimeReports = ({ org, ...scope }: Scope): void =>
  enqueue({ ...scope, org }, { task: 'time-reports', payload: { org }, key: `time reports ${org}` })

/**
 * Those that held in the month before this one, in their own zone, of which that month is not told yet; from the third day
 * on, each with that month, and the caller's alone to change. Who left is told nothing.
 */
async function lockReportable(scope: Scope, limit: number): Promise<(Row & { month: string })[]> {
  const { rows } = await sql<{ id: string; month: string }>`
    select t.id, x.month from protected_times t join members m on m.org_id = t.org_id and m.id = t.member_id
    cross join lateral (select ${scope.now}::timestamptz at time zone t.time_zone as local) l
    cross join lateral (select to_char(date_trunc('month', l.local) - interval '1 day', 'YYYY-MM') as month) x
    where t.org_id = ${scope.org} and t.state = 'agreed' and m.left_at is null and extract(day from l.local) >= 3
      and left(t.from_day, 7) <= x.month and left(coalesce(t.ends_day, t.until_day), 7) >= x.month
      and t.from_day <= coalesce(t.ends_day, t.until_day) and t.reported_month is distinct from x.month
    order by t.id limit ${limit} for update of t`.execute(scope.db)
  const found = await timesThat(scope, sql<boolean>`t.id = any(${rows.map(({ id }) => id)}::uuid[])`, limit)
  const monthOf = new Map(rows.map(({ id, month }) => [id, month]))
  return found.map((row) => ({ ...row, month: monthOf.get(row.id) ?? '' }))
}

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
