import { type RawBuilder, sql } from 'kysely'
import { holds, person, personIfAny, roles } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { dayIn } from '#platform/time-zone'
import type { ProtectedTime } from './contract.ts'
import { monthsFor } from './use.ts'

export interface Row extends Omit<ProtectedTime, 'state' | 'months' | 'can' | 'ended' | 'group'> {
  state: Exclude<ProtectedTime['state'], 'ended'>
  group: ProtectedTime['group'] & { path: string[] }
  endsDay: string | null
  ender: ProtectedTime['manager']
  endedWhy: string
  sequence: number
  /** Whether somebody was named who answers. */
  isAnswered: boolean
}

/**
 * SQL: who answers for the group of `t` now: whoever did so far, else the next who does, from the group up; never whoever has
 * the time, and nobody who left.
 */
export const answering = sql`(select r.member_id from groups a join roles r on r.org_id = a.org_id
    and r.group_id = any(a.path) and r.role in ('manager', 'admin')
  join members w on w.org_id = r.org_id and w.id = r.member_id and w.left_at is null
  where a.org_id = t.org_id and a.id = t.group_id and r.member_id <> t.member_id
  order by (r.member_id is not distinct from t.manager_id) desc, array_position(a.path, r.group_id) desc,
    (r.role = 'manager') desc, r.granted_at, r.member_id limit 1)`

/** SQL condition: the reader has the time `t`, or answers for it: while nobody has, all who may; then one of them. */
function concerns({ actor }: Scope): RawBuilder<boolean> {
  const held = roles.groupsHeld(actor, 'manager')
  return sql<boolean>`(t.member_id = ${actor.id} or ${isAnswering(actor.id, held)})`
}

const isAnswering = (
  me: string,
  held: string[],
) => sql<boolean>`(t.member_id <> ${me} and g.path && ${held}::uuid[]
  and (t.manager_id is null and t.state = 'asked' or ${answering} = ${me}::uuid))`

export async function timesThat(scope: Scope, where: RawBuilder<boolean>, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id, ${person('m')} as member, json_build_object('id', g.id, 'name', g.name, 'path', g.path) as "group",
      t.state, t.why, t.asked_hours, t.hours, t.from_day, t.until_day, t.rhythm, t.weekday, t.time, t.time_zone,
      t.asked_at, t.manager_id is not null as is_answered,
      case when t.manager_id is not null then ${personIfAny('k')} end as manager, t.answer, t.agreed_at, t.ends_day,
      ${personIfAny('e')} as ender, t.ended_why, t.sequence
    from protected_times t join members m on m.org_id = t.org_id and m.id = t.member_id
    join groups g on g.org_id = t.org_id and g.id = t.group_id
    left join members k on k.org_id = t.org_id and k.id = ${answering}
    left join members e on e.org_id = t.org_id and e.id = t.ended_by
    where t.org_id = ${scope.org} and ${where} order by t.id desc limit ${limit}`.execute(scope.db)
  return rows
}

/** Its last day, as far as that is said. */
export const lastDay = ({ endsDay, untilDay }: Pick<Row, 'endsDay' | 'untilDay'>): string =>
  endsDay ?? untilDay

/** Where it stands today, in its own zone. */
export function stateOf({ now }: Pick<Scope, 'now'>, row: Row): ProtectedTime['state'] {
  return row.state === 'agreed' && dayIn(now, row.timeZone) > lastDay(row) ? 'ended' : row.state
}

function present(scope: Scope, row: Row, months: ProtectedTime['months']): ProtectedTime {
  const { endsDay, ender, endedWhy, sequence: _, isAnswered, group, ...time } = row
  const { actor } = scope
  const isMine = time.member.id === actor.id
  const state = stateOf(scope, row)
  const answers =
    !isMine && holds(actor, group.path, 'manager') && (!isAnswered || time.manager?.id === actor.id)
  return {
    ...{ ...time, state, months },
    group: { id: group.id, name: group.name },
    ended: endsDay === null ? null : { on: endsDay, by: ender, why: endedWhy },
    can: {
      answer: answers && (state === 'asked' || state === 'proposed'),
      accept: isMine && state === 'proposed',
      withdraw: isMine && (state === 'asked' || state === 'proposed'),
      end: state === 'agreed' && (isMine || answers),
      note: isMine && (state === 'agreed' || state === 'ended'),
    },
  }
}

async function presentAll(scope: Scope, rows: readonly Row[]): Promise<ProtectedTime[]> {
  const months = await monthsFor(scope, rows)
  return rows.map((row) => present(scope, row, months.get(row.id) ?? []))
}

interface Query {
  limit: number
  after?: string | undefined
  side: 'mine' | 'answering'
}

/** The actor’s own, or those that they answer for. */
export async function listProtectedTimes(scope: Scope, { limit, after, side }: Query) {
  const from = readCursor(after, 'id')
  const { actor } = scope
  const isMeant =
    side === 'mine'
      ? sql<boolean>`t.member_id = ${actor.id}`
      : isAnswering(actor.id, roles.groupsHeld(actor, 'manager'))
  const rest = from ? sql<boolean>`t.id < ${from[0]}::uuid` : sql<boolean>`true`
  const rows = await timesThat(scope, sql<boolean>`${isMeant} and ${rest}`, limit + 1)
  const { items, next } = pageOf(rows, limit, ({ id }) => [id])
  return { items: await presentAll(scope, items), next }
}

/** One that concerns the actor; throws 404. */
export async function findTime(scope: Scope, id: string): Promise<Row> {
  const [row] = await timesThat(scope, sql<boolean>`t.id = ${id} and ${concerns(scope)}`, 1)
  if (!row) throw notFound('time')
  return row
}

/** The same as it is told. */
export async function getTime(scope: Scope, id: string): Promise<ProtectedTime> {
  const [time] = await presentAll(scope, [await findTime(scope, id)])
  if (!time) throw notFound('time')
  return time
}

/** One that concerns the actor, theirs alone to change until the transaction ends; throws 404. */
export async function lockTime(scope: Scope, id: string): Promise<{ row: Row; can: ProtectedTime['can'] }> {
  await sql`select from protected_times where org_id = ${scope.org} and id = ${id} for update`.execute(
    scope.db,
  )
  const row = await findTime(scope, id)
  return { row, can: present(scope, row, []).can }
}

/** Those of somebody that wait or go on, each the actor’s alone to change. */
export async function lockOpenOf(scope: Scope, memberId: string): Promise<Row[]> {
  const open = sql<boolean>`t.member_id = ${memberId} and t.state in ('asked', 'proposed', 'agreed')`
  await sql`select from protected_times t where t.org_id = ${scope.org} and ${open} order by t.id for update`.execute(
    scope.db,
  )
  return timesThat(scope, open, 1000)
}
