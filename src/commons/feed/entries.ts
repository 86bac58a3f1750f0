import { type RawBuilder, sql } from 'kysely'
import type { Fact, FactType } from '#facts'
import { whoMayEnter } from '#people'
import { newIdIn, type Scope, tell } from '#platform/scope'
import type { FeedEntry, FeedReason } from './contract.ts'

export interface Entry {
  kind: FeedEntry['kind']
  groupId: string
  needId?: string | null
  courseId?: string | null
  data?: Record<string, unknown>
  forGroup?: boolean
}

/**
 * The people an entry concerns, with the reason that is shown. Whoever acted is told nothing of their own act, and
 * nobody of what they may not see.
 */
export type Audience = { memberId: string; reason: FeedReason }[]

/** Adds one story to the feed. */
export async function addEntry(
  scope: Scope,
  fact: Fact<FactType>,
  entry: Entry,
  audience: Audience,
): Promise<void> {
  const { kind, groupId, needId = null, courseId = null, data = {}, forGroup = false } = entry
  const id = newIdIn(scope)
  await scope.db
    .insertInto('feedEntries')
    .values({
      orgId: scope.org,
      id,
      kind,
      actorId: fact.actorId,
      groupId,
      needId,
      courseId,
      data: JSON.stringify(data),
      at: fact.at,
      forGroup,
    })
    .execute()
  const isOthers = ({ memberId }: Audience[number]) => memberId !== fact.actorId
  const told = await insertAudience(scope, { id, groupId }, audience.filter(isOthers))
  tell(scope, forGroup ? { topics: ['feed'] } : { topics: ['feed'], to: told })
}

/** Shows a story to more people. */
export async function addAudience(
  scope: Scope,
  entry: { id: string; groupId: string },
  audience: Audience,
): Promise<void> {
  tell(scope, { topics: ['feed'], to: await insertAudience(scope, entry, audience) })
}

/** Keeps for whom an entry is who may see its group; the first reason a person has is the one that is shown. Answers who. */
async function insertAudience(
  scope: Scope,
  { id, groupId }: { id: string; groupId: string },
  audience: Audience,
): Promise<string[]> {
  const people = new Map([...audience].reverse().map(({ memberId, reason }) => [memberId, reason]))
  const welcome = await whoMayEnter(scope, groupId, [...people.keys()])
  const those = [...people].filter(([memberId]) => welcome.has(memberId))
  if (those.length > 0)
    await sql`insert into feed_audience (org_id, member_id, entry_id, reason)
      select ${scope.org}, a.member_id, ${id}, a.reason
      from unnest(${those.map(([memberId]) => memberId)}::uuid[], ${those.map(([, reason]) => reason)}::text[])
        as a(member_id, reason) on conflict do nothing`.execute(scope.db)
  return those.map(([memberId]) => memberId)
}

/** Takes stories (a query of their ids) out of every feed, and tells it to those who look at theirs. */
export async function forgetEntries(scope: Scope, entries: RawBuilder<unknown>): Promise<void> {
  const { org, db } = scope
  await sql`delete from feed_audience a where a.org_id = ${org} and a.entry_id in (${entries})`.execute(db)
  await sql`delete from feed_entries e where e.org_id = ${org} and e.id in (${entries})`.execute(db)
  tell(scope, { topics: ['feed'] })
}
