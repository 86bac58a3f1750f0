import { holds, roles } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, forbidden, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Contest } from '../held.contract.ts'

const rowsOf = (scope: Scope) =>
  scope.db
    .selectFrom('contests as c')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'c.orgId').onRef('m.id', '=', 'c.memberId'),
    )
    .leftJoin('members as a', (join) =>
      join.onRef('a.orgId', '=', 'c.orgId').onRef('a.id', '=', 'c.answeredBy'),
    )
    .select(['c.id', 'c.body', 'c.madeAt', 'c.answer', 'c.answeredAt'])
    .select(['m.id as memberId', 'm.name', 'm.title'])
    .select(['a.id as byId', 'a.name as byName', 'a.title as byTitle'])
    .where('c.orgId', '=', scope.org)

function present(row: Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]): Contest {
  const { id, body, madeAt, answer, answeredAt, memberId, name, title, byId, byName, byTitle } = row
  const by = byId !== null && { id: byId, name: byName ?? '', title: byTitle ?? '' }
  const answered = by && answer !== null && answeredAt !== null ? { by, at: answeredAt, answer } : null
  return { id, body, madeAt, member: { id: memberId, name, title }, answered }
}

async function getContest(scope: Scope, id: string): Promise<Contest> {
  const row = await rowsOf(scope).where('c.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('contest')
  return present(row)
}

/** Says what is wrong in what is held on the actor; one at a time waits for its answer. */
export async function contestHeld(scope: Scope, body: string): Promise<Contest> {
  const memberId = scope.actor.id
  const open = await scope.db
    .selectFrom('contests')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  if (open) throw conflict('contest.open')
  const id = newIdIn(scope)
  await scope.db
    .insertInto('contests')
    .values({ orgId: scope.org, id, memberId, body, madeAt: scope.now })
    .execute()
  await record(scope, 'contest.made', { contestId: id, memberId })
  tell(scope, { topics: ['contests'] })
  return getContest(scope, id)
}

/** What the actor has contested, the latest first. */
export async function listMyContests(scope: Scope) {
  const rows = await rowsOf(scope)
    .where('c.memberId', '=', scope.actor.id)
    .orderBy('c.id', 'desc')
    .limit(100)
    .execute()
  return { items: rows.map(present) }
}

function refuseUnlessAdmin({ org, actor }: Scope): void {
  if (!holds(actor, [org])) throw forbidden('contest.not-yours')
}

/** What waits for an answer, the longest first. */
export async function listContests(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const after = readCursor(query.after, 'id')
  refuseUnlessAdmin(scope)
  let rows = rowsOf(scope).where('c.answeredAt', 'is', null)
  if (after) rows = rows.where('c.id', '>', String(after[0]))
  const found = await rows
    .orderBy('c.id')
    .limit(query.limit + 1)
    .execute()
  return pageOf(found.map(present), query.limit, ({ id }) => [id])
}

/** Answers what a member contests: who administers the organization, and nobody themselves where there is another. An answer stands. */
export async function answerContest(scope: Scope, id: string, answer: string): Promise<Contest> {
  refuseUnlessAdmin(scope)
  const { member } = await getContest(scope, id)
  const isOwn = member.id === scope.actor.id
  if (isOwn && (await roles.isThereAnotherAdmin(scope, member.id))) throw forbidden('contest.own')
  const { numUpdatedRows } = await scope.db
    .updateTable('contests')
    .set({ answer, answeredBy: scope.actor.id, answeredAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw conflict('contest.answered')
  await record(scope, 'contest.answered', { contestId: id, memberId: member.id, groupId: scope.org, answer })
  tell(scope, { topics: ['contests'] })
  return getContest(scope, id)
}
