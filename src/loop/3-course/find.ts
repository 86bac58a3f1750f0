import { type RawBuilder, sql } from 'kysely'
import { groupVisible, holds, openedGroups } from '#people'
import { compiled } from '#platform/db/compiled'
import type { Db } from '#platform/db/kysely'
import { forbidden, notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { CourseCard } from './contract.ts'
import type { Followed } from './template.contract.ts'

/** The rows behind course cards, wherever they are listed; the group must be visible to the reader. */
export const courseRows = (scope: Scope) => rowsFor(scope.db, scope.org, groupVisible(scope, 'g'))

const rowsFor = (db: Db, org: string, visible: RawBuilder<boolean>) =>
  db
    .selectFrom('courses as c')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'c.orgId').onRef('g.id', '=', 'c.groupId'))
    .innerJoin('members as a', (join) =>
      join.onRef('a.orgId', '=', 'c.orgId').onRef('a.id', '=', 'c.authorId'),
    )
    .leftJoin('courseVersions as v', (join) =>
      join
        .onRef('v.orgId', '=', 'c.orgId')
        .onRef('v.courseId', '=', 'c.id')
        .onRef('v.number', '=', sql.ref('c.published_version')),
    )
    .select(['c.id', 'c.title', 'c.objective', 'c.language', 'c.tags', 'c.needId', 'c.publishedVersion'])
    .select([
      'c.publishedAt',
      'c.firstPublishedAt',
      'c.draftedAt',
      'c.draftRevision',
      'c.retiredAt',
      'c.discardedAt',
      'c.lastVersion',
      'c.verifyBy',
      'c.mergedInto',
    ])
    .select(['g.id as groupId', 'g.name as groupName', 'g.path'])
    .select(['a.id as authorId', 'a.name as authorName', 'a.title as authorTitle'])
    .select([
      'v.title as versionTitle',
      'v.objective as versionObjective',
      'v.tags as versionTags',
      'v.language as versionLanguage',
      'v.steps',
      'v.questions',
      'v.minutes',
    ])
    .where('c.orgId', '=', org)
    .where(visible)

const oneCourse = compiled(({ org, opened, id }: { org: string; opened: string[]; id: string }, db) =>
  rowsFor(db, org, groupVisible({ opened }, 'g')).select('c.template').where('c.id', '=', id),
)

/** The row behind one course card; undefined when there is none that the reader may know of. */
const findCourse = async (scope: Scope, id: string): Promise<OneCourse | undefined> =>
  (await oneCourse(scope.db, { org: scope.org, opened: openedGroups(scope.actor), id }))[0]

/** One course, with the template it follows. */
type OneCourse = CourseRow & { template: unknown }

export type CourseRow = Awaited<ReturnType<ReturnType<typeof courseRows>['execute']>>[number]

/** A course as readers see it: what is published, not what its author is changing. */
export const cardOf = (row: CourseRow): CourseCard => ({
  id: row.id,
  title: row.versionTitle ?? row.title,
  objective: row.versionObjective ?? row.objective,
  language: (row.versionLanguage ?? row.language) as CourseCard['language'],
  tags: row.versionTags ?? row.tags,
  group: { id: row.groupId, name: row.groupName },
  author: { id: row.authorId, name: row.authorName, title: row.authorTitle },
  needId: row.needId,
  state: row.discardedAt ? 'discarded' : row.retiredAt ? 'retired' : row.publishedAt ? 'published' : 'draft',
  version: row.publishedVersion,
  steps: row.steps ?? 0,
  questions: row.questions ?? 0,
  minutes: row.minutes ?? 0,
  publishedAt: row.firstPublishedAt,
  draftedAt: row.draftedAt,
})

/** A course as its author knows it: by what they are making of it, published or not. */
export const ownCardOf = (row: CourseRow): CourseCard => ({
  ...cardOf(row),
  title: row.title,
  objective: row.objective,
  language: row.language as CourseCard['language'],
  tags: row.tags,
})

/** A course that the actor writes; throws 404 or, when they may know of it, 403. */
export async function findOwnCourse(
  scope: Scope,
  id: string,
): Promise<CourseRow & { template: Followed | null }> {
  const row = await findCourse(scope, id)
  if (row?.authorId === scope.actor.id) return { ...row, template: row.template as Followed | null }
  if (row?.publishedAt && !row.retiredAt) throw forbidden('course.not-yours')
  throw notFound('course')
}

/** A published course that the actor may see; throws 404 for drafts, and for retired ones unless they are asked for too. */
export async function findPublishedCourse(
  scope: Scope,
  id: string,
  { isRetiredToo = false } = {},
): Promise<CourseRow & { publishedVersion: number }> {
  const row = await findCourse(scope, id)
  if (!row?.publishedVersion || (row.retiredAt && !isRetiredToo) || row.discardedAt) throw notFound('course')
  return { ...row, publishedVersion: row.publishedVersion }
}

/** A course that is published, or the actor's own; throws 404 for others' drafts and for retired ones. */
export async function findReadable(scope: Scope, id: string): Promise<CourseRow> {
  const row = await findCourse(scope, id)
  const isOpen = row?.publishedVersion && !row.retiredAt && !row.discardedAt
  if (!row || !(isOpen || row.authorId === scope.actor.id)) throw notFound('course')
  return row
}

/** Who may take a course out of sight: its author, and who leads its group. */
export const mayRetire = (scope: Scope, row: CourseRow): boolean =>
  row.authorId === scope.actor.id || holds(scope.actor, row.path, 'manager')
