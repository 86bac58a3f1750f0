import { forbidden, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Comment } from './contract.ts'
import { keepMentions, readMentions } from './mentions.ts'
import { findComment, present, readComment, type Subject } from './read.ts'

/** Says something, or answers a comment (one level deep: an answer to an answer joins its thread). */
export async function addComment(
  scope: Scope,
  subject: Subject,
  input: { anchor: string; quote: string; parentId: string | null; body: string },
): Promise<Comment> {
  const parent = input.parentId ? await findComment(scope, subject, input.parentId) : null
  if (parent?.removedAt) throw invalidField('/parentId', 'comment.removed')
  const now = await readMentions(scope, subject, input.body)
  const id = newIdIn(scope)
  const values = parent
    ? { ...input, parentId: parent.parentId ?? parent.id, anchor: parent.anchor, quote: '' }
    : input
  await scope.db
    .insertInto('comments')
    .values({
      orgId: scope.org,
      id,
      subject: subject.kind,
      subjectId: subject.id,
      ...values,
      authorId: scope.actor.id,
      madeAt: scope.now,
    })
    .execute()
  const { parentId } = values
  await record(scope, 'comment.made', {
    commentId: id,
    subject: subject.kind,
    subjectId: subject.id,
    parentId,
  })
  await keepMentions(scope, subject, id, now)
  tell(scope, { topics: [`talk:${subject.id}`] })
  return readComment(scope, subject, id)
}

/** Changes one's own words. */
export async function changeComment(
  scope: Scope,
  subject: Subject,
  id: string,
  body: string,
): Promise<Comment> {
  const row = await findComment(scope, subject, id)
  if (!present(scope, subject, row).can.change) throw forbidden('comment.not-yours')
  const before = row.mentions.map((one) => one.id)
  const now = await readMentions(scope, subject, body, before)
  await scope.db
    .updateTable('comments')
    .set({ body, editedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'comment.changed', { commentId: id })
  await keepMentions(scope, subject, id, now)
  tell(scope, { topics: [`talk:${subject.id}`] })
  return readComment(scope, subject, id)
}

/** Takes a comment away, or brings it back; its words are kept until then. */
export async function setRemoved(
  scope: Scope,
  subject: Subject,
  id: string,
  removed: boolean,
): Promise<Comment> {
  const row = await findComment(scope, subject, id)
  if (!present(scope, subject, row).can.remove) {
    throw forbidden('comment.remove-not-yours')
  }
  if ((row.removedAt !== null) === removed) return present(scope, subject, row)
  const set = removed
    ? { removedAt: scope.now, removedBy: scope.actor.id }
    : { removedAt: null, removedBy: null }
  await scope.db
    .updateTable('comments')
    .set(set)
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, removed ? 'comment.removed' : 'comment.returned', { commentId: id })
  tell(scope, { topics: [`talk:${subject.id}`] })
  return readComment(scope, subject, id)
}
