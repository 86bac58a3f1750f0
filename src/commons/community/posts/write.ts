import { sql } from 'kysely'
import { findGroup, groupVisible, holds } from '#people'
import { forbidden, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Post, PostKind } from '../contract.ts'
import { getPost, lockPost } from './rows.ts'

interface Written {
  title: string
  words: string
  steps: { text: string; day: string | null }[]
  templateId: string | null
}

/** Whether somebody may speak to the leaders of a group: to all of them any leader, else who leads there. */
export const mayAddress = ({ org, actor }: Scope, group: { id: string; path: string[] }): boolean =>
  group.id === org || holds(actor, group.path, 'leader')

/** Throws 422 where it says nothing, or comes with a template that the actor may not begin a course from. */
async function refuseWrong(scope: Scope, { words, steps, templateId }: Written): Promise<void> {
  if (words === '' && steps.length === 0) throw invalidField('/words', 'post.empty')
  if (templateId === null) return
  const { rows } =
    await sql`select from templates t join groups g on g.org_id = t.org_id and g.id = t.group_id
    where t.org_id = ${scope.org} and t.id = ${templateId} and t.version > 0 and t.archived_at is null
      and ${groupVisible(scope, 'g')}`.execute(scope.db)
  if (rows.length === 0) throw invalidField('/templateId', 'post.no-template')
}

const stored = ({ steps, ...rest }: Written) => ({ ...rest, steps: JSON.stringify(steps) })

/** Posts a program, a best practice or a tip. */
export async function makePost(
  scope: Scope,
  { kind, groupId, ...written }: Written & { kind: PostKind; groupId: string },
): Promise<Post> {
  const group = await findGroup(scope, groupId)
  if (!mayAddress(scope, group)) throw forbidden('post.not-leading')
  await refuseWrong(scope, written)
  const id = newIdIn(scope)
  await scope.db
    .insertInto('communityPosts')
    .values({
      ...{ orgId: scope.org, id, groupId, kind, ...stored(written) },
      ...{ authorId: scope.actor.id, postedAt: scope.now },
    })
    .execute()
  await record(scope, 'post.made', { postId: id, groupId, kind, title: written.title })
  tell(scope, { topics: ['community'] })
  return getPost(scope, id)
}

/** A post of the actor's own, locked; throws 404 or 403. */
async function lockOwn(scope: Scope, id: string) {
  const post = await lockPost(scope, id)
  if (!post.can.change) throw forbidden('post.not-yours')
  return post
}

const set = (scope: Scope, id: string, values: Record<string, unknown>) =>
  scope.db
    .updateTable('communityPosts')
    .set(values)
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()

/** Says it in other words. */
export async function changePost(scope: Scope, id: string, written: Written): Promise<Post> {
  const { title, group } = await lockOwn(scope, id)
  await refuseWrong(scope, written)
  await set(scope, id, { ...stored(written), editedAt: scope.now })
  await record(scope, 'post.changed', { postId: id, groupId: group.id, before: { title } })
  tell(scope, { topics: ['community'] })
  return getPost(scope, id)
}

/** Withdraws it, or brings it back; what is said about it stays with it. Doing it again changes nothing. */
export async function setWithdrawn(scope: Scope, id: string, withdrawn: boolean): Promise<Post> {
  const post = await lockOwn(scope, id)
  if (post.withdrawn === withdrawn) return getPost(scope, id)
  await set(scope, id, { withdrawnAt: withdrawn ? scope.now : null })
  const of = { postId: id, groupId: post.group.id }
  await record(scope, withdrawn ? 'post.withdrawn' : 'post.returned', of)
  tell(scope, { topics: ['community'] })
  return getPost(scope, id)
}

/** Keeps it at the top, or lets it go: an administrator of its group. */
export async function setPinned(scope: Scope, id: string, pinned: boolean): Promise<Post> {
  const post = await lockPost(scope, id)
  if (!holds(scope.actor, post.path, 'admin')) throw forbidden('post.pin-not-yours')
  if (post.pinned === pinned) return getPost(scope, id)
  await set(
    scope,
    id,
    pinned ? { pinnedAt: scope.now, pinnedBy: scope.actor.id } : { pinnedAt: null, pinnedBy: null },
  )
  await record(scope, pinned ? 'post.pinned' : 'post.unpinned', { postId: id, groupId: post.group.id })
  tell(scope, { topics: ['community'] })
  return getPost(scope, id)
}
