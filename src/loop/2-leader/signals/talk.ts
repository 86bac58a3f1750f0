import type { Scope } from '#platform/scope'
import { type Reaction, reaction } from '#record'
import { dropSignal, keepSignal, lockSignal, type Signal } from './keep.ts'

/** About what acts of help are counted; what leaders say among themselves is none. */
const counted = ['course', 'need']

/** An answer with what it answers; undefined for what answers nothing. */
async function findAnswer(scope: Scope, commentId: string) {
  const row = await scope.db
    .selectFrom('comments as c')
    .innerJoin('comments as asked', (join) =>
      join.onRef('asked.orgId', '=', 'c.orgId').onRef('asked.id', '=', 'c.parentId'),
    )
    .select(['c.authorId', 'c.madeAt', 'c.removedAt', 'c.subject', 'c.subjectId'])
    .select(['asked.authorId as askedBy', 'asked.acceptedId', 'asked.acceptedAt'])
    .where('c.orgId', '=', scope.org)
    .where('c.id', '=', commentId)
    .where('c.subject', 'in', counted)
    .executeTakeFirst()
  if (!row) return
  const { authorId: helperId, askedBy: helpedId, subjectId } = row
  const acceptedAt = row.acceptedId === commentId ? row.acceptedAt : null
  const help = { helperId, helpedId, subject: row.subject as 'course' | 'need', subjectId }
  return { isThere: row.removedAt === null, madeAt: row.madeAt, acceptedAt, help }
}

/** Keeps a signal as of its moment, or drops it where that is none any more. */
async function count(scope: Scope, at: string | null, signal: Signal): Promise<void> {
  if (at === null) await dropSignal(scope, signal.key)
  else await keepSignal({ ...scope, now: new Date(at) }, signal)
}

/**
 * An answer counts as long as it stands, for whoever asked, and as long as they say that it answered their question once
 * more; in whatever order its making, accepting and removing become known.
 */
async function countAnswer(scope: Scope, commentId: string): Promise<void> {
  const key = `comment:${commentId}`
  await lockSignal(scope, key)
  const answer = await findAnswer(scope, commentId)
  if (!answer) return
  const { isThere, madeAt, acceptedAt, help } = answer
  await count(scope, isThere ? madeAt : null, { key, kind: 'answered', ...help })
  await count(scope, isThere ? acceptedAt : null, { key: `accepted:${commentId}`, kind: 'accepted', ...help })
}

/** Whoever is pointed to is called upon by who wrote, once a comment and as long as it stands and points to them. */
async function countMention(scope: Scope, commentId: string, memberId: string): Promise<void> {
  const key = `mention:${commentId}:${memberId}`
  await lockSignal(scope, key)
  const { authorId, removedAt, subject, subjectId, at } = await scope.db
    .selectFrom('comments as c')
    .leftJoin('commentMentions as p', (join) =>
      join.onRef('p.orgId', '=', 'c.orgId').onRef('p.commentId', '=', 'c.id').on('p.memberId', '=', memberId),
    )
    .select(['c.authorId', 'c.removedAt', 'c.subject', 'c.subjectId', 'p.at'])
    .where('c.orgId', '=', scope.org)
    .where('c.id', '=', commentId)
    .executeTakeFirstOrThrow()
  if (!counted.includes(subject)) return
  const help = { helperId: memberId, helpedId: authorId, subject: subject as 'course' | 'need', subjectId }
  await count(scope, removedAt === null ? at : null, { key, kind: 'mentioned', ...help })
}

/** Counts anew what a comment is, when it was taken away or brought back. */
async function countAll(scope: Scope, commentId: string): Promise<void> {
  await countAnswer(scope, commentId)
  const mentioned = await scope.db
    .selectFrom('commentMentions')
    .select('memberId')
    .where('orgId', '=', scope.org)
    .where('commentId', '=', commentId)
    .orderBy('memberId')
    .execute()
  for (const { memberId } of mentioned) await countMention(scope, commentId, memberId)
}

export const talkSignals: Reaction[] = [
  reaction('comment.made', 'leader.signal-answered', async (scope, { data }) => {
    if (data.parentId) await countAnswer(scope, data.commentId)
  }),
  reaction('comment.removed', 'leader.signal-unanswered', (scope, { data }) =>
    countAll(scope, data.commentId),
  ),
  reaction('comment.returned', 'leader.signal-answered-again', (scope, { data }) =>
    countAll(scope, data.commentId),
  ),
  reaction('mention.made', 'leader.signal-mentioned', (scope, { data }) =>
    countMention(scope, data.commentId, data.memberId),
  ),
  reaction('mention.withdrawn', 'leader.signal-unmentioned', (scope, { data }) =>
    countMention(scope, data.commentId, data.memberId),
  ),
  reaction('comment.accepted', 'leader.signal-accepted', (scope, { data }) =>
    countAnswer(scope, data.commentId),
  ),
  reaction('comment.unaccepted', 'leader.signal-unaccepted', (scope, { data }) =>
    countAnswer(scope, data.commentId),
  ),
]
