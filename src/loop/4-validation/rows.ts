import { type RawBuilder, sql } from 'kysely'
import { courseRows, readVersion } from '#course'
import { compareDocuments, type StepChange } from '#course/document/changes.ts'
import { holds } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Finding, Review } from './contract.ts'
import { criteriaOf, judgementsOf } from './criteria/judging.ts'
import { queueOf, readPace } from './expected.ts'
import { numberOf, type ReviewerRow, reviewersIn, veiledMember } from './reviewers.ts'

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
      'r.isBlind',
      'r.opinions',
      'r.dueAt',
      'r.strandedAt',
      'r.criteria',
      sql<boolean>`not exists (select from reviews l where l.org_id = r.org_id and l.course_id = r.course_id
        and l.round > r.round)`.as('isLast'),
    ])
    .select(['rv.title as reviewTitle', 'rv.objective as reviewObjective', 'rv.minutes as reviewMinutes'])
    .where('c.discardedAt', 'is', null)

/**
 * A page of the rounds that are open, longest waiting first, each with until when it is the actor's turn, if it is;
 * `which` is a condition on reviews `r` and their courses' groups `g`.
 */
export async function listOpen(
  scope: Scope,
  which: RawBuilder<boolean>,
  query: { limit: number; after?: string | undefined },
) {
  const after = readCursor(query.after, 'moment', 'id')
  let rows = reviewRows(scope)
    .select(
      sql<string | null>`(select w.due_at from reviewers w where w.org_id = r.org_id and w.review_id = r.id
        and w.member_id = ${scope.actor.id})`.as('turnDueAt'),
    )
    .where('r.closedAt', 'is', null)
    .where(which)
  if (after)
    rows = rows.where(sql<boolean>`(r.asked_at, r.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy('r.askedAt')
    .orderBy('r.id')
    .limit(query.limit + 1)
    .execute()
  return pageOf(found, query.limit, (row) => [row.askedAt, row.reviewId])
}

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
    .select([
      'm.id as authorId',
      'm.name',
      'm.title',
      'c.authorId as writerId',
      'r.closedAt',
      'r.round',
      'r.isBlind',
    ])
    .select(numberOf('f', 'author_id').as('number'))
    .where('f.orgId', '=', scope.org)
    .where('f.courseId', '=', courseId)
    .where('f.removedAt', 'is', null)
    // In a blind round nobody reads what the others found before they have said what they think themselves.
    .where(
      sql<boolean>`(not r.is_blind or r.closed_at is not null or f.author_id = ${scope.actor.id} or c.author_id = ${scope.actor.id}
        or exists (select from reviewers o where o.org_id = r.org_id and o.review_id = r.id
          and o.member_id = ${scope.actor.id} and o.given_at is not null))`,
    )

type FindingRow = Awaited<ReturnType<ReturnType<typeof findingRows>['execute']>>[number]

const findingOf = (scope: Scope, row: FindingRow): Finding => {
  const { authorId, name, title, writerId, closedAt, isBlind, number, ...rest } = row
  const anchor = row.anchor as Finding['anchor']
  const resolve = writerId === scope.actor.id && row.resolution === null
  return {
    ...rest,
    anchor,
    severity: row.severity as Finding['severity'],
    resolution: row.resolution as Finding['resolution'],
    author: isBlind && authorId !== scope.actor.id ? veiledMember(number) : { id: authorId, name, title },
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
  const { reviewers, own } = await reviewersIn(scope, id)
  const writes = row.authorId === scope.actor.id
  if (!own && !writes) throw notFound('review')
  const version = await readVersion(scope, row.id, row.version)
  const changes = await changedSince(scope, row, version.document)
  const open = row.closedAt === null
  return {
    ...cardOf(row),
    ...queueOf(row, reviewers, await readPace(scope)),
    document: version.document,
    objective: row.reviewObjective,
    changedSinceLastRound: changes.flatMap(({ blocks }) =>
      blocks.flatMap(({ id, kind }) => (kind === 'removed' ? [] : id)),
    ),
    changes,
    approvalsNeeded: row.approvalsNeeded,
    reviewers,
    findings: await findingsOf(scope, { courseId: row.id, upTo: row.round }),
    criteria: criteriaOf(row),
    judgements: (await judgementsOf(scope, [id])).get(id) ?? [],
    can: {
      judge: open && !writes && mayJudge(scope, row, own),
      withdraw: open && writes,
      ask: writes && mayAsk(row),
    },
  }
}

const roleOf = { reviewers: 'reviewer', leaders: 'leader', managers: 'manager' } as const

/** Whether who was asked may still judge: though their turn ran out or they declined, but not without the role they were asked for. */
function mayJudge(scope: Scope, row: ReviewRow, own: ReviewerRow | undefined): boolean {
  const isOver = own?.endedWhy && own.endedWhy !== 'expired' && own.endedWhy !== 'declined'
  if (!own || isOver) return false
  const role = roleOf[own.askedAs as keyof typeof roleOf]
  // Who was asked before it was kept as what they were asked held one of them.
  return own.askedAs !== null && !role ? true : holds(scope.actor, row.path, 'reviewer', 'leader', 'manager')
}

/** Whether another opinion may be asked for: once in the last round, while it is open or was sent back. */
export const mayAsk = ({ opinions, outcome, isLast }: ReviewRow): boolean =>
  isLast && opinions === 0 && (outcome === null || outcome === 'changes')

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
