import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { settleWithout } from './coaching/coachings.ts'
import { forgetOffer } from './coaching/offers.ts'
import { lockOpenOf } from './coaching/rows.ts'
import { hoursThat } from './hours/rows.ts'
import { cancel, freePlace } from './hours/write.ts'

/** What is open of somebody who left comes to its end: whom it concerns hears of it. */
async function settleAll(scope: Scope, memberId: string): Promise<void> {
  const isTheirs = sql`(h.host_id = ${memberId} or exists (select from office_hour_guests u
    where u.org_id = h.org_id and u.hour_id = h.id and u.member_id = ${memberId}))`
  const isOpen = sql<boolean>`h.cancelled_at is null and h.starts_at > ${scope.now.toISOString()}::timestamptz`
  await sql`select from office_hours h where h.org_id = ${scope.org} and ${isOpen} and ${isTheirs}
    order by h.id for update`.execute(scope.db)
  for (const hour of await hoursThat(scope, { where: sql<boolean>`${isOpen} and ${isTheirs}`, limit: 1000 }))
    if (hour.host.id === memberId) await cancel(scope, hour, '')
    else await freePlace(scope, hour, memberId)
  for (const coaching of await lockOpenOf(scope, memberId)) await settleWithout(scope, coaching)
  await forgetOffer(scope, memberId)
}

export const reactions: Reaction[] = [
  reaction('member.left', 'community.member-left', (scope, { data }) => settleAll(scope, data.memberId)),
]
