import { sql } from 'kysely'
import { person } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { Kudos, KudosPage } from '../contract.ts'
import { visibleKudos } from './visible.ts'

/** SQL: who was thanked together with whom the row `k` thanks. */
const others = sql<Kudos['others']>`(select coalesce(json_agg(${person('o')} order by w.id), '[]')
    from kudos w join members o on o.org_id = w.org_id and o.id = w.to_id
    where w.org_id = k.org_id and w.together_id = k.together_id and w.id <> k.id and w.withdrawn_at is null)`

const rowsOf = (scope: Scope) =>
  visibleKudos(scope)
    .innerJoin('members as f', (join) => join.onRef('f.orgId', '=', 'k.orgId').onRef('f.id', '=', 'k.fromId'))
    .innerJoin('members as t', (join) => join.onRef('t.orgId', '=', 'k.orgId').onRef('t.id', '=', 'k.toId'))
    .leftJoin('courses as c', (join) =>
      join.onRef('c.orgId', '=', 'k.orgId').onRef('c.id', '=', 'k.courseId'),
    )
    .leftJoin('kudosValues as v', (join) =>
      join.onRef('v.orgId', '=', 'k.orgId').onRef('v.id', '=', 'k.valueId'),
    )
    .leftJoin('assets as a', (join) => join.onRef('a.orgId', '=', 'k.orgId').onRef('a.id', '=', 'k.fileId'))
    .select(['a.mediaType', 'a.width', 'a.height', 'k.fileAlt'])
    .select([
      'k.id',
      'k.reason',
      'k.courseId',
      'k.needId',
      'k.commentId',
      'k.reviewId',
      'k.givenAt',
      'k.points',
    ])
    .select([
      'k.isPrivate',
      'k.isCommendation',
      'c.title as about',
      'v.id as valueId',
      'v.name as valueName',
      others.as('others'),
    ])
    .select(['f.id as fromId', 'f.name as fromName', 'f.title as fromTitle'])
    .select(['t.id as toId', 't.name as toName', 't.title as toTitle'])

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

/** What thanks say that an author gives with one press, in the reader's language. */
const forReview = ({ install, actor }: Scope, title: string): string =>
  install.catalog.text(actor.locale, 'recognition.forReview', { title })

const present = (scope: Scope, row: Row): Kudos => ({
  id: row.id,
  from: { id: row.fromId, name: row.fromName, title: row.fromTitle },
  to: { id: row.toId, name: row.toName, title: row.toTitle },
  others: row.others,
  reason: row.reviewId ? forReview(scope, row.about ?? '') : row.reason,
  value: row.valueId && row.valueName !== null ? { id: row.valueId, name: row.valueName } : null,
  points: row.points,
  courseId: row.courseId,
  needId: row.needId,
  commentId: row.commentId,
  givenAt: row.givenAt,
  isPrivate: row.isPrivate,
  isCommendation: row.isCommendation,
  file: row.mediaType
    ? { mediaType: row.mediaType, alt: row.fileAlt, width: row.width, height: row.height }
    : null,
  can: { withdraw: row.fromId === scope.actor.id },
})

/** One of them, by its id. */
export const readKudos = async (scope: Scope, id: string): Promise<Kudos> =>
  present(scope, await rowsOf(scope).where('k.id', '=', id).executeTakeFirstOrThrow())

/** Thanks, newest first. */
export async function listKudos(
  scope: Scope,
  query: { limit: number; after?: string | undefined } & Partial<
    Record<'toId' | 'fromId' | 'courseId' | 'needId', string | undefined>
  >,
): Promise<KudosPage> {
  const after = readCursor(query.after, 'id')
  let rows = rowsOf(scope)
  // Thanks to several are told once, but to each of them as theirs.
  if (!query.toId) rows = rows.whereRef('k.id', '=', 'k.togetherId')
  for (const key of ['toId', 'fromId', 'courseId', 'needId'] as const) {
    const value = query[key]
    if (value) rows = rows.where(`k.${key}`, '=', value)
  }
  if (after) rows = rows.where('k.id', '<', String(after[0]))
  const page = pageOf(
    await rows
      .orderBy('k.id', 'desc')
      .limit(query.limit + 1)
      .execute(),
    query.limit,
    ({ id }) => [id],
  )
  return { items: page.items.map((row) => present(scope, row)), next: page.next }
}
