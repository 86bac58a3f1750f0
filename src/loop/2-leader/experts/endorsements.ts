import { sql } from 'kysely'
import { conflict, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { dropSignal, keepSignal } from '../signals/keep.ts'
import { noting } from '../signals/note.ts'
import { ours } from '../signals/sources.ts'
import { getTopic } from '../topics/topics.ts'
import { findProfile } from './profile-rows.ts'

interface Endorsed {
  memberId: string
  topicId: string
}

const keyOf = ({ actor }: Scope, { memberId, topicId }: Endorsed): string =>
  `endorsed:${memberId}:${topicId}:${actor.id}`

/** What a member calls a topic that they say they can help with; throws where they do not say so, or it is oneself. */
async function findSaid(scope: Scope, { memberId, topicId }: Endorsed): Promise<string> {
  const profile = await findProfile(scope, memberId)
  if (memberId === scope.actor.id) throw conflict('endorsement.own')
  const topic = profile?.topics.find(({ id }) => id === topicId)
  if (!topic) throw notFound('topic')
  return topic.name
}

/** Says of a colleague that they can help with a topic that they named; saying it again changes nothing. */
export async function endorse(scope: Scope, endorsed: Endorsed): Promise<void> {
  const { memberId, topicId } = endorsed
  const topic = await findSaid(scope, endorsed)
  const made = await scope.db
    .insertInto('endorsements')
    .values({ orgId: scope.org, memberId, topicId, byId: scope.actor.id, at: scope.now })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  const act = { kind: 'endorsed' as const, helperId: memberId, helpedId: scope.actor.id }
  await keepSignal(scope, { ...act, key: keyOf(scope, endorsed), topic })
  await record(scope, 'member.endorsed', { memberId, topicId })
  tell(scope, { topics: ['experts'] })
}

/** Takes it back; taking back what was not said changes nothing. */
export async function unendorse(scope: Scope, endorsed: Endorsed): Promise<void> {
  const { memberId, topicId } = endorsed
  await Promise.all([findProfile(scope, memberId), getTopic(scope, topicId)])
  const gone = await scope.db
    .deleteFrom('endorsements')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .where('topicId', '=', topicId)
    .where('byId', '=', scope.actor.id)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return
  await dropSignal(scope, keyOf(scope, endorsed))
  await record(scope, 'member.unendorsed', { memberId, topicId })
  tell(scope, { topics: ['experts'] })
}

/** What others said of the actor on topics that they name no more goes, and counts no more. */
export async function forgetEndorsements(scope: Scope, kept: readonly string[]): Promise<void> {
  const { org, actor, db } = scope
  const { rows } = await sql<{
    key: string
  }>`delete from endorsements where org_id = ${org} and member_id = ${actor.id}
    and topic_id <> all(${[...kept]}::uuid[])
    returning 'endorsed:' || member_id || ':' || topic_id || ':' || by_id as key`.execute(db)
  if (rows.length === 0) return
  await noting(
    scope,
    -1,
    sql`delete from signals where org_id = ${org} and source = ${ours} and key = any(${rows.map(({ key }) => key)}::text[])`,
  )
}
