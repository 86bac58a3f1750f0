import { sql } from 'kysely'
import { findGroup, groupVisible, holds, roles } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, forbidden, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { OwnTemplate } from '../own-template.contract.ts'

/** So many are in use in an organization at most: whoever begins a course chooses from all of its group's. */
export const mostTemplates = 100

/** SQL condition: courses `c` in groups `cg` that the reader may see. A draft is its author’s alone. */
export const courseSeen = (scope: Scope) =>
  sql<boolean>`(c.author_id = ${scope.actor.id} or c.published_at is not null and c.retired_at is null)
    and c.discarded_at is null`

/** The rows behind own templates that the reader may see: of those never published, the ones that they manage. */
export const templateRows = (scope: Scope) =>
  scope.db
    .selectFrom('templates as t')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 't.orgId').onRef('g.id', '=', 't.groupId'))
    .leftJoin('templateVersions as v', (join) =>
      join
        .onRef('v.orgId', '=', 't.orgId')
        .onRef('v.templateId', '=', 't.id')
        .onRef('v.number', '=', 't.version'),
    )
    .select(['t.id', 't.language', 't.version', 't.draftedAt', 't.archivedAt', 't.revision', 't.lastVersion'])
    .select(['t.name as draftName', 't.purpose as draftPurpose', 'v.name', 'v.purpose'])
    .select(['g.id as groupId', 'g.name as groupName', 'g.path'])
    .select(
      sql<string[]>`array(select step->'attrs'->>'title'
        from jsonb_array_elements(coalesce(v.document, t.document)->'content') with ordinality as of(step, place)
        order by place)`.as('steps'),
    )
    .select(
      sql<number>`(select count(*)::int from courses c
        join groups cg on cg.org_id = c.org_id and cg.id = c.group_id
        where c.org_id = t.org_id and c.template_id = t.id and ${courseSeen(scope)}
          and ${groupVisible(scope, 'cg')})`.as('courses'),
    )
    .where('t.orgId', '=', scope.org)
    .where(groupVisible(scope, 'g'))
    .where(sql<boolean>`(t.version > 0 or g.path && ${roles.groupsHeld(scope.actor, 'manager')}::uuid[])`)

type TemplateRow = Awaited<ReturnType<ReturnType<typeof templateRows>['execute']>>[number]

export const templateOf = (scope: Scope, row: TemplateRow): OwnTemplate => ({
  id: row.id,
  name: row.name ?? row.draftName,
  for: row.purpose ?? row.draftPurpose,
  language: row.language as OwnTemplate['language'],
  group: { id: row.groupId, name: row.groupName },
  version: row.version,
  steps: row.steps,
  courses: row.courses,
  changedAt: row.draftedAt,
  archivedAt: row.archivedAt,
  can: { manage: holds(scope.actor, row.path, 'manager') },
})

/** One own template that the reader may see; throws 404. */
export async function findTemplate(scope: Scope, id: string): Promise<TemplateRow> {
  const row = await templateRows(scope).where('t.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('template')
  return row
}

/** One whose group the actor manages; throws 404 or, when they may only use it, 403. */
export async function findManagedTemplate(scope: Scope, id: string): Promise<TemplateRow> {
  const row = await findTemplate(scope, id)
  if (!holds(scope.actor, row.path, 'manager')) throw forbidden('template.not-yours')
  return row
}

export const getOwnTemplate = async (scope: Scope, id: string): Promise<OwnTemplate> =>
  templateOf(scope, await findTemplate(scope, id))

interface Listing {
  archived: 'true' | 'false'
  limit: number
  after?: string | undefined
}

/** The organization's own templates, newest first; of archived ones, those that the actor may restore. */
export async function listOwnTemplates(scope: Scope, { archived, limit, after: cursor }: Listing) {
  const after = readCursor(cursor, 'id')
  const isArchived = archived === 'true'
  let rows = templateRows(scope).where('t.archivedAt', isArchived ? 'is not' : 'is', null)
  if (isArchived)
    rows = rows.where(sql<boolean>`g.path && ${roles.groupsHeld(scope.actor, 'manager')}::uuid[]`)
  if (after) rows = rows.where('t.id', '<', String(after[0]))
  const sorted = rows.orderBy('t.id', 'desc').limit(limit + 1)
  const page = pageOf(await sorted.execute(), limit, ({ id }) => [id])
  return { items: page.items.map((row) => templateOf(scope, row)), next: page.next }
}

/** Those that a course of a group may begin from: published ones of the group and of those above it. */
export async function offeredIn(scope: Scope, groupId: string, language: string) {
  const { path } = await findGroup(scope, groupId)
  return templateRows(scope)
    .select('v.objective')
    .where('t.archivedAt', 'is', null)
    .where('t.version', '>', 0)
    .where('t.language', '=', language)
    .where(sql<boolean>`t.group_id = any(${path}::uuid[])`)
    .orderBy(sql`folded(v.name)`)
    .orderBy('t.id')
    .limit(mostTemplates)
}

export async function refuseTooMany(scope: Scope): Promise<void> {
  const { count } = await scope.db
    .selectFrom('templates')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('orgId', '=', scope.org)
    .where('archivedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= mostTemplates) throw conflict('template.too-many', { most: mostTemplates })
}

/** Offers a template no more. Courses that follow it stay as they are. */
export async function archiveTemplate(scope: Scope, id: string): Promise<void> {
  const row = await findManagedTemplate(scope, id)
  if (row.archivedAt) return
  await setArchived(scope, id, { archivedAt: scope.now, archivedBy: scope.actor.id })
  await record(scope, 'template.archived', { templateId: id })
}

/** Offers an archived template again. */
export async function restoreTemplate(scope: Scope, id: string): Promise<void> {
  const row = await findManagedTemplate(scope, id)
  if (!row.archivedAt) return
  await refuseTooMany(scope)
  await setArchived(scope, id, { archivedAt: null, archivedBy: null })
  await record(scope, 'template.restored', { templateId: id })
}

async function setArchived(
  scope: Scope,
  id: string,
  values: { archivedAt: Date | null; archivedBy: string | null },
): Promise<void> {
  await scope.db
    .updateTable('templates')
    .set(values)
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  tell(scope, { topics: ['templates'] })
}
