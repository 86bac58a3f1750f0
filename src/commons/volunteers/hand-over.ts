import { type RawBuilder, sql } from 'kysely'
import { conflict, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Volunteer } from './contract.ts'
import { writeToSponsor } from './letters.ts'
import { remindAt, scheduleReminder } from './remind.ts'
import { lock, lockSeen, ofOther, type Row, seenBy, set, volunteersThat } from './rows.ts'
import { sponsorsFor } from './sponsors.ts'

const candidatesFor = (scope: Scope, { member, groupId, locale }: Row) =>
  sponsorsFor(scope, { memberId: member.id, groupId, locale })

/** Names who greets a volunteer from now on, who is told; they have as long to do so as whoever was named before. */
async function name(scope: Scope, row: Row, sponsorId: string | null, by: string | null): Promise<void> {
  const { id: volunteerId, member, groupId, greeting } = row
  await set(scope, volunteerId, { sponsorId, remindAt: remindAt(scope.now) })
  await record(scope, 'volunteer.sponsored', { volunteerId, memberId: member.id, groupId, sponsorId, by })
  if (!greeting) {
    scheduleReminder(scope, volunteerId)
    await writeToSponsor(scope, { ...row, sponsorId }, 'sponsored')
  }
  tell(scope, { topics: ['volunteers'] })
}

/** Who else may greet a volunteer whom the actor is to see. */
export async function listSponsors(scope: Scope, id: string): Promise<{ items: Volunteer['member'][] }> {
  const [row] = await volunteersThat(scope, sql<boolean>`v.id = ${id} and ${seenBy(scope)}`)
  if (!row) throw notFound('volunteer')
  return { items: (await candidatesFor(scope, row)).filter((one) => one.id !== row.sponsorId) }
}

/** Has somebody else greet a volunteer: a leader or an administrator who may. Naming who is named already changes nothing. */
export async function handOverVolunteer(scope: Scope, id: string, memberId: string): Promise<Volunteer> {
  const row = await lockSeen(scope, id)
  if (row.greeting) throw conflict('volunteer.greeted', { name: row.greeting.by.name })
  if (row.sponsorId === memberId) return ofOther(row)
  const next = (await candidatesFor(scope, row)).find((one) => one.id === memberId)
  if (!next) throw conflict('volunteer.no-sponsor')
  await name(scope, row, memberId, scope.actor.id)
  return { ...ofOther(row), sponsor: next }
}

/** How many volunteers find somebody else in one go; no sponsor has more to greet. */
const mostAtOnce = 1000

/** Finds somebody else for each of these volunteers `v` whose sponsor may not be theirs any more, or who has none. */
export async function renewSponsors(scope: Scope, which: RawBuilder<boolean>): Promise<void> {
  for (const { id } of await volunteersThat(scope, which, { limit: mostAtOnce })) {
    await lock(scope, id)
    const [row] = await volunteersThat(scope, sql<boolean>`v.id = ${id} and ${which}`)
    if (!row) continue
    const candidates = await candidatesFor(scope, row)
    if (candidates.some((one) => one.id === row.sponsorId)) continue
    const next = candidates[0]?.id ?? null
    if (next !== row.sponsorId) await name(scope, row, next, null)
  }
}
