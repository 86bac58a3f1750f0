import { sql } from 'kysely'
import type { Fact } from '#facts'
import { holdAlone } from '#platform/db/locks'
import { type Scope, tell } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { type Audience, addEntry, forgetEntries } from './entries.ts'
import { courseOf } from './subjects.ts'

/** The step of the published course in which a block stands; null for the whole course, and for what is gone. */
async function stepOf(scope: Scope, courseId: string, anchor: string): Promise<string | null> {
  if (!anchor) return null
  const { rows } = await sql<{ id: string }>`select step #>> '{attrs,id}' as id
    from courses c join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version,
      jsonb_array_elements(v.document -> 'content') step
    where c.org_id = ${scope.org} and c.id = ${courseId}
      and jsonb_path_exists(step, '$.**.attrs ? (@.id == $id)', jsonb_build_object('id', ${anchor}::text)) limit 1`.execute(
    scope.db,
  )
  return rows[0]?.id ?? null
}

/** Gives the entries of a comment the words it has now; none while it is removed. */
async function renewWords(scope: Scope, commentId: string): Promise<void> {
  await sql`update feed_entries f
    set data = jsonb_set(f.data, '{words}', to_jsonb(case when c.removed_at is null then left(c.body, 200) else '' end))
    from comments c left join comments q on q.org_id = c.org_id and q.id = c.parent_id
    where c.org_id = ${scope.org} and c.id = ${commentId} and f.org_id = c.org_id
      and f.actor_id in (c.author_id, q.author_id) and f.kind in ('comment.made', 'comment.accepted')
      and f.data->>'commentId' = ${commentId}::text`.execute(scope.db)
  tell(scope, { topics: ['feed'] })
}

/** What a story says of a comment on a course, and who wrote it. */
async function toldOf(scope: Scope, courseId: string, commentId: string) {
  const { authorId, body, anchor, removedAt } = await scope.db
    .selectFrom('comments')
    .select(['authorId', 'body', 'anchor', 'removedAt'])
    .where('orgId', '=', scope.org)
    .where('id', '=', commentId)
    .executeTakeFirstOrThrow()
  const words = removedAt ? '' : body.slice(0, 200)
  return { authorId, data: { words, anchor, stepId: await stepOf(scope, courseId, anchor), commentId } }
}

/** Everybody who said something in a thread. */
async function thoseIn(scope: Scope, threadId: string): Promise<Audience> {
  const thread = await scope.db
    .selectFrom('comments')
    .select('authorId')
    .distinct()
    .where('orgId', '=', scope.org)
    .where((e) => e.or([e('id', '=', threadId), e('parentId', '=', threadId)]))
    .execute()
  return thread.map((one) => ({ memberId: one.authorId, reason: 'you-commented' }))
}

/**
 * Tells who answered that it answered the question: once, and as long as whoever asked says so, in whatever order that
 * becomes known.
 */
async function tellAccepted(
  scope: Scope,
  fact: Fact<'comment.accepted' | 'comment.unaccepted'>,
): Promise<void> {
  const { commentId, questionId, subject, subjectId: courseId } = fact.data
  if (subject !== 'course') return
  await holdAlone(scope, `accepted in feed ${scope.org} ${commentId}`)
  const entries = sql<{ id: string }>`select f.id from feed_entries f where f.org_id = ${scope.org}
    and f.course_id = ${courseId} and f.kind = 'comment.accepted' and f.data->>'commentId' = ${commentId}::text`
  const { acceptedId } = await scope.db
    .selectFrom('comments')
    .select('acceptedId')
    .where('orgId', '=', scope.org)
    .where('id', '=', questionId)
    .executeTakeFirstOrThrow()
  if (acceptedId !== commentId) return forgetEntries(scope, entries)
  if (fact.type === 'comment.unaccepted' || (await entries.execute(scope.db)).rows.length > 0) return
  const { groupId } = await courseOf(scope, courseId)
  const { authorId: memberId, data } = await toldOf(scope, courseId, commentId)
  const entry = { kind: 'comment.accepted' as const, groupId, courseId, data }
  await addEntry(scope, fact, entry, [{ memberId, reason: 'you-answered' }])
}

/** What is said reaches whom it concerns, and what is changed or taken back of it is so in the feed too. */
export const talk: Reaction[] = [
  reaction('comment.made', 'feed.comment-made', async (scope, fact) => {
    const { commentId, subject, subjectId, parentId } = fact.data
    if (subject !== 'course') return
    const { groupId, authorId } = await courseOf(scope, subjectId)
    const { data } = await toldOf(scope, subjectId, commentId)
    const audience: Audience = [
      ...(parentId ? await thoseIn(scope, parentId) : []),
      { memberId: authorId, reason: 'you-wrote' },
    ]
    await addEntry(scope, fact, { kind: 'comment.made', groupId, courseId: subjectId, data }, audience)
  }),
  reaction('comment.accepted', 'feed.comment-accepted', tellAccepted),
  reaction('comment.unaccepted', 'feed.comment-unaccepted', tellAccepted),
  reaction('comment.changed', 'feed.comment-changed', (scope, { data }) => renewWords(scope, data.commentId)),
  reaction('comment.removed', 'feed.comment-removed', (scope, { data }) => renewWords(scope, data.commentId)),
  reaction('comment.returned', 'feed.comment-returned', (scope, { data }) =>
    renewWords(scope, data.commentId),
  ),
]
