import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { groupVisible } from '#people'
import { conflict } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { Draft } from '../contract.ts'
import { withOwnIds } from '../document/own-ids.ts'
import { type Block, type CourseDocument, courseDocument } from '../document/schema.ts'
import { getDraft } from '../draft.ts'
import { findOwnCourse } from '../find.ts'
import type { Followed } from '../template.contract.ts'
import { growTo, shrinkTo } from './own-begin.ts'
import { readTemplateVersion } from './own-draft.ts'

const courseRow = (scope: Scope, courseId: string) =>
  scope.db
    .selectFrom('courses as c')
    .select([
      'c.draft',
      'c.draftRevision',
      'c.template',
      'c.templateId',
      'c.templateVersion',
      'c.templateBefore',
    ])
    .where('c.orgId', '=', scope.org)
    .where('c.id', '=', courseId)

/** The newest version of a template that is still offered, where its group may be seen; null where there is none. */
const newestOf = async (scope: Scope, templateId: string | null): Promise<number | null> => {
  if (!templateId) return null
  const row = await scope.db
    .selectFrom('templates as t')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 't.orgId').onRef('g.id', '=', 't.groupId'))
    .select('t.version')
    .where('t.orgId', '=', scope.org)
    .where('t.id', '=', templateId)
    .where('t.archivedAt', 'is', null)
    .where(groupVisible(scope, 'g'))
    .executeTakeFirst()
  return row?.version ?? null
}

const write = (scope: Scope, courseId: string, values: Record<string, unknown>) =>
  scope.db
    .updateTable('courses')
    .set({ ...values, draftRevision: sql`draft_revision + 1`, draftedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', courseId)
    .execute()

/**
 * Has a course follow the newest version of its template: what is new there is added where it belongs, nothing that was
 * written is changed. `revision` is that of the working copy as its author sees it.
 */
export async function takeTemplate(
  scope: Scope,
  courseId: string,
  { revision }: { revision: number },
): Promise<Draft> {
  await findOwnCourse(scope, courseId)
  const row = await courseRow(scope, courseId).forUpdate().executeTakeFirstOrThrow()
  if (row.draftRevision !== revision) throw conflict('course.saved-elsewhere')
  const newest = await newestOf(scope, row.templateId)
  const followed = row.template as Followed | null
  if (!row.templateId || !followed || newest === null || newest <= (row.templateVersion ?? 0))
    throw conflict('course.template-current')
  const { text } = (await readTemplateVersion(scope, row.templateId, newest)) ?? {}
  if (!text) throw new Error(`Version ${newest} of the template ${row.templateId} was not kept.`)
  const grown = growTo({ document: row.draft as CourseDocument, made: followed.made ?? {} }, text)
  if (!courseDocument.safeParse(grown.document).success) throw conflict('course.template-long')
  const { name, objective } = text
  const { parts, made } = grown
  await write(scope, courseId, {
    draft: JSON.stringify(grown.document),
    template: JSON.stringify({ ...followed, name, objective, version: newest, parts, made }),
    templateVersion: newest,
    templateBefore: JSON.stringify(followed),
  })
  const { templateId, templateVersion: before } = row
  await record(scope, 'course.template-taken', { courseId, templateId, version: newest, before: before ?? 0 })
  tell(scope, { topics: ['templates', `draft:${courseId}`], to: [scope.actor.id] })
  return getDraft(scope, courseId)
}

/** Takes that back: the course follows what it followed before. What was written in the meantime stays. */
export async function leaveTemplate(scope: Scope, courseId: string): Promise<Draft> {
  await findOwnCourse(scope, courseId)
  const row = await courseRow(scope, courseId).forUpdate().executeTakeFirstOrThrow()
  const [now, before] = [row.template as Followed | null, row.templateBefore as Followed | null]
  if (!row.templateId || !now || !before) throw conflict('course.template-not-taken')
  const version = await readTemplateVersion(scope, row.templateId, now.version)
  const made = { made: now.made ?? {}, parts: now.parts }
  const came = asItCame(version?.text.document ?? null, made.made)
  const draft = shrinkTo(row.draft as CourseDocument, made, { made: before.made ?? {} }, came)
  await write(scope, courseId, {
    draft: JSON.stringify(draft),
    template: JSON.stringify(before),
    templateVersion: before.version,
    templateBefore: null,
  })
  const { templateId } = row
  await record(scope, 'course.template-left', { courseId, templateId, version: before.version })
  tell(scope, { topics: ['templates', `draft:${courseId}`], to: [scope.actor.id] })
  return getDraft(scope, courseId)
}

/** Whether a block of a course still says what the template says there; its ids are its own. */
function asItCame(document: CourseDocument | null, made: Readonly<Record<string, string>>) {
  const from = new Map(
    (document?.content ?? []).flatMap(({ content }) =>
      content.map((block) => [made[block.attrs.id] ?? '', block] as const),
    ),
  )
  const bare = (block: Block) => withOwnIds(block, () => '')
  return (block: Block): boolean => {
    const first = from.get(block.attrs.id)
    return first !== undefined && isDeepStrictEqual(bare(first), bare(block))
  }
}
