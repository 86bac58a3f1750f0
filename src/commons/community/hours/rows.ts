import { type RawBuilder, sql } from 'kysely'
import { groupVisible, person } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { OfficeHour } from '../hour.contract.ts'

export interface Row extends Omit<OfficeHour, 'cancelled' | 'can'> {
  why: string | null
  sequence: number
  timeZone: string
  remindedAt: string | null
  heldAt: string | null
}

/** SQL: when office hours `h` are over. */
const endsAt = sql`h.starts_at + h.minutes * interval '1 minute'`

/** SQL: whether the reader signed up for office hours `h`. */
const comes = ({ actor }: Scope) => sql<boolean>`exists (select from office_hour_guests u
  where u.org_id = h.org_id and u.hour_id = h.id and u.member_id = ${actor.id})`

/** SQL condition: office hours `h` of a group `g` that the reader may see; cancelled ones, those whom it concerns. */
const seen = (scope: Scope) => sql<boolean>`(${groupVisible(scope, 'g')}
  and (h.cancelled_at is null or h.host_id = ${scope.actor.id} or ${comes(scope)}))`

interface Asked {
  where: RawBuilder<boolean>
  order?: RawBuilder<unknown>
  limit: number
}

const inTime = sql`h.starts_at, h.id`

export async function hoursThat(scope: Scope, { where, order = inTime, limit }: Asked): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select h.id, json_build_object('id', g.id, 'name', g.name) as "group", ${person('m')} as host, h.topic, h.words,
      h.starts_at, h.minutes, h.places, h.place, h.sequence, h.time_zone, h.reminded_at, h.held_at,
      h.cancelled_why as why, ${endsAt} <= ${scope.now.toISOString()}::timestamptz as is_over, ${comes(scope)} as is_coming,
      (select count(*)::int from office_hour_guests u where u.org_id = h.org_id and u.hour_id = h.id) as taken,
      case when h.host_id = ${scope.actor.id} then coalesce((select json_agg(${person('p')} order by u.signed_up_at, p.id)
        from office_hour_guests u join members p on p.org_id = u.org_id and p.id = u.member_id
        where u.org_id = h.org_id and u.hour_id = h.id), '[]') else '[]' end as guests
    from office_hours h join groups g on g.org_id = h.org_id and g.id = h.group_id
    join members m on m.org_id = h.org_id and m.id = h.host_id
    where h.org_id = ${scope.org} and ${where} order by ${order} limit ${limit}`.execute(scope.db)
  return rows
}

function present({ actor }: Scope, row: Row): OfficeHour {
  const { why, sequence: _, timeZone: __, remindedAt: ___, heldAt: ____, ...hour } = row
  const isOpen = why === null && !hour.isOver
  const isHost = hour.host.id === actor.id
  return {
    ...hour,
    cancelled: why === null ? null : { why },
    can: {
      join: isOpen && !isHost && !hour.isComing && hour.taken < hour.places,
      leave: isOpen && hour.isComing,
      change: isOpen && isHost,
    },
  }
}

interface Query {
  limit: number
  after?: string | undefined
  when: 'coming' | 'over'
}

/** Office hours that the reader may see: those to come, the next first, or those that are over, the latest first. */
export async function listOfficeHours(scope: Scope, { limit, after, when }: Query) {
  const from = readCursor(after, 'moment', 'id')
  const now = sql`${scope.now.toISOString()}::timestamptz`
  const [isMeant, beyond, order] =
    when === 'coming'
      ? [sql`${endsAt} > ${now}`, sql`>`, sql`h.starts_at, h.id`]
      : [sql`${endsAt} <= ${now}`, sql`<`, sql`h.starts_at desc, h.id desc`]
  const rest = from
    ? sql`(h.starts_at, h.id) ${beyond} (${from[0]}::timestamptz, ${from[1]}::uuid)`
    : sql`true`
  const where = sql<boolean>`${isMeant} and ${rest} and ${seen(scope)}`
  const rows = await hoursThat(scope, { where, order, limit: limit + 1 })
  const { items, next } = pageOf(rows, limit, ({ startsAt, id }) => [startsAt, id])
  return { items: items.map((row) => present(scope, row)), next }
}

/** One that the reader may see; throws 404. */
export async function findHour(scope: Scope, id: string): Promise<Row> {
  const [row] = await hoursThat(scope, { where: sql<boolean>`h.id = ${id} and ${seen(scope)}`, limit: 1 })
  if (!row) throw notFound('hour')
  return row
}

export const getHour = async (scope: Scope, id: string): Promise<OfficeHour> =>
  present(scope, await findHour(scope, id))

/** Until the transaction ends nobody else changes it, or signs up for it. */
export async function holdHour({ org, db }: Pick<Scope, 'org' | 'db'>, id: string): Promise<void> {
  await sql`select from office_hours where org_id = ${org} and id = ${id} for update`.execute(db)
}

/** One that the reader may see, theirs alone to change; throws 404. */
export async function lockHour(scope: Scope, id: string): Promise<Row> {
  await holdHour(scope, id)
  return findHour(scope, id)
}

/** Those who signed up, as they may be written to. */
export async function guestsOf({ org, db }: Pick<Scope, 'org' | 'db'>, id: string) {
  return db
    .selectFrom('officeHourGuests')
    .select(['memberId', 'timeZone'])
    .where('orgId', '=', org)
    .where('hourId', '=', id)
    .orderBy('memberId')
    .execute()
}

/** Keeps something else of office hours that are held. */
export const setHour = (
  { org, db }: Pick<Scope, 'org' | 'db'>,
  id: string,
  values: Record<string, unknown>,
) => db.updateTable('officeHours').set(values).where('orgId', '=', org).where('id', '=', id).execute()
