import { sql } from 'kysely'
import { conflict, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record, recordAll } from '#record'
import type { ReviewThanks } from '../contract.ts'

interface Round {
  courseId: string
  outcome: string | null
  isBlind: boolean
  reviewers: string[]
}

/** A round of the actor's own course, and who gave a verdict in it and is still here; throws 404. */
async function findRound(scope: Scope, reviewId: string): Promise<Round> {
  const { rows } = await sql<Round>`
    select r.course_id, r.outcome, r.is_blind, array(select w.member_id from reviewers w
        join members m on m.org_id = w.org_id and m.id = w.member_id
        where w.org_id = r.org_id and w.review_id = r.id and w.given_at is not null and m.left_at is null
          and w.member_id <> c.author_id order by w.member_id) as reviewers
    from reviews r join courses c on c.org_id = r.org_id and c.id = r.course_id
    where r.org_id = ${scope.org} and r.id = ${reviewId} and c.author_id = ${scope.actor.id}`.execute(
    scope.db,
  )
  const [round] = rows
  if (!round) throw notFound('review')
  return round
}

const given = (scope: Scope, reviewId: string) =>
  scope.db
    .selectFrom('kudos')
    .select(['id', 'toId'])
    .where('orgId', '=', scope.org)
    .where('reviewId', '=', reviewId)
    .where('fromId', '=', scope.actor.id)
    .where('withdrawnAt', 'is', null)
    .execute()

/** Whom the author of a course can thank for a round of its review, and how many of them they have. */
export async function getReviewThanks(scope: Scope, reviewId: string): Promise<ReviewThanks> {
  const { outcome, isBlind, reviewers } = await findRound(scope, reviewId)
  const thanked = (await given(scope, reviewId)).length
  return { reviewers: outcome === 'approved' ? reviewers.length : 0, thanked, isPrivate: isBlind }
}

/**
 * Thanks everybody who read a round that was published, each once; doing it again changes nothing. Of a blind round only
 * they learn of it: whom an author thanked, they would know, and with them everybody.
 */
export async function thankReviewers(scope: Scope, reviewId: string): Promise<ReviewThanks> {
  const { courseId, outcome, isBlind: isPrivate, reviewers } = await findRound(scope, reviewId)
  if (outcome !== 'approved') throw conflict('kudos.not-published')
  if (reviewers.length === 0) throw conflict('kudos.nobody')
  const fromId = scope.actor.id
  const made = await scope.db
    .insertInto('kudos')
    .values(
      reviewers.map((toId) => {
        const id = newIdIn(scope)
        return {
          orgId: scope.org,
          id,
          togetherId: id,
          fromId,
          toId,
          ...{ courseId, reviewId, reason: '', isPrivate, givenAt: scope.now },
        }
      }),
    )
    .onConflict((known) =>
      known.columns(['orgId', 'reviewId', 'toId']).where('withdrawnAt', 'is', null).doNothing(),
    )
    .returning(['id', 'toId'])
    .execute()
  const about = { fromId, courseId, needId: null, reviewId, isPrivate }
  for (const { id: kudosId, toId } of made) await record(scope, 'kudos.given', { kudosId, toId, ...about })
  tell(scope, { topics: ['kudos'] })
  return getReviewThanks(scope, reviewId)
}

/** Takes the thanks for a round back. */
export async function unthankReviewers(scope: Scope, reviewId: string): Promise<ReviewThanks> {
  await findRound(scope, reviewId)
  const taken = await scope.db
    .updateTable('kudos')
    .set({ withdrawnAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('reviewId', '=', reviewId)
    .where('fromId', '=', scope.actor.id)
    .where('withdrawnAt', 'is', null)
    .returning(['id as kudosId', 'fromId', 'toId'])
    .execute()
  await recordAll(scope, 'kudos.withdrawn', taken)
  tell(scope, { topics: ['kudos'] })
  return getReviewThanks(scope, reviewId)
}
