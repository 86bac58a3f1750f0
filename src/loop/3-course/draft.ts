import { sql } from 'kysely'
import { areApart, lockOpen } from '#need'
import { findGroup, groupVisible } from '#people'
import { conflict, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Draft } from './contract.ts'
import { emptyDocument } from './document/blocks.ts'
import type { CourseDocument } from './document/schema.ts'
import { withSizes } from './document/sizes.ts'
import { findOwnCourse, ownCardOf } from './find.ts'
import { adoptFiles, refuseForeignFiles } from './own-files.ts'
import { beginAfter } from './templates/templates.ts'

export interface NewCourse {
  title: string
  objective: string
  groupId: string
  needId: string | null
  language: 'en' | 'fr'
  tags: string[]
  /** What it begins with: its files have been sent ahead. */
  document?: CourseDocument | undefined
  /** Or the key of the template that it follows. */
  template?: string | null | undefined
}

/**
 * Starts a course, with an empty first step or with a whole text and its files: all of it or nothing. For a need, it
 * must be open; several people may write for one. What `isReadyMade` came with Cairn: it is nobody's own work. In what
 * `isPractice` somebody tries things, and it is on its way to nobody.
 */
export async function createCourse(
  scope: Scope,
  input: NewCourse,
  { isReadyMade = false, isPractice = false } = {},
): Promise<Draft> {
  await findGroup(scope, input.groupId)
  if (input.needId) await refuseApart(scope, await lockOpen(scope, input.needId), input.groupId)
  const courseId = newIdIn(scope)
  const { document, template, verifyBy, values } = await beginningOf(scope, input)
  const sizes = await refuseForeignFiles(scope, null, document)
  await scope.db
    .insertInto('courses')
    .values({
      orgId: scope.org,
      id: courseId,
      ...values,
      ...(template && { template: JSON.stringify(template), verifyBy }),
      // Only an organization's own has versions that are kept.
      ...(template?.made && { templateId: template.key, templateVersion: template.version }),
      authorId: scope.actor.id,
      isReadyMade,
      createdAt: scope.now,
      draft: JSON.stringify(withSizes(document, sizes)),
      draftedAt: scope.now,
    })
    .execute()
  await adoptFiles(scope, courseId, document)
  const { groupId, needId, title } = values
  await record(scope, 'course.created', {
    courseId,
    groupId,
    needId,
    title,
    ...(isPractice && { isPractice }),
  })
  tell(scope, { topics: ['my-courses'], to: [scope.actor.id] })
  return getDraft(scope, courseId)
}

/** What a course begins with: what was sent, a template, or an empty step. */
async function beginningOf(scope: Scope, { document, template: key, ...values }: NewCourse) {
  if (document && key) throw invalidField('/template', 'course.two-beginnings')
  if (key) return { ...(await beginAfter(scope, { key, ...values })), values }
  return { document: document ?? emptyDocument(values.title), template: null, verifyBy: null, values }
}

/** Who waits for a course must be able to see it, and who sees it what it was made for. */
async function refuseApart(scope: Scope, need: { group: { id: string } }, groupId: string): Promise<void> {
  if (!(await areApart(scope, need.group.id, groupId))) return
  throw invalidField('/groupId', 'course.need-apart')
}

/** The newest version of the template that course `c` follows, where that is another and is offered to the actor. */
const newerTemplate = (scope: Scope) =>
  sql<
    number | null
  >`(select t.version from templates t join groups g on g.org_id = t.org_id and g.id = t.group_id
    where t.org_id = c.org_id and t.id = c.template_id and t.version > c.template_version
      and t.archived_at is null and ${groupVisible(scope, 'g')})`

/** The working copy of a course that the actor writes. */
export async function getDraft(scope: Scope, id: string): Promise<Draft> {
  const row = await findOwnCourse(scope, id)
  const own = await scope.db
    .selectFrom('courses as c')
    .leftJoin('courseVersions as v', (join) =>
      join
        .onRef('v.orgId', '=', 'c.orgId')
        .onRef('v.courseId', '=', 'c.id')
        .onRef('v.number', '=', sql.ref('c.published_version')),
    )
    .select(['c.draft', 'c.draftRevision'])
    .select(sql<boolean>`v.document is distinct from c.draft`.as('changed'))
    .select(newerTemplate(scope).as('newer'))
    .where('c.orgId', '=', scope.org)
    .where('c.id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    course: ownCardOf(row),
    document: own.draft as CourseDocument,
    template: row.template,
    newerTemplate: own.newer,
    verifyBy: row.verifyBy,
    revision: own.draftRevision,
    changedSincePublication: own.changed,
  }
}

export interface DraftSave {
  revision: number
  title: string
  objective: string
  tags: string[]
  language: 'en' | 'fr'
  document: CourseDocument
}

/**
 * Saves the working copy on top of `revision`. Refused with the newer revision when another window has saved since:
 * nothing is overwritten unseen.
 */
export async function saveDraft(
  scope: Scope,
  id: string,
  save: DraftSave,
): Promise<{ revision: number; savedAt: string }> {
  await findOwnCourse(scope, id)
  const sizes = await refuseForeignFiles(scope, id, save.document)
  const { revision, document, ...values } = save
  const saved = await scope.db
    .updateTable('courses')
    .set({
      ...values,
      draft: JSON.stringify(withSizes(document, sizes)),
      draftRevision: revision + 1,
      draftedAt: scope.now,
    })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('draftRevision', '=', revision)
    .executeTakeFirst()
  if (saved.numUpdatedRows === 0n) {
    throw conflict('course.saved-elsewhere')
  }
  tell(scope, { topics: [`draft:${id}`], to: [scope.actor.id] })
  return { revision: revision + 1, savedAt: scope.now.toISOString() }
}
