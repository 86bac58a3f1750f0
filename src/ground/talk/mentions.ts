import { whoMayEnter } from '#people'
import { invalidField } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { recordAll } from '#record'
import type { Subject } from './read.ts'
import { idsIn, mostMentions } from './tokens.ts'

/** Refuses words that point to somebody who is not here, or may not see what is talked about. */
async function refuseStrangers(scope: Scope, subject: Subject, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const welcome = await whoMayEnter(scope, subject.groupId, ids)
  const strange = ids.filter((id) => !welcome.has(id))
  if (strange.length === 0) return
  const known = await scope.db
    .selectFrom('members')
    .select('name')
    .where('orgId', '=', scope.org)
    .where('id', 'in', strange)
    .orderBy('id')
    .executeTakeFirst()
  if (!known) throw invalidField('/body', 'comment.mentions-nobody')
  throw invalidField('/body', 'comment.mentions-outsider', { name: known.name })
}

/** Whom words point to; refuses too many, and whoever may not be pointed to. Those of `before` were looked at then. */
export async function readMentions(
  scope: Scope,
  subject: Subject,
  body: string,
  before: readonly string[] = [],
): Promise<string[]> {
  const ids = idsIn(body)
  if (ids.length > mostMentions) throw invalidField('/body', 'comment.mentions-many', { most: mostMentions })
  const added = ids.filter((id) => !before.includes(id))
  await refuseStrangers(scope, subject, added)
  return ids
}

/** Keeps whom a comment points to now, and records who came and went. Whoever calls has written its words just before. */
export async function keepMentions(
  scope: Scope,
  subject: Subject,
  commentId: string,
  now: readonly string[],
): Promise<void> {
  const rows = await scope.db
    .selectFrom('commentMentions')
    .select('memberId')
    .where('orgId', '=', scope.org)
    .where('commentId', '=', commentId)
    .execute()
  const before = rows.map(({ memberId }) => memberId)
  const gone = before.filter((id) => !now.includes(id))
  const added = now.filter((id) => !before.includes(id))
  if (gone.length > 0)
    await scope.db
      .deleteFrom('commentMentions')
      .where('orgId', '=', scope.org)
      .where('commentId', '=', commentId)
      .where('memberId', 'in', gone)
      .execute()
  if (added.length > 0)
    await scope.db
      .insertInto('commentMentions')
      .values(added.map((memberId) => ({ orgId: scope.org, commentId, memberId, at: scope.now })))
      .execute()
  const of = { commentId, subject: subject.kind, subjectId: subject.id }
  const each = (ids: readonly string[]) => ids.map((memberId) => ({ ...of, memberId }))
  await recordAll(scope, 'mention.withdrawn', each(gone))
  await recordAll(scope, 'mention.made', each(added))
}
