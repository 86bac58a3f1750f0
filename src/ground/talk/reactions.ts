import { type RawBuilder, sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { faultKinds, type ReactionCount, type ReactionKind, reactionKinds } from './contract.ts'
import type { Subject } from './read.ts'

interface CountQuery {
  limit: number
  after?: string | undefined
  anchors?: string[] | undefined
  /** SQL: how many at least must find the same fault for it to be told to others: of fewer one could tell who they are. */
  fewest: RawBuilder<number>
}

/** How many reacted how, per part, and whether the actor did: to the whole first, then part by part. */
export async function countReactions(
  scope: Scope,
  subject: Subject,
  query: CountQuery,
): Promise<{ items: ReactionCount[]; next: string | null }> {
  const after = readCursor(query.after, 'text', reactionKinds)
  const isMine = sql<boolean>`bool_or(member_id = ${scope.actor.id})`
  const isTold = sql<boolean>`(kind <> all(${faultKinds}) or count(*) >= ${query.fewest})`
  let rows = scope.db
    .selectFrom('reactions')
    .select(['anchor', 'kind'])
    .select(sql<number | null>`case when ${isTold} then count(*)::int end`.as('count'))
    .select(sql<boolean>`${isMine}`.as('mine'))
    .where('orgId', '=', scope.org)
    .where('subject', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .groupBy(['anchor', 'kind'])
    .having(sql<boolean>`${isTold} or ${isMine}`)
  if (query.anchors) rows = rows.where(sql<boolean>`anchor = any(${query.anchors})`)
  if (after) rows = rows.where(sql<boolean>`(anchor, kind) > (${after[0]}, ${after[1]})`)
  const found = await rows
    .orderBy('anchor')
    .orderBy('kind')
    .limit(query.limit + 1)
    .execute()
  return pageOf(found as ReactionCount[], query.limit, (row) => [row.anchor, row.kind])
}

/** Gives or takes back a reaction. Doing it again changes nothing. */
export async function setReaction(
  scope: Scope,
  subject: Subject,
  input: { anchor: string; kind: ReactionKind },
  given: boolean,
): Promise<void> {
  const key = {
    orgId: scope.org,
    subject: subject.kind,
    subjectId: subject.id,
    ...input,
    memberId: scope.actor.id,
  }
  const changed = given
    ? (
        await scope.db
          .insertInto('reactions')
          .values({ ...key, at: scope.now })
          .onConflict((known) => known.doNothing())
          .executeTakeFirst()
      ).numInsertedOrUpdatedRows
    : (
        await scope.db
          .deleteFrom('reactions')
          .where((e) => e.and(key))
          .executeTakeFirst()
      ).numDeletedRows
  if (!changed) return
  const { kind, id } = subject
  await record(scope, given ? 'reaction.given' : 'reaction.withdrawn', {
    subject: kind,
    subjectId: id,
    ...input,
  })
  tell(scope, { topics: [`talk:${id}`] })
}
