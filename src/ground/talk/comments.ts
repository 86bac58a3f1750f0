import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { forbidden, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Comment, CommentCount } from './contract.ts'

/** What is talked about. Whoever calls has checked that the actor may see it; `moderates` lets them remove others' words. */
export interface Subject {
  kind: 'course' | 'need'
  id: string
  moderates: boolean
}

interface Paged {
  limit: number
  after?: string | undefined
}

const rowsOf = (scope: Scope, subject: Subject) =>
  scope.db
    .selectFrom('comments as c')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'c.orgId').onRef('m.id', '=', 'c.authorId'),
    )
    .select([
      'c.id',
      'c.anchor',
      'c.quote',
      'c.parentId',
      'c.body',
      'c.madeAt',
      'c.editedAt',
      'c.removedAt',
      'c.removedBy',
    ])
    .select(['m.id as authorId', 'm.name', 'm.title'])
    .where('c.orgId', '=', scope.org)
    .where('c.subject', '=', subject.kind)
    .where('c.subjectId', '=', subject.id)

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

const present = (scope: Scope, subject: Subject, row: Row): Comment => {
  const mine = row.authorId === scope.actor.id
  const removed = row.removedAt !== null
  return {
    id: row.id,
    anchor: row.anchor,
    quote: removed ? '' : row.quote,
    parentId: row.parentId,
    author: { id: row.authorId, name: row.name, title: row.title },
    body: removed ? '' : row.body,
    madeAt: row.madeAt,
    editedAt: row.editedAt,
    removed,
    can: {
      change: mine && !removed,
      remove: removed ? row.removedBy === scope.actor.id : mine || subject.moderates,
    },
  }
}

/** Comments in the order they were made, or the other way round; an answer names its parent. Removed ones keep their place without words. */
export async function listComments(
  scope: Scope,
  subject: Subject,
  query: Paged & { anchors?: string[] | undefined; order?: 'oldest' | 'newest' },
) {
  const after = readCursor(query.after, 'id')
  let rows = rowsOf(scope, subject)
  if (query.anchors) rows = rows.where(sql<boolean>`c.anchor = any(${query.anchors})`)
  const isNewestFirst = query.order === 'newest'
  if (after) rows = rows.where('c.id', isNewestFirst ? '<' : '>', String(after[0]))
  const page = pageOf(
    await rows
      .orderBy('c.id', isNewestFirst ? 'desc' : 'asc')
      .limit(query.limit + 1)
      .execute(),
    query.limit,
    ({ id }) => [id],
  )
  return { items: page.items.map((row) => present(scope, subject, row)), next: page.next }
}

/** How many things were said, part by part; what was removed is not counted. */
export async function countComments(
  scope: Scope,
  subject: Subject,
  query: Paged & { anchors?: string[] | undefined },
): Promise<{ items: CommentCount[]; next: string | null }> {
  const after = readCursor(query.after, 'id', 'text')
  let rows = scope.db
    .selectFrom('comments')
    .select('anchor')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('orgId', '=', scope.org)
    .where('subject', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .where('removedAt', 'is', null)
    .groupBy('anchor')
  if (query.anchors) rows = rows.where(sql<boolean>`anchor = any(${query.anchors})`)
  if (after) rows = rows.where('anchor', '>', String(after[1]))
  const found = await rows
    .orderBy('anchor')
    .limit(query.limit + 1)
    .execute()
  return pageOf(found, query.limit, ({ anchor }) => [subject.id, anchor])
}

async function findComment(scope: Scope, subject: Subject, id: string): Promise<Row> {
  const row = await rowsOf(scope, subject).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('comment')
  return row
}

/** Says something, or answers a comment (one level deep: an answer to an answer joins its thread). */
export async function addComment(
  scope: Scope,
  subject: Subject,
  input: { anchor: string; quote: string; parentId: string | null; body: string },
): Promise<Comment> {
  const parent = input.parentId ? await findComment(scope, subject, input.parentId) : null
  if (parent?.removedAt) throw invalidField('/parentId', 'comment.removed')
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
  tell(scope, { topics: [`talk:${subject.id}`] })
  return present(scope, subject, await findComment(scope, subject, id))
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
  await scope.db
    .updateTable('comments')
    .set({ body, editedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'comment.changed', { commentId: id })
  tell(scope, { topics: [`talk:${subject.id}`] })
  return present(scope, subject, await findComment(scope, subject, id))
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
  return present(scope, subject, await findComment(scope, subject, id))
}
