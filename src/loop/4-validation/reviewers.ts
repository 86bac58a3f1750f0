import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import type { Review } from './contract.ts'

/** SQL: the place of who has a row aliased `alias` among the reviewers of its review, in an order that tells nothing of them. */
export const numberOf = (alias: string, member: string) => sql<number>`(select count(*)::int from reviewers z
  where z.org_id = ${sql.ref(`${alias}.org_id`)} and z.review_id = ${sql.ref(`${alias}.review_id`)}
  and md5(z.review_id::text || z.member_id::text)
    < md5(${sql.ref(`${alias}.review_id`)}::text || ${sql.ref(`${alias}.${member}`)}::text))`

/** Somebody of whom a blind review tells only that they are one of its reviewers, and which: without a name. */
export const veiledMember = (number: number) => ({
  // A UUID of its own making (version 8) that no member has.
  id: `00000000-0000-8000-8000-${String(number + 1).padStart(12, '0')}`,
  ...{ name: '', title: '' },
})

/** SQL: how many reviews come before this one for whoever has the turn `w`, it included; null when it is over. */
const placeOf = sql<
  number | null
>`case when w.given_at is null and w.ended_at is null then (select count(*)::int + 1
  from reviewers q join reviews x on x.org_id = q.org_id and x.id = q.review_id and x.closed_at is null
  where q.org_id = w.org_id and q.member_id = w.member_id and q.given_at is null and q.ended_at is null
    and (q.asked_at, q.review_id) < (w.asked_at, w.review_id)) end`

const reviewerRows = (scope: Scope, reviewIds: readonly string[]) =>
  scope.db
    .selectFrom('reviewers as w')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'w.orgId').onRef('m.id', '=', 'w.memberId'),
    )
    .innerJoin('reviews as r', (join) =>
      join.onRef('r.orgId', '=', 'w.orgId').onRef('r.id', '=', 'w.reviewId'),
    )
    .select(['m.id', 'm.name', 'm.title', 'w.reviewId', 'w.verdict', 'w.note', 'w.givenAt', 'w.dueAt'])
    .select(['w.endedWhy', 'w.by', 'w.askedAs', 'r.isBlind', placeOf.as('place')])
    .select(numberOf('w', 'member_id').as('number'))
    .where('w.orgId', '=', scope.org)
    .where(sql<boolean>`w.review_id = any(${[...reviewIds]}::uuid[])`)
    .orderBy('m.name')
    .orderBy('m.id')

export type ReviewerRow = Awaited<ReturnType<ReturnType<typeof reviewerRows>['execute']>>[number]
type Reviewer = Review['reviewers'][number]

const reviewerOf = (scope: Scope, row: ReviewerRow): Reviewer => ({
  member:
    row.isBlind && row.id !== scope.actor.id
      ? veiledMember(row.number)
      : { id: row.id, name: row.name, title: row.title },
  verdict: row.verdict as Reviewer['verdict'],
  note: row.note,
  givenAt: row.givenAt,
  dueAt: row.place === null ? null : row.dueAt,
  place: row.place,
  ended: row.verdict ? null : (row.endedWhy as Reviewer['ended']),
  gaveWay: row.by as Reviewer['gaveWay'],
})

interface Asked {
  reviewers: Review['reviewers']
  /** The turn of who reads, with what a blind review does not tell of it. */
  own: ReviewerRow | undefined
}

/** The people asked for each of some reviews, in the order of their names; in none that tells anything when it is blind. */
export async function reviewersOf(scope: Scope, reviewIds: readonly string[]): Promise<Map<string, Asked>> {
  const rows = await reviewerRows(scope, reviewIds).execute()
  const sorted = rows.toSorted((a, b) => (a.isBlind && b.isBlind ? a.number - b.number : 0))
  const grouped = Map.groupBy(sorted, ({ reviewId }) => reviewId)
  const asked = [...grouped].map(([reviewId, people]): [string, Asked] => [
    reviewId,
    {
      reviewers: people.map((row) => reviewerOf(scope, row)),
      own: people.find(({ id }) => id === scope.actor.id),
    },
  ])
  return new Map(asked)
}

/** The people asked for one review. */
export const reviewersIn = async (scope: Scope, reviewId: string): Promise<Asked> =>
  (await reviewersOf(scope, [reviewId])).get(reviewId) ?? { reviewers: [], own: undefined }
