import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { type ReactionCount, type ReactionKind, reactionKinds } from './contract.ts'
import type { Subject } from './read.ts'

/** How many reacted how, per part, and whether the actor did: to the whole first, then part by part. */
export async function countReactions(
  scope: Scope,
  subject: Subject,
  query: { limit: number; after?: string | undefined; anchors?: string[] | undefined },
): Promise<{ items: ReactionCount[]; next: string | null }> {
  const after = readCursor(query.after, 'text', reactionKinds)
  let rows = scope.db
    .selectFrom('reactions')
    .select(['anchor', 'kind'])
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<boolean>`bool_or(member_id = ${scope.actor.id})`.as('mine'))
    .where('orgId', '=', scope.org)
    .where('subject', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .groupBy(['anchor', 'kind'])
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
