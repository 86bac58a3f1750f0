import { sql } from 'kysely'
import { holds } from '#people'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import * as talk from '#talk'
import type { Comment } from '#talk/contract.ts'
import { among } from '../members.ts'
import { findPost } from './rows.ts'

/** A post as a subject of talk: its author and administrators of its group look after it. */
async function subjectOf(scope: Scope, postId: string) {
  const post = await findPost(scope, postId)
  const moderates = post.author.id === scope.actor.id || holds(scope.actor, post.path, 'admin')
  const subject: talk.Subject = { kind: 'post', id: postId, groupId: post.group.id, moderates }
  return { post, subject }
}

/** What leaders say about a post. */
export async function listPostComments(
  scope: Scope,
  postId: string,
  query: { limit: number; after?: string | undefined },
) {
  const { subject } = await subjectOf(scope, postId)
  return talk.listComments(scope, subject, query)
}

/** Those who said something in the thread of a comment. */
async function thoseIn(scope: Scope, { id, parentId }: Comment): Promise<string[]> {
  if (!parentId) return []
  const { rows } = await sql<{ authorId: string }>`select distinct author_id from comments
    where org_id = ${scope.org} and (id = ${parentId} or parent_id = ${parentId}) and id <> ${id}
    order by author_id limit 200`.execute(scope.db)
  return rows.map(({ authorId }) => authorId)
}

/** Says something about a post; whoever wrote it, talked in the thread or is pointed to hears of it, if they lead. */
export async function commentOnPost(
  scope: Scope,
  postId: string,
  input: { parentId: string | null; body: string },
): Promise<Comment> {
  const { post, subject } = await subjectOf(scope, postId)
  const comment = await talk.addComment(scope, subject, { anchor: '', quote: '', ...input })
  const mentioned = comment.mentions.map(({ id }) => id)
  const others = [post.author.id, ...(await thoseIn(scope, comment))]
  const leaders = await among(scope, [...mentioned, ...others])
  await record(scope, 'post.discussed', {
    ...{ postId, groupId: post.group.id, title: post.title, commentId: comment.id },
    words: talk.excerptOf(comment.body),
    toIds: [...new Set(others)].filter((id) => leaders.has(id) && !mentioned.includes(id)),
    mentionedIds: mentioned.filter((id) => leaders.has(id)),
  })
  tell(scope, { topics: ['community'] })
  return comment
}

/** Takes a comment away, or brings it back. */
export async function setPostCommentRemoved(
  scope: Scope,
  postId: string,
  commentId: string,
  removed: boolean,
): Promise<Comment> {
  const { subject } = await subjectOf(scope, postId)
  tell(scope, { topics: ['community'] })
  return talk.setRemoved(scope, subject, commentId, removed)
}

/** Says that a post is useful, or takes it back. */
export async function setUseful(scope: Scope, postId: string, useful: boolean): Promise<void> {
  const { subject } = await subjectOf(scope, postId)
  await talk.setReaction(scope, subject, { anchor: '', kind: 'useful' }, useful)
  tell(scope, { topics: ['community'] })
}
