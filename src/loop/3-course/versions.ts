import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Draft } from './contract.ts'
import { diffBlocks, figuresOf } from './document/blocks.ts'
import type { CourseDocument } from './document/schema.ts'
import { withSizes } from './document/sizes.ts'
import { getDraft } from './draft.ts'
import { findOwnCourse } from './find.ts'
import { refuseForeignFiles } from './own-files.ts'

type Reason = 'review' | 'publication' | 'restore' | 'copy' | 'suggestion'

interface Text {
  title: string
  objective: string
  document: CourseDocument
}

/** A text with what else a version keeps of the course. */
interface Kept extends Text {
  tags: string[]
  language: string
}

/** The draft, and whether it is the same as the last version; nobody saves or keeps it until the transaction ends. */
const holdDraft = (scope: Scope, courseId: string) =>
  scope.db
    .selectFrom('courses as c')
    .leftJoin('courseVersions as v', (join) =>
      join
        .onRef('v.orgId', '=', 'c.orgId')
        .onRef('v.courseId', '=', 'c.id')
        .onRef('v.number', '=', 'c.lastVersion'),
    )
    .select(['c.title', 'c.objective', 'c.draft', 'c.lastVersion', 'c.tags', 'c.language'])
    .select(
      sql<boolean>`v.document = c.draft and v.title = c.title and v.objective = c.objective
        and v.tags is not distinct from c.tags and v.language is not distinct from c.language`.as('same'),
    )
    .where('c.orgId', '=', scope.org)
    .where('c.id', '=', courseId)
    .forUpdate('c')
    .executeTakeFirst()

/** Keeps the draft as the next version, unless it is the same as the last one. Returns its number. */
export async function keepVersion(scope: Scope, courseId: string, reason: Reason): Promise<number> {
  const row = await holdDraft(scope, courseId)
  if (!row) throw notFound('course')
  if (row.same) return row.lastVersion
  const { title, objective, tags, language, draft, lastVersion } = row
  const text = { title, objective, tags, language, document: draft as CourseDocument }
  return addVersion(scope, courseId, lastVersion + 1, reason, text)
}

/**
 * Keeps a text as a version beside the working copy: what another window or a device that was away wrote. The same
 * text as the last version is not kept twice. Returns its number.
 */
export async function keepCopy(scope: Scope, courseId: string, text: Text): Promise<{ number: number }> {
  await findOwnCourse(scope, courseId)
  const sizes = await refuseForeignFiles(scope, courseId, text.document)
  const document = withSizes(text.document, sizes)
  const { lastVersion, ...draft } = await scope.db
    .selectFrom('courses')
    .select(['lastVersion', 'tags', 'language'])
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const same = await scope.db
    .selectFrom('courseVersions')
    .select('number')
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .where('number', '=', lastVersion)
    .where(sql<boolean>`document = ${JSON.stringify(document)}::jsonb`)
    .where('title', '=', text.title)
    .where('objective', '=', text.objective)
    .executeTakeFirst()
  if (same) return same
  const number = await addVersion(scope, courseId, lastVersion + 1, 'copy', { ...text, ...draft, document })
  await record(scope, 'course.copy-kept', { courseId, version: number })
  tell(scope, { topics: [`draft:${courseId}`], to: [scope.actor.id] })
  return { number }
}

async function addVersion(scope: Scope, courseId: string, number: number, reason: Reason, text: Kept) {
  const { title, objective, tags, language, document } = text
  await scope.db
    .insertInto('courseVersions')
    .values({
      orgId: scope.org,
      courseId,
      number,
      title,
      objective,
      tags,
      language,
      document: JSON.stringify(document),
      madeBy: scope.actor.id,
      madeAt: scope.now,
      reason,
      ...figuresOf(document),
    })
    .execute()
  await scope.db
    .updateTable('courses')
    .set({ lastVersion: number })
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .execute()
  return number
}

/** The content of a version; throws 404 when there is none of that number. No permission is checked. */
export async function readVersion(scope: Scope, courseId: string, number: number) {
  const row = await scope.db
    .selectFrom('courseVersions')
    .select(['number', 'title', 'objective', 'tags', 'language', 'document'])
    .where('orgId', '=', scope.org)
    .where('courseId', '=', courseId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw notFound('version')
  return { ...row, document: row.document as CourseDocument }
}

/** A version for its author, and which blocks differ from version `since`. */
export async function getVersion(scope: Scope, courseId: string, number: number, since: number | undefined) {
  await findOwnCourse(scope, courseId)
  const version = await readVersion(scope, courseId, number)
  const before = since ? (await readVersion(scope, courseId, since)).document : version.document
  return { ...version, changes: diffBlocks(before, version.document) }
}

/** Every version that was kept, newest first. */
export async function listVersions(
  scope: Scope,
  courseId: string,
  query: { limit: number; after?: string | undefined },
) {
  const course = await findOwnCourse(scope, courseId)
  const after = readCursor(query.after, 'number')
  let rows = scope.db
    .selectFrom('courseVersions as v')
    .innerJoin('members as m', (join) => join.onRef('m.orgId', '=', 'v.orgId').onRef('m.id', '=', 'v.madeBy'))
    .select([
      'v.number',
      'v.title',
      'v.madeAt',
      'v.reason',
      'm.id as makerId',
      'm.name',
      'm.title as makerTitle',
    ])
    .where('v.orgId', '=', scope.org)
    .where('v.courseId', '=', courseId)
  if (after) rows = rows.where('v.number', '<', Number(after[0]))
  const page = pageOf(
    await rows
      .orderBy('v.number', 'desc')
      .limit(query.limit + 1)
      .execute(),
    query.limit,
    ({ number }) => [number],
  )
  return {
    items: page.items.map((row) => ({
      number: row.number,
      title: row.title,
      madeBy: { id: row.makerId, name: row.name, title: row.makerTitle },
      madeAt: row.madeAt,
      reason: row.reason as Reason,
      published: row.number === course.publishedVersion,
    })),
    next: page.next,
  }
}

/** Makes a kept version the working copy. The copy it replaces is kept as a version first, so nothing is lost. */
export async function restoreVersion(scope: Scope, courseId: string, number: number): Promise<Draft> {
  await findOwnCourse(scope, courseId)
  const version = await readVersion(scope, courseId, number)
  await keepVersion(scope, courseId, 'restore')
  await scope.db
    .updateTable('courses')
    .set({
      title: version.title,
      objective: version.objective,
      ...(version.tags && { tags: version.tags }),
      ...(version.language && { language: version.language }),
      draft: JSON.stringify(version.document),
      draftRevision: sql`draft_revision + 1`,
      draftedAt: scope.now,
    })
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .execute()
  await record(scope, 'course.restored', { courseId, version: number })
  tell(scope, { topics: [`draft:${courseId}`], to: [scope.actor.id] })
  return getDraft(scope, courseId)
}
