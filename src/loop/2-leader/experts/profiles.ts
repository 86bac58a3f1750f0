import { type RawBuilder, sql } from 'kysely'
import { invalidField, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Availability, Profile } from '../expert.contract.ts'

/**
 * SQL: the columns of a profile, of members `m` beside their row `p` in expert_profiles, which may be missing. Who was busy
 * or away until a moment that has passed is open again.
 */
export const profileColumns = ({ now }: Scope): RawBuilder<unknown> => sql`
  json_build_object('id', m.id, 'name', m.name, 'title', m.title) as member,
  exists (select from roles r where r.org_id = m.org_id and r.member_id = m.id and r.role = 'leader') as is_leader,
  coalesce(p.helps_with, '') as helps_with,
  (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name)), '[]')
    from profile_topics x join topics o on o.org_id = x.org_id and o.id = x.topic_id
    join topics t on t.org_id = o.org_id and t.id = coalesce(o.merged_into, o.id)
    where x.org_id = m.org_id and x.member_id = m.id) as topics,
  coalesce(p.languages, array[m.locale]) as languages, ${availabilityAt(now)} as availability,
  case when p.until > ${now} then p.until end as until`

/** SQL: whether who has a row `p` has time at a moment. */
const availabilityAt = (now: Date): RawBuilder<Availability> =>
  sql<Availability>`case when p.availability is null or p.until <= ${now} then 'open' else p.availability end`

/** SQL: who has time stands first, who is busy next, who is away last. */
export const availabilityRank = ({ now }: Scope): RawBuilder<number> =>
  sql<number>`case ${availabilityAt(now)} when 'open' then 0 when 'busy' then 1 else 2 end`

async function findProfile(scope: Scope, memberId: string): Promise<Profile | null> {
  const { rows } = await sql<Profile & { isSaid: boolean }>`
    select ${profileColumns(scope)}, p.member_id is not null as is_said
    from members m left join expert_profiles p on p.org_id = m.org_id and p.member_id = m.id
    where m.org_id = ${scope.org} and m.id = ${memberId}`.execute(scope.db)
  const [row] = rows
  if (!row) throw notFound('member')
  const { isSaid, ...profile } = row
  return isSaid || profile.isLeader ? profile : null
}

/** What someone can help with as they say it; null for who has said nothing and does not lead. */
export const getProfile = async (scope: Scope, memberId: string) => ({
  profile: await findProfile(scope, memberId),
})

interface Said {
  helpsWith: string
  topicIds: readonly string[]
  languages: readonly string[]
  availability: Availability
  until: string | null
}

/** Says what the actor can help with, in the place of what they said before. */
export async function setProfile(scope: Scope, { topicIds, ...said }: Said): Promise<Profile> {
  const { org, actor, now } = scope
  if (said.until !== null && (said.availability === 'open' || said.until <= now.toISOString()))
    throw invalidField('/until', 'profile.until')
  const values = { ...said, languages: [...new Set(said.languages)], changedAt: now }
  await scope.db
    .insertInto('expertProfiles')
    .values({ orgId: org, memberId: actor.id, ...values })
    .onConflict((known) => known.columns(['orgId', 'memberId']).doUpdateSet(values))
    .execute()
  await forgetTopics(scope)
  const { rows } = await sql`insert into profile_topics (org_id, member_id, topic_id)
    select distinct org_id, ${actor.id}::uuid, coalesce(merged_into, id) from topics
    where org_id = ${org} and id = any(${[...topicIds]}::uuid[]) returning topic_id`.execute(scope.db)
  if (rows.length === 0 && topicIds.length > 0) throw notFound('topic')
  await record(scope, 'profile.set', { memberId: actor.id })
  tell(scope, { topics: ['experts'] })
  const profile = await findProfile(scope, actor.id)
  if (!profile) throw new Error('What was just said is not there.')
  return profile
}

/** Takes back what the actor said; saying nothing again changes nothing. */
export async function removeProfile(scope: Scope): Promise<void> {
  await forgetTopics(scope)
  const gone = await scope.db
    .deleteFrom('expertProfiles')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', scope.actor.id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await record(scope, 'profile.removed', { memberId: scope.actor.id })
  tell(scope, { topics: ['experts'] })
}

const forgetTopics = ({ org, actor, db }: Scope) =>
  db.deleteFrom('profileTopics').where('orgId', '=', org).where('memberId', '=', actor.id).execute()
