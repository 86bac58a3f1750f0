import { sql } from 'kysely'
import { findPublishedCourse } from '#course'
import { getNeed } from '#need'
import { groupVisible } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Kudos, KudosPage } from './contract.ts'

/** Thanks for something in a private group are for those who may see that something. */
const aboutVisible = (scope: Scope) => sql<boolean>`not exists (select from groups g where g.org_id = k.org_id
  and g.id in (select c.group_id from courses c where c.org_id = k.org_id and c.id = k.course_id
    union all select n.group_id from needs n where n.org_id = k.org_id and n.id = k.need_id)
  and not ${groupVisible(scope, 'g')})`

/** Private thanks are between two; of a blind review the author does not learn whom they thanked. */
const theirsToSee = ({ actor }: Scope) => sql<boolean>`(not k.is_private or k.to_id = ${actor.id}
  or k.from_id = ${actor.id} and not exists (select from reviews r
    where r.org_id = k.org_id and r.id = k.review_id and r.is_blind))`

const rowsOf = (scope: Scope) =>
  scope.db
    .selectFrom('kudos as k')
    .innerJoin('members as f', (join) => join.onRef('f.orgId', '=', 'k.orgId').onRef('f.id', '=', 'k.fromId'))
    .innerJoin('members as t', (join) => join.onRef('t.orgId', '=', 'k.orgId').onRef('t.id', '=', 'k.toId'))
    .leftJoin('courses as c', (join) =>
      join.onRef('c.orgId', '=', 'k.orgId').onRef('c.id', '=', 'k.courseId'),
    )
    .select([
      'k.id',
      'k.reason',
      'k.courseId',
      'k.needId',
      'k.reviewId',
      'k.givenAt',
      'k.isPrivate',
      'c.title as about',
    ])
    .select(['f.id as fromId', 'f.name as fromName', 'f.title as fromTitle'])
    .select(['t.id as toId', 't.name as toName', 't.title as toTitle'])
    .where('k.orgId', '=', scope.org)
    .where('k.withdrawnAt', 'is', null)
    .where(aboutVisible(scope))
    .where(theirsToSee(scope))

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

/** What thanks say that an author gives with one press, in the reader's language. */
const forReview = ({ install, actor }: Scope, title: string): string =>
  install.catalog.text(actor.locale, 'recognition.forReview', { title })

const present = (scope: Scope, row: Row): Kudos => ({
  id: row.id,
  from: { id: row.fromId, name: row.fromName, title: row.fromTitle },
  to: { id: row.toId, name: row.toName, title: row.toTitle },
  reason: row.reviewId ? forReview(scope, row.about ?? '') : row.reason,
  courseId: row.courseId,
  needId: row.needId,
  givenAt: row.givenAt,
  isPrivate: row.isPrivate,
  can: { withdraw: row.fromId === scope.actor.id },
})

export interface NewKudos {
  toId: string
  reason: string
  courseId: string | null
  needId: string | null
}

/** Thanks another member, for something the giver may see. */
export async function giveKudos(scope: Scope, input: NewKudos): Promise<Kudos> {
  if (input.toId === scope.actor.id) throw invalidField('/toId', 'kudos.yourself')
  const to = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', input.toId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (!to) throw invalidField('/toId', 'member.not-found')
  if (input.courseId && input.needId) throw invalidField('/needId', 'kudos.one-thing')
  if (input.courseId) await findPublishedCourse(scope, input.courseId)
  if (input.needId) await getNeed(scope, input.needId)
  const id = newIdIn(scope)
  const fromId = scope.actor.id
  await scope.db
    .insertInto('kudos')
    .values({ orgId: scope.org, id, fromId, ...input, givenAt: scope.now })
    .execute()
  const { toId, courseId, needId } = input
  await record(scope, 'kudos.given', { kudosId: id, fromId, toId, courseId, needId })
  tell(scope, { topics: ['kudos'] })
  return present(scope, await rowsOf(scope).where('k.id', '=', id).executeTakeFirstOrThrow())
}

/** Thanks, newest first. */
export async function listKudos(
  scope: Scope,
  query: { limit: number; after?: string | undefined } & Partial<
    Record<'toId' | 'fromId' | 'courseId' | 'needId', string | undefined>
  >,
): Promise<KudosPage> {
  const after = readCursor(query.after, 'id')
  let rows = rowsOf(scope)
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

/** Takes one's own thanks back. */
export async function withdrawKudos(scope: Scope, id: string): Promise<void> {
  const row = await scope.db
    .updateTable('kudos')
    .set({ withdrawnAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('fromId', '=', scope.actor.id)
    .where('withdrawnAt', 'is', null)
    .returning(['fromId', 'toId'])
    .executeTakeFirst()
  if (!row) throw notFound('kudos')
  await record(scope, 'kudos.withdrawn', { kudosId: id, ...row })
  tell(scope, { topics: ['kudos'] })
}
