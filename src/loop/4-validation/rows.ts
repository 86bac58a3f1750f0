import { sql } from 'kysely'
import { courseRows, readVersion } from '#course'
import { compareDocuments, type StepChange } from '#course/document/changes.ts'
import { holds } from '#people'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Finding, Review } from './contract.ts'

/** Reviews with the course they are of, which must be visible to the reader and not thrown away. */
export const reviewRows = (scope: Scope) =>
  courseRows(scope)
    .innerJoin('reviews as r', (join) =>
      join.onRef('r.orgId', '=', 'c.orgId').onRef('r.courseId', '=', 'c.id'),
    )
    .innerJoin('courseVersions as rv', (join) =>
      join
        .onRef('rv.orgId', '=', 'r.orgId')
        .onRef('rv.courseId', '=', 'r.courseId')
        .onRef('rv.number', '=', 'r.version'),
    )
    .select([
      'r.id as reviewId',
      'r.version',
      'r.round',
      'r.askedAt',
      'r.note',
      'r.approvalsNeeded',
      'r.outcome',
      'r.closedAt',
    ])
    .select(['rv.title as reviewTitle', 'rv.objective as reviewObjective', 'rv.minutes as reviewMinutes'])
    .where('c.discardedAt', 'is', null)

export type ReviewRow = Awaited<ReturnType<ReturnType<typeof reviewRows>['execute']>>[number]

export const cardOf = (row: ReviewRow) => ({
  id: row.reviewId,
  courseId: row.id,
  groupId: row.groupId,
  title: row.reviewTitle,
  author: { id: row.authorId, name: row.authorName, title: row.authorTitle },
  round: row.round,
  version: row.version,
  minutes: row.reviewMinutes,
  askedAt: row.askedAt,
  note: row.note,
  outcome: row.outcome as Review['outcome'],
})

/** The people asked for each of some reviews, in the order of their names. */
export async function reviewersOf(
  scope: Scope,
  reviewIds: readonly string[],
): Promise<Map<string, Review['reviewers']>> {
  const rows = await scope.db
    .selectFrom('reviewers as w')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'w.orgId').onRef('m.id', '=', 'w.memberId'),
    )
    .select(['m.id', 'm.name', 'm.title', 'w.reviewId', 'w.verdict', 'w.note', 'w.givenAt', 'w.declinedAt'])
    .where('w.orgId', '=', scope.org)
    .where(sql<boolean>`w.review_id = any(${[...reviewIds]}::uuid[])`)
    .orderBy('m.name')
    .orderBy('m.id')
    .execute()
  const present = ({ id, name, title, verdict, note, givenAt, declinedAt }: (typeof rows)[number]) => ({
    member: { id, name, title },
    verdict: verdict as Review['reviewers'][number]['verdict'],
    note,
    givenAt,
    declined: declinedAt !== null,
  })
  const grouped = Map.groupBy(rows, ({ reviewId }) => reviewId)
  return new Map([...grouped].map(([reviewId, asked]) => [reviewId, asked.map(present)]))
}

/** The people asked for one review. */
export const reviewersIn = async (scope: Scope, reviewId: string): Promise<Review['reviewers']> =>
  (await reviewersOf(scope, [reviewId])).get(reviewId) ?? []
const findingRows = (scope: Scope, courseId: string) =>
  scope.db
    .selectFrom('findings as f')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'f.orgId').onRef('m.id', '=', 'f.authorId'),
    )
    .innerJoin('reviews as r', (join) =>
      join.onRef('r.orgId', '=', 'f.orgId').onRef('r.id', '=', 'f.reviewId'),
    )
    .innerJoin('courses as c', (join) =>
      join.onRef('c.orgId', '=', 'f.orgId').onRef('c.id', '=', 'f.courseId'),
    )
    .select([
      'f.id',
      'f.blockId',
      'f.stepId',
      'f.anchor',
      'f.quote',
      'f.severity',
      'f.body',
      'f.suggestion',
      'f.madeAt',
      'f.resolution',
    ])
    .select(['m.id as authorId', 'm.name', 'm.title', 'c.authorId as writerId', 'r.closedAt', 'r.round'])
    .where('f.orgId', '=', scope.org)
    .where('f.courseId', '=', courseId)
    .where('f.removedAt', 'is', null)

type FindingRow = Awaited<ReturnType<ReturnType<typeof findingRows>['execute']>>[number]

const findingOf = (scope: Scope, row: FindingRow): Finding => {
  const { authorId, name, title, writerId, closedAt, ...rest } = row
  const anchor = row.anchor as Finding['anchor']
  const resolve = writerId === scope.actor.id && row.resolution === null
  return {
    ...rest,
    anchor,
    severity: row.severity as Finding['severity'],
    resolution: row.resolution as Finding['resolution'],
    author: { id: authorId, name, title },
    can: {
      remove: authorId === scope.actor.id && closedAt === null,
      resolve,
      apply: resolve && row.suggestion !== null && anchor.kind === 'range',
    },
  }
}

/** Findings on a course, first ones first: those of some rounds, both ends included, or one. */
export async function findingsOf(
  scope: Scope,
  where: { courseId: string; from?: number | undefined; upTo?: number | undefined; id?: string },
): Promise<Finding[]> {
  let rows = findingRows(scope, where.courseId)
  if (where.from !== undefined) rows = rows.where('r.round', '>=', where.from)
  if (where.upTo !== undefined) rows = rows.where('r.round', '<=', where.upTo)
  if (where.id) rows = rows.where('f.id', '=', where.id)
  return (await rows.orderBy('f.id').execute()).map((row) => findingOf(scope, row))
}

/** A review for the course's author and the people asked; unknown to everyone else. */
export async function getReview(scope: Scope, id: string): Promise<Review> {
  const row = await reviewRows(scope).where('r.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('review')
  const reviewers = await reviewersIn(scope, id)
  const own = reviewers.find(({ member }) => member.id === scope.actor.id)
  const writes = row.authorId === scope.actor.id
  if (!own && !writes) throw notFound('review')
  const version = await readVersion(scope, row.id, row.version)
  const changes = await changedSince(scope, row, version.document)
  const open = row.closedAt === null
  // Who was asked may have lost the role since.
  const reviews = holds(scope.actor, row.path, 'reviewer', 'leader', 'manager')
  return {
    ...cardOf(row),
    document: version.document,
    objective: row.reviewObjective,
    changedSinceLastRound: changes.flatMap(({ blocks }) =>
      blocks.flatMap(({ id, kind }) => (kind === 'removed' ? [] : id)),
    ),
    changes,
    approvalsNeeded: row.approvalsNeeded,
    reviewers,
    findings: await findingsOf(scope, { courseId: row.id, upTo: row.round }),
    can: { judge: open && Boolean(own) && !own?.declined && reviews, withdraw: open && writes },
  }
}

/** What became of each step since the version of the round before. */
async function changedSince(
  scope: Scope,
  row: ReviewRow,
  document: Review['document'],
): Promise<StepChange[]> {
  if (row.round === 1) return []
  const before = await scope.db
    .selectFrom('reviews')
    .select('version')
    .where('orgId', '=', scope.org)
    .where('courseId', '=', row.id)
    .where('round', '=', row.round - 1)
    .executeTakeFirst()
  if (!before) return []
  return compareDocuments((await readVersion(scope, row.id, before.version)).document, document)
}
