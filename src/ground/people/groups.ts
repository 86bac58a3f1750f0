import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import { conflict, forbidden, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { type Group, mostGroups } from './contract.ts'
import { holds, mayEnter } from './policy.ts'
import { groupVisible } from './visible.ts'

const deepest = 8
const tooDeep = () => conflict('group.too-deep')

export interface NewGroup {
  parentId: string
  name: string
  colour: string
  glyph: string
  private: boolean
}

/** One group that the actor may see; throws 404 for any other, and for archived ones. */
export async function findGroup(scope: Scope, id: string) {
  const row = await scope.db
    .selectFrom('groups')
    .select(['id', 'parentId', 'path', 'name', 'colour', 'glyph', 'private'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  if (!row || !mayEnter(scope.actor, row)) throw notFound('group')
  return row
}

/** One group that the actor administers; throws 404 where they may not look, 403 where they may only look. */
export async function findManagedGroup(scope: Scope, id: string) {
  const group = await findGroup(scope, id)
  refuseUnlessAdmin(scope, group.path)
  return group
}

/** The whole tree that the actor may see, parents before children, with how many people each group has itself. */
export async function listGroups(scope: Scope): Promise<{ items: Group[] }> {
  const rows = await scope.db
    .selectFrom('groups as g')
    .select(['g.id', 'g.parentId', 'g.path', 'g.name', 'g.colour', 'g.glyph', 'g.private'])
    .select(
      sql<number>`(select count(distinct r.member_id)::int from roles r join members m on m.org_id = r.org_id and m.id = r.member_id
        where r.org_id = g.org_id and r.group_id = g.id and m.left_at is null)`.as('members'),
    )
    .where('g.orgId', '=', scope.org)
    .where('g.archivedAt', 'is', null)
    .where(groupVisible(scope, 'g'))
    .orderBy(sql`cardinality(g.path)`)
    .orderBy('g.name')
    .limit(mostGroups)
    .execute()
  return {
    items: rows.map(({ path, ...group }) => ({
      ...group,
      depth: path.length - 1,
      can: { manage: holds(scope.actor, path), lead: holds(scope.actor, path, 'leader', 'manager') },
    })),
  }
}

/** Adds a group below another. Below a private group everything is private. */
export async function addGroup(scope: Scope, input: NewGroup): Promise<{ id: string }> {
  await lockGroups(scope)
  const parent = await findGroup(scope, input.parentId)
  refuseUnlessAdmin(scope, parent.path)
  if (parent.path.length >= deepest) throw tooDeep()
  await refuseTooMany(scope, 1)
  const id = newIdIn(scope)
  await scope.db
    .insertInto('groups')
    .values({
      orgId: scope.org,
      id,
      ...input,
      private: input.private || parent.private,
      path: [...parent.path, id],
      createdAt: scope.now,
    })
    .execute()
  await record(scope, 'group.created', { groupId: id, parentId: input.parentId, name: input.name })
  tell(scope, { topics: ['groups'] })
  return { id }
}

/** Refuses `more` groups beside those that are there, archived ones not counted. */
export async function refuseTooMany(scope: Scope, more: number): Promise<void> {
  const { count } = await scope.db
    .selectFrom('groups')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('orgId', '=', scope.org)
    .where('archivedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (count + more > mostGroups) throw conflict('group.too-many', { most: mostGroups })
}

/** Changes what a group is called, looks like, and who may see it; privacy reaches its sub-groups. */
export async function changeGroup(
  scope: Scope,
  id: string,
  change: {
    name?: string | undefined
    colour?: string | undefined
    glyph?: string | undefined
    private?: boolean | undefined
  },
): Promise<void> {
  await lockGroups(scope)
  const group = await findGroup(scope, id)
  refuseUnlessAdmin(scope, group.path)
  if (change.private && group.parentId === null) throw conflict('group.root-open')
  if (change.private === false) await refuseInsidePrivate(scope, group.parentId)
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) return
  await scope.db.updateTable('groups').set(set).where('orgId', '=', scope.org).where('id', '=', id).execute()
  if (change.private) {
    await sql`update groups set private = true where org_id = ${scope.org} and path @> array[${id}]::uuid[]`.execute(
      scope.db,
    )
  }
  const { name, colour, glyph } = group
  await record(scope, 'group.changed', {
    groupId: id,
    before: { name, colour, glyph, private: group.private },
  })
  tell(scope, { topics: ['groups'] })
}

async function refuseInsidePrivate(scope: Scope, parentId: string | null): Promise<void> {
  if (parentId === null || !(await findGroup(scope, parentId)).private) return
  throw conflict('group.inside-private')
}

/** One change of the tree at a time: each reads paths that another would change. */
export const lockGroups = (scope: Scope): Promise<void> => holdAlone(scope, `groups ${scope.org}`)

/**
 * Moves a group, with everything below it, under another parent. Who does it administers both places: what is granted
 * above a group holds in it, and must not be shaken off by moving it away.
 */
export async function moveGroup(scope: Scope, id: string, parentId: string): Promise<void> {
  await lockGroups(scope)
  const group = await findGroup(scope, id)
  const parent = await findGroup(scope, parentId)
  if (group.parentId === null) throw conflict('group.root-stays')
  refuseUnlessAdmin(scope, group.path.slice(0, -1))
  refuseUnlessAdmin(scope, parent.path)
  if (parent.path.includes(id)) throw conflict('group.circle')
  await refuseTooDeep(scope, group, parent)
  await sql`update groups set path = ${parent.path}::uuid[] || path[${group.path.length}:], private = private or ${parent.private}
    where org_id = ${scope.org} and path @> array[${id}]::uuid[]`.execute(scope.db)
  await scope.db
    .updateTable('groups')
    .set({ parentId })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'group.moved', { groupId: id, from: group.parentId, to: parentId })
  tell(scope, { topics: ['groups'] })
}

async function refuseTooDeep(
  scope: Scope,
  group: { id: string; path: string[] },
  parent: { path: string[] },
) {
  const { rows } = await sql<{ depth: number }>`select max(cardinality(path)) as depth from groups
    where org_id = ${scope.org} and path @> array[${group.id}]::uuid[]`.execute(scope.db)
  const depth = rows[0]?.depth ?? group.path.length
  if (parent.path.length + depth - group.path.length + 1 > deepest) throw tooDeep()
}

/** Throws 403 unless the actor administers the group of this path. */
export function refuseUnlessAdmin(scope: Scope, path: string[]): void {
  if (holds(scope.actor, path)) return
  throw forbidden('group.admin-needed')
}
