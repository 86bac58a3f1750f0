import { conflict, forbidden } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Comment } from './contract.ts'
import { findComment, type Row, readComment, type Subject } from './read.ts'

/** The question that an answer is to; refuses whoever did not ask it, and what cannot be accepted. */
function refuseToAccept(scope: Scope, row: Row, accepted: boolean): string {
  const isMine = row.authorId === scope.actor.id
  if (row.parentId === null)
    throw isMine ? conflict('comment.no-answer') : forbidden('comment.not-your-question')
  if (row.askedBy !== scope.actor.id) throw forbidden('comment.not-your-question')
  if (isMine) throw conflict('comment.own-answer')
  if (accepted && row.removedAt !== null) throw conflict('comment.answer-removed')
  if (accepted && row.askedRemovedAt !== null) throw conflict('comment.question-removed')
  return row.parentId
}

/**
 * Whoever asked says that an answer answered their question, or takes that back. It is one answer a thread: another one
 * takes the place of the one before. An answer that is removed keeps it, for when it is brought back.
 */
export async function setAccepted(
  scope: Scope,
  subject: Subject,
  id: string,
  accepted: boolean,
): Promise<Comment> {
  const questionId = refuseToAccept(scope, await findComment(scope, subject, id), accepted)
  const question = scope.db.selectFrom('comments').where('orgId', '=', scope.org).where('id', '=', questionId)
  const { acceptedId: before } = await question.select('acceptedId').forUpdate().executeTakeFirstOrThrow()
  if ((before === id) === accepted) return readComment(scope, subject, id)
  await scope.db
    .updateTable('comments')
    .set(accepted ? { acceptedId: id, acceptedAt: scope.now } : { acceptedId: null, acceptedAt: null })
    .where('orgId', '=', scope.org)
    .where('id', '=', questionId)
    .execute()
  const of = { questionId, subject: subject.kind, subjectId: subject.id }
  if (before !== null) await record(scope, 'comment.unaccepted', { commentId: before, ...of })
  if (accepted) await record(scope, 'comment.accepted', { commentId: id, ...of })
  tell(scope, { topics: [`talk:${subject.id}`] })
  return readComment(scope, subject, id)
}
