import { sql } from 'kysely'
import type { Fact } from '#facts'
import { holdAlone } from '#platform/db/locks'
import { type Scope, tell } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { excerptOf } from '#talk'
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

/** Gives the stories of a comment the words it has now; none while it is removed. */
async function renewWords(scope: Scope, commentId: string): Promise<void> {
  const { words } = await wordsOf(scope, commentId)
  await sql`update feed_entries f set data = jsonb_set(f.data, '{words}', to_jsonb(${words}::text))
    from comments c left join comments q on q.org_id = c.org_id and q.id = c.parent_id
    where c.org_id = ${scope.org} and c.id = ${commentId} and f.org_id = c.org_id
      and f.actor_id in (c.author_id, q.author_id) and f.kind in ('comment.made', 'comment.accepted', 'mention.made')
      and f.data->>'commentId' = ${commentId}::text`.execute(scope.db)
  tell(scope, { topics: ['feed'] })
}

/** Leads the stories about parts of a course to the steps in which those stand now; to the course where they are gone. */
async function followParts(scope: Scope, courseId: string): Promise<void> {
  const { numAffectedRows } = await sql`
    with places as (select distinct part #>> '{}' as anchor, step #>> '{attrs,id}' as step_id
      from courses c join course_versions v on v.org_id = c.org_id and v.course_id = c.id and v.number = c.published_version,
        jsonb_array_elements(v.document -> 'content') step, jsonb_path_query(step, '$.**.attrs.id') part
      where c.org_id = ${scope.org} and c.id = ${courseId}),
    now as (select f.id, p.step_id from feed_entries f left join places p on p.anchor = f.data ->> 'anchor'
      where f.org_id = ${scope.org} and f.course_id = ${courseId} and f.data ->> 'anchor' <> ''
        and f.kind in ('comment.made', 'comment.accepted', 'mention.made'))
    update feed_entries f set data = jsonb_set(f.data, '{stepId}', coalesce(to_jsonb(now.step_id), 'null'))
    from now where f.org_id = ${scope.org} and f.id = now.id
      and f.data ->> 'stepId' is distinct from now.step_id`.execute(scope.db)
  if (numAffectedRows) tell(scope, { topics: ['feed'] })
}

/** The beginning of a comment, and where it is said by whom. */
async function wordsOf(scope: Scope, commentId: string) {
  const { body, removedAt, ...where } = await scope.db
    .selectFrom('comments')
    .select(['authorId', 'body', 'anchor', 'removedAt'])
    .where('orgId', '=', scope.org)
    .where('id', '=', commentId)
    .executeTakeFirstOrThrow()
  return { words: removedAt ? '' : excerptOf(body), ...where }
}

/** What a story says of a comment on a course, and who wrote it. */
async function toldOf(scope: Scope, courseId: string, commentId: string) {
  const { authorId, anchor, words } = await wordsOf(scope, commentId)
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

/** The ids of the stories of one kind about a comment on a course, and to one member where one is named. */
const storiesOf = (scope: Scope, courseId: string, kind: string, commentId: string, memberId?: string) =>
  sql<{
    id: string
  }>`select f.id from feed_entries f where f.org_id = ${scope.org} and f.course_id = ${courseId}
    and f.kind = ${kind} and f.data->>'commentId' = ${commentId}::text
    ${memberId ? sql`and f.data->>'memberId' = ${memberId}::text` : sql``}`

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
  const entries = storiesOf(scope, courseId, 'comment.accepted', commentId)
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

/** Whom a comment points to. */
const mentionedIn = async (scope: Scope, commentId: string): Promise<Set<string>> => {
  const rows = await scope.db
    .selectFrom('commentMentions')
    .select('memberId')
    .where('orgId', '=', scope.org)
    .where('commentId', '=', commentId)
    .execute()
  return new Set(rows.map(({ memberId }) => memberId))
}

/** Tells who is pointed to: once a comment and as long as it points to them, in whatever order that becomes known. */
async function tellMentioned(scope: Scope, fact: Fact<'mention.made' | 'mention.withdrawn'>): Promise<void> {
  const { commentId, memberId, subject, subjectId: courseId } = fact.data
  if (subject !== 'course') return
  await holdAlone(scope, `mention in feed ${scope.org} ${commentId} ${memberId}`)
  const entries = storiesOf(scope, courseId, 'mention.made', commentId, memberId)
  if (!(await mentionedIn(scope, commentId)).has(memberId)) return forgetEntries(scope, entries)
  if (fact.type === 'mention.withdrawn' || (await entries.execute(scope.db)).rows.length > 0) return
  const { groupId } = await courseOf(scope, courseId)
  const { data } = await toldOf(scope, courseId, commentId)
  const entry = { kind: 'mention.made' as const, groupId, courseId, data: { ...data, memberId } }
  await addEntry(scope, fact, entry, [{ memberId, reason: 'mentioned-you' }])
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
    // Whoever is pointed to hears of that instead.
    const mentioned = await mentionedIn(scope, commentId)
    const others = audience.filter(({ memberId }) => !mentioned.has(memberId))
    await addEntry(scope, fact, { kind: 'comment.made', groupId, courseId: subjectId, data }, others)
  }),
  reaction('course.published', 'feed.talk-moved', async (scope, { data }) => {
    if (!data.first) await followParts(scope, data.courseId)
  }),
  reaction('comment.accepted', 'feed.comment-accepted', tellAccepted),
  reaction('comment.unaccepted', 'feed.comment-unaccepted', tellAccepted),
  reaction('mention.made', 'feed.mention-made', tellMentioned),
  reaction('mention.withdrawn', 'feed.mention-withdrawn', tellMentioned),
  reaction('comment.changed', 'feed.comment-changed', (scope, { data }) => renewWords(scope, data.commentId)),
  reaction('comment.removed', 'feed.comment-removed', (scope, { data }) => renewWords(scope, data.commentId)),
  reaction('comment.returned', 'feed.comment-returned', (scope, { data }) =>
    renewWords(scope, data.commentId),
  ),
]
