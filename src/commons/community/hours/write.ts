import { findGroup } from '#people'
import { conflict, forbidden, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { OfficeHour } from '../hour.contract.ts'
import { mayAddress } from '../posts/write.ts'
import { askForHour } from './due.ts'
import { writeOfHour } from './letters.ts'
import { findHour, getHour, guestsOf, lockHour, type Row, setHour } from './rows.ts'

interface Said {
  topic: string
  words: string
  startsAt: string
  minutes: number
  places: number
  place: string
  timeZone: string
}

const isPast = ({ now }: Scope, startsAt: string): boolean => Date.parse(startsAt) <= now.getTime()

/** Offers some, to all leaders or to those of a group that the actor leads. */
export async function offerOfficeHour(
  scope: Scope,
  { groupId, ...said }: Said & { groupId: string },
): Promise<OfficeHour> {
  if (!mayAddress(scope, await findGroup(scope, groupId))) throw forbidden('post.not-leading')
  if (isPast(scope, said.startsAt)) throw invalidField('/startsAt', 'hour.past')
  const id = newIdIn(scope)
  const values = { orgId: scope.org, id, groupId, hostId: scope.actor.id, offeredAt: scope.now, ...said }
  await scope.db.insertInto('officeHours').values(values).execute()
  const { topic, startsAt } = said
  await record(scope, 'hour.offered', { hourId: id, groupId, topic, startsAt })
  askForHour(scope, await findHour(scope, id))
  tell(scope, { topics: ['office-hours'] })
  return getHour(scope, id)
}

/** Throws 409 for what is over or was cancelled. */
function refuseClosed({ isOver, why }: Row): void {
  if (why !== null) throw conflict('hour.cancelled')
  if (isOver) throw conflict('hour.over')
}

/** Office hours of the actor's own that have not begun, locked. */
async function lockOwn(scope: Scope, id: string): Promise<Row> {
  const hour = await lockHour(scope, id)
  if (hour.host.id !== scope.actor.id) throw forbidden('hour.not-yours')
  refuseClosed(hour)
  if (isPast(scope, hour.startsAt)) throw conflict('hour.over')
  return hour
}

/** Changes them: whoever comes is told, and reminded of the new time. */
export async function changeOfficeHour(scope: Scope, id: string, said: Said): Promise<OfficeHour> {
  const before = await lockOwn(scope, id)
  if (isPast(scope, said.startsAt)) throw invalidField('/startsAt', 'hour.past')
  if (said.places < before.taken) throw invalidField('/places', 'hour.more-come', { count: before.taken })
  const isMoved = Date.parse(before.startsAt) !== Date.parse(said.startsAt)
  await setHour(scope, id, {
    ...said,
    sequence: before.sequence + 1,
    ...(isMoved && { remindedAt: null }),
  })
  const hour = await findHour(scope, id)
  const guests = await guestsOf(scope, id)
  const { topic, startsAt, group } = hour
  const guestIds = guests.map(({ memberId }) => memberId)
  await record(scope, 'hour.changed', { hourId: id, groupId: group.id, topic, startsAt, guestIds })
  await writeOfHour(scope, 'changed', hour, guests)
  askForHour(scope, hour)
  tell(scope, { topics: ['office-hours'] })
  return getHour(scope, id)
}

/** Cancels office hours that were found open and locked: whoever comes is told why. */
export async function cancel(scope: Scope, hour: Row, why: string): Promise<void> {
  const sequence = hour.sequence + 1
  await setHour(scope, hour.id, { cancelledAt: scope.now, cancelledWhy: why, sequence })
  const guests = await guestsOf(scope, hour.id)
  const guestIds = guests.map(({ memberId }) => memberId)
  const { topic, startsAt, group } = hour
  const of = { hourId: hour.id, groupId: group.id, topic, startsAt }
  await record(scope, 'hour.cancelled', { ...of, why, guestIds })
  await writeOfHour(scope, 'cancelled', { ...hour, why, sequence }, guests)
  tell(scope, { topics: ['office-hours'] })
}

/** Cancels one's own, with a reason. */
export async function cancelOfficeHour(scope: Scope, id: string, why: string): Promise<OfficeHour> {
  await cancel(scope, await lockOwn(scope, id), why)
  return getHour(scope, id)
}

const placeOf = ({ id, group, topic, host }: Row, memberId: string) => ({
  ...{ hourId: id, groupId: group.id, topic, memberId, hostId: host.id },
})

/** Signs up, as long as there is a place; doing it again changes nothing. */
export async function joinOfficeHour(scope: Scope, id: string, timeZone: string): Promise<OfficeHour> {
  const hour = await lockHour(scope, id)
  if (hour.host.id === scope.actor.id) throw conflict('hour.own')
  refuseClosed(hour)
  if (hour.isComing) return getHour(scope, id)
  if (hour.taken >= hour.places) throw conflict('hour.full')
  const values = { orgId: scope.org, hourId: id, memberId: scope.actor.id, timeZone, signedUpAt: scope.now }
  await scope.db.insertInto('officeHourGuests').values(values).execute()
  await record(scope, 'hour.joined', placeOf(hour, scope.actor.id))
  await writeOfHour(scope, 'joined', hour, [values])
  tell(scope, { topics: ['office-hours'] })
  return getHour(scope, id)
}

/** Gives a place back that somebody has in office hours which are locked. */
export async function freePlace(scope: Scope, hour: Row, memberId: string): Promise<void> {
  await scope.db
    .deleteFrom('officeHourGuests')
    .where('orgId', '=', scope.org)
    .where('hourId', '=', hour.id)
    .where('memberId', '=', memberId)
    .execute()
  await record(scope, 'hour.left', placeOf(hour, memberId))
  tell(scope, { topics: ['office-hours'] })
}

/** Gives one's own place back; a file takes the hours out of one's calendar, and one who comes again puts them back. */
export async function leaveOfficeHour(scope: Scope, id: string): Promise<OfficeHour> {
  const hour = await lockHour(scope, id)
  if (!hour.isComing) throw conflict('hour.not-coming')
  if (hour.isOver) throw conflict('hour.over')
  const me = (await guestsOf(scope, id)).filter(({ memberId }) => memberId === scope.actor.id)
  await freePlace(scope, hour, scope.actor.id)
  const sequence = hour.sequence + 1
  await setHour(scope, id, { sequence })
  await writeOfHour(scope, 'left', { ...hour, why: '', sequence }, me)
  return getHour(scope, id)
}
