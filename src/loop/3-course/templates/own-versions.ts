import { type RawBuilder, sql } from 'kysely'
import { holds } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { cardOf, courseRows, ownCardOf } from '../find.ts'
import { courseSeen, findTemplate } from './own.ts'
import { changesBetween, readTemplateVersion } from './own-draft.ts'

interface Paged {
  limit: number
  after?: string | undefined
}

const reasonsFor = (scope: Scope, { path }: { path: string[] }) =>
  holds(scope.actor, path, 'manager') ? ['publication', 'copy'] : ['publication']

const versionRows = (scope: Scope, templateId: string, reasons: string[]) =>
  scope.db
    .selectFrom('templateVersions as v')
    .innerJoin('members as m', (join) => join.onRef('m.orgId', '=', 'v.orgId').onRef('m.id', '=', 'v.madeBy'))
    .select(['v.number', 'v.madeAt', 'v.reason', 'm.id as makerId', 'm.name', 'm.title'])
    .where('v.orgId', '=', scope.org)
    .where('v.templateId', '=', templateId)
    .where('v.reason', 'in', reasons)
    .orderBy('v.number', 'desc')

/** Every version, newest first; copies of what was written at once only for those who manage its group. */
export async function listTemplateVersions(
  scope: Scope,
  templateId: string,
  { limit, after: cursor }: Paged,
) {
  const reasons = reasonsFor(scope, await findTemplate(scope, templateId))
  const after = readCursor(cursor, 'moment', 'number')
  let rows = versionRows(scope, templateId, reasons)
  if (after) rows = rows.where('v.number', '<', Number(after[1]))
  const page = pageOf(await rows.limit(limit + 1).execute(), limit, ({ madeAt, number }) => [madeAt, number])
  return {
    items: page.items.map(({ number, madeAt, reason, makerId, name, title }) => ({
      ...{ number, madeAt, madeBy: { id: makerId, name, title } },
      reason: reason as 'publication' | 'copy',
    })),
    next: page.next,
  }
}

/** One version with its content, and which blocks differ from what was published before it. */
export async function getTemplateVersion(scope: Scope, templateId: string, number: number) {
  const reasons = reasonsFor(scope, await findTemplate(scope, templateId))
  const version = await readTemplateVersion(scope, templateId, number)
  if (!version || !reasons.includes(version.reason)) throw notFound('template-version')
  const earlier = await versionRows(scope, templateId, ['publication'])
    .where('v.number', '<', number)
    .limit(1)
    .executeTakeFirst()
  const before = earlier && (await readTemplateVersion(scope, templateId, earlier.number))
  return { ...version.text, number, changes: changesBetween(before?.text ?? null, version.text) }
}

/** The courses that follow a template and that the reader may see, newest first. */
export async function listTemplateCourses(scope: Scope, templateId: string, { limit, after: cursor }: Paged) {
  await findTemplate(scope, templateId)
  return followers(scope, sql<boolean>`c.template_id = ${templateId}`, { limit, after: cursor })
}

/** The same of one that comes with Cairn. */
export const listOriginalCourses = (scope: Scope, key: string, query: Paged) =>
  followers(scope, sql<boolean>`c.template_id is null and c.template->>'key' = ${key}`, query)

async function followers(scope: Scope, which: RawBuilder<boolean>, { limit, after: cursor }: Paged) {
  const after = readCursor(cursor, 'id')
  let rows = courseRows(scope)
    .select(sql<number>`coalesce(c.template_version, (c.template->>'version')::int)`.as('followedVersion'))
    .where(which)
    .where(courseSeen(scope))
  if (after) rows = rows.where('c.id', '<', String(after[0]))
  const sorted = rows.orderBy('c.id', 'desc').limit(limit + 1)
  const page = pageOf(await sorted.execute(), limit, ({ id }) => [id])
  return {
    items: page.items.map((row) => ({
      course: row.authorId === scope.actor.id ? ownCardOf(row) : cardOf(row),
      version: row.followedVersion,
    })),
    next: page.next,
  }
}
