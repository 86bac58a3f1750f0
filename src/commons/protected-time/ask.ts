import { sql } from 'kysely'
import { monthsAfter } from '#course/document/days.ts'
import { findGroup } from '#people'
import { holdAlone } from '#platform/db/locks'
import { conflict, forbidden, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { dayIn } from '#platform/time-zone'
import { record } from '#record'
import type { ProtectedTime } from './contract.ts'
import { firstDay, isTooLong, type Pattern } from './days.ts'
import { writeOfTime } from './letters.ts'
import { mostMonths } from './limits.ts'
import { nearestAnswering } from './nearest.ts'
import { awaitAnswer } from './remind.ts'
import { findTime, getTime } from './rows.ts'

interface Asking extends Pattern {
  groupId: string
  hours: number
  untilDay: string
  time: string | null
  timeZone: string
  why: string
}

/** Throws 422 for days that are none, are over, or on which it would never come. */
function refuseWrong({ now }: Scope, asking: Asking): void {
  const { fromDay, untilDay, timeZone, hours } = asking
  if (untilDay < fromDay) throw invalidField('/untilDay', 'time.backwards')
  if (fromDay < dayIn(now, timeZone)) throw invalidField('/fromDay', 'time.past')
  if (untilDay > monthsAfter(fromDay, mostMonths))
    throw invalidField('/untilDay', 'time.too-far', { months: mostMonths })
  if (isTooLong(asking, hours)) throw invalidField('/hours', 'time.too-long')
  if (firstDay(asking) > untilDay) throw invalidField('/untilDay', 'time.too-short')
}

/** Asks for time, of whoever answers for a group that the actor is in. */
export async function askForTime(scope: Scope, asking: Asking): Promise<ProtectedTime> {
  const { org, actor, db, now } = scope
  const group = await findGroup(scope, asking.groupId)
  if (!actor.grants.some(({ on }) => on === group.id)) throw forbidden('time.not-in-group')
  refuseWrong(scope, asking)
  const managerIds = await nearestAnswering(scope, group.id, actor.id)
  if (managerIds.length === 0) throw conflict('time.nobody')
  await holdAlone(scope, `protected time ${org} ${actor.id}`)
  await refuseSecond(scope)
  const id = newIdIn(scope)
  const { hours, why, ...values } = asking
  await db
    .insertInto('protectedTimes')
    .values({
      ...{ orgId: org, id, memberId: actor.id, state: 'asked', askedHours: hours, why, askedAt: now },
      ...values,
    })
    .execute()
  await record(scope, 'time.asked', {
    timeId: id,
    memberId: actor.id,
    groupId: group.id,
    hours,
    why,
    managerIds,
  })
  await writeOfTime(scope, 'asked', await findTime(scope, id), managerIds)
  await awaitAnswer(scope, id)
  tell(scope, { topics: ['protected-time'] })
  return getTime(scope, id)
}

/** Throws 409 where the actor asks already, or has time that is not over. */
async function refuseSecond({ org, actor, db, now }: Scope): Promise<void> {
  const { rows } = await sql`select from protected_times where org_id = ${org} and member_id = ${actor.id}
    and (state in ('asked', 'proposed') or state = 'agreed'
      and coalesce(ends_day, until_day) >= to_char(${now.toISOString()}::timestamptz at time zone time_zone, 'YYYY-MM-DD'))
    limit 1`.execute(db)
  if (rows.length > 0) throw conflict('time.open-already')
}
