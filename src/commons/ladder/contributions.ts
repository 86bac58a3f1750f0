import { findPublishedCourse, readVersion } from '#course'
import { holdAlone } from '#platform/db/locks'
import { conflict, forbidden, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Contribution, ContributionContent } from './contribution.contract.ts'
import { keepClip } from './files.ts'
import { type Place, refuseUnfit } from './fit.ts'
import { mostOpen } from './limits.ts'
import { getContribution } from './rows.ts'

/** One row, which nobody else decides on, changes or takes back until the transaction ends; undefined for none. */
export const lockContribution = (scope: Scope, id: string) =>
  scope.db
    .selectFrom('contributions')
    .selectAll()
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type Locked = NonNullable<Awaited<ReturnType<typeof lockContribution>>>

/** What every fact says of a contribution. */
export const aboutOf = ({ id, courseId, memberId, kind }: Locked) => ({
  contributionId: id,
  courseId,
  memberId,
  kind,
})

/** Whoever gave it and whoever decides see it at once. */
export const tellOf = (scope: Scope, { courseId }: Pick<Locked, 'courseId'>): void =>
  tell(scope, { topics: ['contributions', `contributions:${courseId}`] })

/** So many may wait for an author at once, of one person and for one course. */
async function refuseTooMany(scope: Scope, courseId: string): Promise<void> {
  await holdAlone(scope, `contributions ${courseId} ${scope.actor.id}`)
  const { count } = await scope.db
    .selectFrom('contributions')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .where('memberId', '=', scope.actor.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostOpen) throw conflict('contribution.too-many', { most: mostOpen })
}

/** Gives something small to a published course of somebody else. */
export async function makeContribution(
  scope: Scope,
  courseId: string,
  { content, ...place }: Place & { content: ContributionContent },
): Promise<Contribution> {
  const course = await findPublishedCourse(scope, courseId)
  if (course.authorId === scope.actor.id) throw conflict('contribution.own-course')
  await refuseTooMany(scope, courseId)
  const { document } = await readVersion(scope, courseId, course.publishedVersion)
  refuseUnfit(document, place, content)
  const fileId = await keepClip(scope, content)
  const id = newIdIn(scope)
  const { kind } = content
  await scope.db
    .insertInto('contributions')
    .values({
      ...{ orgId: scope.org, id, courseId, memberId: scope.actor.id, kind, ...place, fileId },
      ...{ content: JSON.stringify(content), madeAt: scope.now, changedAt: scope.now },
    })
    .execute()
  await record(scope, 'contribution.made', { contributionId: id, courseId, memberId: scope.actor.id, kind })
  tellOf(scope, { courseId })
  return getContribution(scope, id)
}

/** A contribution of the actor's own; throws 403 for who writes its course, 404 for anybody else. */
async function lockMine(scope: Scope, id: string): Promise<Locked> {
  const row = await lockContribution(scope, id)
  if (!row) throw notFound('contribution')
  if (row.memberId === scope.actor.id) return row
  await getContribution(scope, id)
  throw forbidden('contribution.not-yours')
}

/** Throws unless nobody has decided on it yet. */
export function refuseDecided({ state }: Locked): void {
  if (state === 'withdrawn') throw conflict('contribution.taken-back')
  if (state !== 'open') throw conflict('contribution.decided')
}

/** Says it otherwise; whoever has read the wording before has to read this one before they decide. */
export async function changeContribution(
  scope: Scope,
  id: string,
  content: ContributionContent,
): Promise<Contribution> {
  const row = await lockMine(scope, id)
  refuseDecided(row)
  if (content.kind !== row.kind) throw invalidField('/content/kind', 'contribution.other-kind')
  const course = await findPublishedCourse(scope, row.courseId)
  const { document } = await readVersion(scope, row.courseId, course.publishedVersion)
  refuseUnfit(document, row, content)
  const fileId = await keepClip(scope, content, row.fileId)
  const edition = row.edition + 1
  await set(scope, id, { content: JSON.stringify(content), fileId, edition, changedAt: scope.now })
  await record(scope, 'contribution.changed', { ...aboutOf(row), edition })
  tellOf(scope, row)
  return getContribution(scope, id)
}

/** Takes it back. Doing so twice changes nothing. */
export async function withdrawContribution(scope: Scope, id: string): Promise<Contribution> {
  const row = await lockMine(scope, id)
  if (row.state === 'withdrawn') return getContribution(scope, id)
  if (row.state !== 'open') throw conflict('contribution.decided')
  await set(scope, id, { state: 'withdrawn' })
  await record(scope, 'contribution.withdrawn', aboutOf(row))
  tellOf(scope, row)
  return getContribution(scope, id)
}

/** Gives it again. */
export async function returnContribution(scope: Scope, id: string): Promise<Contribution> {
  const row = await lockMine(scope, id)
  if (row.state !== 'withdrawn') return getContribution(scope, id)
  await refuseTooMany(scope, row.courseId)
  await set(scope, id, { state: 'open' })
  await record(scope, 'contribution.returned', { ...aboutOf(row), from: 'withdrawn' })
  tellOf(scope, row)
  return getContribution(scope, id)
}

interface Values {
  content?: string
  fileId?: string | null
  edition?: number
  changedAt?: Date
  state?: string
  decidedAt?: Date | null
  decidedBy?: string | null
  words?: string
  placed?: string | null
}

/** Writes some columns of one row. */
export const set = (scope: Scope, id: string, values: Values) =>
  scope.db
    .updateTable('contributions')
    .set(values)
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
