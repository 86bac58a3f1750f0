import { sql } from 'kysely'
import { enqueue, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { writeToSponsor } from './letters.ts'
import { lock, set, volunteersThat } from './rows.ts'

/** So many milliseconds a volunteer waits before somebody is reminded. */
const patience = 2 * 86_400_000

export const remindAt = (from: Date): Date => new Date(from.getTime() + patience)

/** Has a job look at a volunteer when whoever is to greet them has had their time. */
export const scheduleReminder = (scope: Scope, volunteerId: string): void =>
  enqueue(scope, {
    task: 'remind-sponsor',
    payload: { org: scope.org, volunteerId },
    runAt: remindAt(scope.now).toISOString(),
    key: `remind ${volunteerId}`,
  })

/** Reminds whoever is to greet a volunteer, where it is time and nobody has: once. */
export async function remindSponsor(scope: Scope, id: string): Promise<void> {
  await lock(scope, id)
  const [row] = await volunteersThat(
    scope,
    sql<boolean>`v.id = ${id} and v.greeted_at is null and v.reminded_at is null and v.remind_at <= ${scope.now}`,
  )
  if (!row) return
  await set(scope, id, { remindedAt: scope.now })
  const { member, groupId, sponsorId } = row
  await record(scope, 'volunteer.reminded', { volunteerId: id, memberId: member.id, groupId, sponsorId })
  await writeToSponsor(scope, row, 'reminded')
  tell(scope, { topics: ['volunteers'] })
}
