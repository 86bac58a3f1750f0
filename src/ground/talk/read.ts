import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Comment, CommentCount, Mention } from './contract.ts'

/** What is talked about. Whoever calls has checked that the actor may see it; `moderates` lets them remove others' words. */
export interface Subject {
  kind: 'course' | 'need' | 'post'
  id: string
  /** Whoever may see what belongs to this group may be pointed to. */
  groupId: string
  moderates: boolean
}

interface Paged {
  limit: number
  after?: string | undefined
}

/** SQL: whom a comment `c` points to. */
const mentions = sql<
  Mention[]
>`coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'title', p.title,
    'left', p.left_at is not null) order by p.id)
  from comment_mentions x join members p on p.org_id = x.org_id and p.id = x.member_id
  where x.org_id = c.org_id and x.comment_id = c.id), '[]')`

const rowsOf = (scope: Scope, subject: Subject) =>
  scope.db
    .selectFrom('comments as c')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'c.orgId').onRef('m.id', '=', 'c.authorId'),
    )
    .leftJoin('comments as asked', (join) =>
      join.onRef('asked.orgId', '=', 'c.orgId').onRef('asked.id', '=', 'c.parentId'),
    )
    .leftJoin('comments as answer', (join) =>
      join
        .onRef('answer.orgId', '=', 'c.orgId')
        .onRef('answer.id', '=', 'c.acceptedId')
        .on('answer.removedAt', 'is', null),
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
    .select(['asked.authorId as askedBy', 'asked.removedAt as askedRemovedAt'])
    .select(['asked.acceptedId', 'answer.id as answerId', mentions.as('mentions')])
    .where('c.orgId', '=', scope.org)
    .where('c.subject', '=', subject.kind)
    .where('c.subjectId', '=', subject.id)

export type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

/** Whether an answer is the one that whoever asked accepted. */
const isAccepted = (row: Row): boolean => row.acceptedId === row.id

export const present = (scope: Scope, subject: Subject, row: Row): Comment => {
  const mine = row.authorId === scope.actor.id
  const removed = row.removedAt !== null
  const asked = row.askedBy === scope.actor.id
  return {
    id: row.id,
    anchor: row.anchor,
    quote: removed ? '' : row.quote,
    parentId: row.parentId,
    author: { id: row.authorId, name: row.name, title: row.title },
    body: removed ? '' : row.body,
    mentions: removed ? [] : row.mentions,
    madeAt: row.madeAt,
    editedAt: row.editedAt,
    removed,
    accepted: isAccepted(row) && !removed,
    answerId: row.answerId,
    can: {
      change: mine && !removed,
      remove: removed ? row.removedBy === scope.actor.id : mine || subject.moderates,
      accept: asked && !mine && !removed && (isAccepted(row) || row.askedRemovedAt === null),
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

/** One comment of a subject; throws 404. */
export async function findComment(scope: Scope, subject: Subject, id: string): Promise<Row> {
  const row = await rowsOf(scope, subject).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('comment')
  return row
}

export const readComment = async (scope: Scope, subject: Subject, id: string): Promise<Comment> =>
  present(scope, subject, await findComment(scope, subject, id))
