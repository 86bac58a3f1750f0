import { monthsAfter } from '#course/document/days.ts'
import { conflict, forbidden } from '#platform/problem'
import { nobody, type Scope, tell } from '#platform/scope'
import { dayIn } from '#platform/time-zone'
import { record } from '#record'
import type { ProtectedTime } from './contract.ts'
import { writeOfTime } from './letters.ts'
import { getTime, lastDay, lockTime, type Row } from './rows.ts'
import { monthsOf } from './use.ts'

/** Ends what goes on, at once or after a month: the last day is told, and the calendar file ends there. */
export async function endTime(
  scope: Scope,
  id: string,
  { how, why }: { how: 'now' | 'notice'; why: string },
): Promise<ProtectedTime> {
  const { row, can } = await lockTime(scope, id)
  if (!can.end) throw conflict('time.settled')
  const today = dayIn(scope.now, row.timeZone)
  const endsDay = how === 'now' ? today : monthsAfter(today, 1)
  // Whoever gave notice may still end it at once, and nobody ends it later than it would.
  if (endsDay >= lastDay(row)) throw conflict('time.settled')
  await end(scope, row, endsDay, why)
  return getTime(scope, id)
}

/** Ends it with a day, in the name of who acts, or of whose time it is where they have left; both get the file that ends there. */
export async function end(scope: Scope, row: Row, endsDay: string, why: string): Promise<void> {
  const sequence = row.sequence + 1
  const endedBy = scope.actor.id === nobody.id ? row.member.id : scope.actor.id
  await scope.db
    .updateTable('protectedTimes')
    .set({ endsDay, endedBy, endedAt: scope.now, endedWhy: why, sequence })
    .where('orgId', '=', scope.org)
    .where('id', '=', row.id)
    .execute()
  const of = { timeId: row.id, memberId: row.member.id, groupId: row.group.id }
  await record(scope, 'time.ended', { ...of, managerId: row.manager?.id ?? null, endedBy, endsDay, why })
  const both = [row.member.id, ...(row.manager ? [row.manager.id] : [])]
  await writeOfTime(scope, 'ended', { ...row, endsDay, endedWhy: why, sequence }, both)
  tell(scope, { topics: ['protected-time'] })
}

/** Notes how much of it was used in a month, or takes that back, as whoever has it. */
export async function noteTime(
  scope: Scope,
  id: string,
  month: string,
  minutes: number | null,
): Promise<ProtectedTime> {
  const { row } = await lockTime(scope, id)
  if (row.member.id !== scope.actor.id) throw forbidden('time.not-yours')
  if (!monthsOf(scope.now, row).includes(month)) throw conflict('time.not-that-month')
  const { org: orgId, db, now: notedAt } = scope
  if (minutes === null)
    await db
      .deleteFrom('protectedHours')
      .where('orgId', '=', orgId)
      .where('timeId', '=', id)
      .where('month', '=', month)
      .execute()
  else
    await db
      .insertInto('protectedHours')
      .values({ orgId, timeId: id, month, minutes, notedAt })
      .onConflict((known) => known.columns(['orgId', 'timeId', 'month']).doUpdateSet({ minutes, notedAt }))
      .execute()
  const of = { timeId: id, memberId: row.member.id, groupId: row.group.id }
  await record(scope, 'time.used', { ...of, month, minutes })
  tell(scope, { topics: ['protected-time'] })
  return getTime(scope, id)
}
