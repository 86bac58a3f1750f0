import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { findManagedGroup, lockGroups, refuseTooMany, refuseUnlessAdmin } from './groups.ts'
import { groupsHeld, mayEnter } from './policy.ts'

/**
 * Archives a group with everything below it: it is offered nowhere from then on, while its courses, needs and roles
 * stay as they are. Undone by `restoreGroup`.
 */
export async function archiveGroup(scope: Scope, id: string): Promise<void> {
  await lockGroups(scope)
  const { parentId } = await findManagedGroup(scope, id)
  if (parentId === null) throw conflict('group.root-stays')
  await refuseWaitingInvitations(scope, id)
  await sql`update groups set archived_at = ${scope.now.toISOString()}
    where org_id = ${scope.org} and path @> array[${id}]::uuid[] and archived_at is null`.execute(scope.db)
  await record(scope, 'group.archived', { groupId: id })
  tell(scope, { topics: ['groups'] })
}

/** Who was promised a place in a group shall find it there. */
async function refuseWaitingInvitations(scope: Scope, id: string): Promise<void> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from invitations i
    join groups g on g.org_id = i.org_id and g.id = i.group_id
    where i.org_id = ${scope.org} and g.path @> array[${id}]::uuid[] and i.accepted_at is null
      and i.withdrawn_at is null and i.expires_at > ${scope.now.toISOString()}`.execute(scope.db)
  const waiting = rows[0]?.waiting ?? 0
  if (waiting === 0) return
  throw conflict('group.invitations-wait', { waiting })
}

/** Brings an archived group back where it was, with what was archived together with it. */
export async function restoreGroup(scope: Scope, id: string): Promise<void> {
  await lockGroups(scope)
  const group = await scope.db
    .selectFrom('groups as g')
    .leftJoin('groups as p', (join) => join.onRef('p.orgId', '=', 'g.orgId').onRef('p.id', '=', 'g.parentId'))
    .select(['g.path', 'g.private', 'g.archivedAt', 'p.archivedAt as parentArchivedAt'])
    .where('g.orgId', '=', scope.org)
    .where('g.id', '=', id)
    .executeTakeFirst()
  if (!group || !mayEnter(scope.actor, group)) throw notFound('group')
  refuseUnlessAdmin(scope, group.path)
  if (!group.archivedAt) throw conflict('group.present')
  if (group.parentArchivedAt) throw conflict('group.parent-archived')
  const { numAffectedRows = 0n } =
    await sql`update groups set archived_at = null where org_id = ${scope.org} and path @> array[${id}]::uuid[]
    and archived_at = (select archived_at from groups where org_id = ${scope.org} and id = ${id})`.execute(
      scope.db,
    )
  // Those that came back are counted by now.
  if (numAffectedRows > 0n) await refuseTooMany(scope, 0)
  await record(scope, 'group.restored', { groupId: id })
  tell(scope, { topics: ['groups'] })
}

/** Archived groups that the actor administers, the last archived first; of what went together, the outermost. */
export async function listArchivedGroups(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const after = readCursor(query.after, 'moment', 'id')
  let rows = scope.db
    .selectFrom('groups as g')
    .innerJoin('groups as p', (join) =>
      join.onRef('p.orgId', '=', 'g.orgId').onRef('p.id', '=', 'g.parentId'),
    )
    .select(['g.id', 'g.name', 'g.colour', 'g.glyph', sql<string>`g.archived_at`.as('archivedAt')])
    .where('g.orgId', '=', scope.org)
    .where('g.archivedAt', 'is not', null)
    .where('p.archivedAt', 'is', null)
    .where(sql<boolean>`g.path && ${groupsHeld(scope.actor)}::uuid[]`)
  if (after)
    rows = rows.where(sql<boolean>`(g.archived_at, g.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy('g.archivedAt', 'desc')
    .orderBy('g.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  return pageOf(found, query.limit, (row) => [row.archivedAt, row.id])
}
