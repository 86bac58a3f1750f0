import { sql } from 'kysely'
import type { Fact } from '#facts'
import { holdAlone } from '#platform/db/locks'
import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { type Audience, addEntry, type Entry, forgetEntries } from './entries.ts'
import { answerFor } from './handovers.ts'

type Told = 'volunteer.came' | 'volunteer.sponsored' | 'volunteer.greeted' | 'volunteer.reminded'

/** Whether a volunteer withdrew after something happened to them. */
async function isOver(scope: Scope, { id, data }: Fact<Told>): Promise<boolean> {
  const { rows } =
    await sql`select from facts f where f.org_id = ${scope.org} and f.type = 'volunteer.withdrew'
    and f.id > ${id} and f.data->>'volunteerId' = ${data.volunteerId}::text limit 1`.execute(scope.db)
  return rows.length > 0
}

/** Whoever tells of a volunteer waits for who takes that back at the same time. */
const hold = (scope: Scope, volunteerId: string) => holdAlone(scope, `volunteer in feed ${volunteerId}`)

/** Tells of a volunteer as long as they are one; nobody but the audience may know. */
async function tellOf(scope: Scope, fact: Fact<Told>, audience: Audience, words = ''): Promise<void> {
  const { volunteerId, memberId, groupId } = fact.data
  await hold(scope, volunteerId)
  if (await isOver(scope, fact)) return
  const { name } = await scope.db
    .selectFrom('members')
    .select('name')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  const entry: Entry = { kind: fact.type, groupId, data: { volunteerId, name, words } }
  await addEntry(scope, fact, entry, audience)
}

const sponsor = (memberId: string | null): Audience =>
  memberId === null ? [] : [{ memberId, reason: 'you-greet' }]

/** Whoever is to greet a volunteer hears of them, and those who answer for the group where nobody does in time. */
export const volunteers: Reaction[] = [
  reaction('volunteer.came', 'feed.volunteer-came', (scope, fact) =>
    tellOf(scope, fact, sponsor(fact.data.sponsorId)),
  ),
  reaction('volunteer.sponsored', 'feed.volunteer-sponsored', (scope, fact) =>
    tellOf(scope, fact, sponsor(fact.data.sponsorId)),
  ),
  reaction('volunteer.greeted', 'feed.volunteer-greeted', (scope, fact) =>
    tellOf(scope, fact, [{ memberId: fact.data.memberId, reason: 'you-volunteered' }], fact.data.words),
  ),
  reaction('volunteer.reminded', 'feed.volunteer-reminded', async (scope, fact) => {
    const { groupId, sponsorId, memberId } = fact.data
    const others = await answerFor(scope, groupId)
    const audience = [...sponsor(sponsorId), ...others].filter((one) => one.memberId !== memberId)
    await tellOf(scope, fact, audience)
  }),
  reaction('volunteer.withdrew', 'feed.volunteer-withdrew', async (scope, { data, at }) => {
    await hold(scope, data.volunteerId)
    await forgetEntries(
      scope,
      sql`select f.id from feed_entries f where f.org_id = ${scope.org} and f.at <= ${at}::timestamptz
        and f.kind in ('volunteer.came', 'volunteer.sponsored', 'volunteer.reminded')
        and f.data->>'volunteerId' = ${data.volunteerId}::text`,
    )
  }),
]
