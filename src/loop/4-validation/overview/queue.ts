import { sql } from 'kysely'
import { findGroup, holds, whoMayEnter } from '#people'
import { conflict, forbidden, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { lockQueue, seat } from '../assign/advance.ts'
import { lockOpenRound } from '../assign/item.ts'
import { peopleAround } from '../assign/people.ts'
import type { Review } from '../contract.ts'
import type { WaitingRound } from '../queue.contract.ts'
import { reviewersIn, reviewersOf } from '../reviewers.ts'
import { cardOf, listOpen, reviewRows } from '../rows.ts'
import { settle } from '../settle.ts'

/** A group that the actor manages; throws 404 for one they may not see, 403 for one they do not manage. */
export async function findManaged(scope: Scope, groupId: string) {
  const group = await findGroup(scope, groupId)
  if (!holds(scope.actor, group.path, 'manager')) throw forbidden('queue.not-yours')
  return group
}

/** The rounds that wait in a group and below, longest waiting first. */
export async function listReviewQueue(
  scope: Scope,
  groupId: string,
  query: { limit: number; after?: string | undefined },
) {
  await findManaged(scope, groupId)
  const page = await listOpen(scope, sql<boolean>`g.path @> array[${groupId}]::uuid[]`, query)
  const asked = await reviewersOf(
    scope,
    page.items.map(({ reviewId }) => reviewId),
  )
  const items = page.items.map((row): WaitingRound => {
    const reviewers = (asked.get(row.reviewId)?.reviewers ?? []).map(turnOf)
    return {
      ...{ ...cardOf(row), group: { id: row.groupId, name: row.groupName }, dueAt: row.dueAt },
      ...{ isStranded: row.strandedAt !== null, isBlind: row.isBlind, approvalsNeeded: row.approvalsNeeded },
      ...{ approvals: reviewers.filter(({ verdict }) => verdict === 'approve').length, reviewers },
    }
  })
  return { items, next: page.next }
}

const turnOf = ({ note: _, ...turn }: Review['reviewers'][number]) => turn

/** The group of a round that is open and the actor may know of; throws 404 or 409. */
async function findRound(scope: Scope, reviewId: string) {
  const row = await reviewRows(scope).where('r.id', '=', reviewId).executeTakeFirst()
  if (!row) throw notFound('review')
  if (!holds(scope.actor, row.path, 'manager')) throw forbidden('queue.not-yours')
  const round = await lockOpenRound(scope, reviewId)
  if (!round) throw conflict('review.closed')
  return round
}

/** Asks somebody in particular, whatever the policy says; but not the author, nor who may not see it or has enough. */
export async function assignReviewer(scope: Scope, reviewId: string, memberId: string) {
  const round = await findRound(scope, reviewId)
  const { courseId, authorId, groupId, policy, seats } = round
  if (memberId === authorId) throw conflict('review.own-course')
  // Who manages the group and wrote the course would know who reads it.
  if (policy.isBlind && authorId === scope.actor.id) throw conflict('review.blind-choice')
  const present = await scope.db
    .selectFrom('members')
    .select('name')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  if (!present) throw notFound('member')
  if (!(await whoMayEnter(scope, groupId, [memberId])).has(memberId))
    throw conflict('review.closed-to', { name: present.name })
  const reviewers = async () => ({ reviewers: (await reviewersIn(scope, reviewId)).reviewers.map(turnOf) })
  const has = seats.find((one) => one.memberId === memberId)?.state
  if (has && ['reading', 'approved', 'changes', 'commented'].includes(has)) return reviewers()
  await lockQueue(scope)
  const { candidates } = await (await peopleAround(scope, round, policy, [memberId]))()
  const one = candidates.find(({ person }) => person.id === memberId)
  if (!one || one.person.open >= policy.mostOpen) throw conflict('review.full', { most: policy.mostOpen })
  await seat(scope, round, [{ id: memberId, by: 'escalated', as: 'named' }])
  const gaveWay = [{ memberId, by: 'escalated' }]
  await record(scope, 'review.assigned', { reviewId, courseId, authorId, reviewerIds: [memberId], gaveWay })
  await settle(scope, reviewId)
  tell(scope, { topics: ['reviews'], to: [memberId, authorId, scope.actor.id] })
  return reviewers()
}
