import { sql } from 'kysely'
import { invalidField, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Availability, Profile } from '../expert.contract.ts'
import { forgetEndorsements } from './endorsements.ts'
import { findProfile } from './profile-rows.ts'

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
  const { rows } = await sql<{ topicId: string }>`insert into profile_topics (org_id, member_id, topic_id)
    select distinct org_id, ${actor.id}::uuid, coalesce(merged_into, id) from topics
    where org_id = ${org} and id = any(${[...topicIds]}::uuid[]) returning topic_id`.execute(scope.db)
  if (rows.length === 0 && topicIds.length > 0) throw notFound('topic')
  await forgetEndorsements(
    scope,
    rows.map(({ topicId }) => topicId),
  )
  await record(scope, 'profile.set', { memberId: actor.id })
  tell(scope, { topics: ['experts'] })
  const profile = await findProfile(scope, actor.id)
  if (!profile) throw new Error('What was just said is not there.')
  return profile
}

/** Takes back what the actor said; saying nothing again changes nothing. */
export async function removeProfile(scope: Scope): Promise<void> {
  await forgetTopics(scope)
  await forgetEndorsements(scope, [])
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
