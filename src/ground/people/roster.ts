import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { HeldRole } from './contract.ts'
import { nameHas } from './directory.ts'
import type { GroupCard, GroupMember, GroupMemberPage } from './group.contract.ts'
import { findGroup } from './groups.ts'
import { holds } from './policy.ts'
import { groupVisible } from './visible.ts'

/** The groups above one, as far as the actor may see them, the outermost first. */
const groupsAbove = (scope: Scope, path: string[]) =>
  scope.db
    .selectFrom('groups as g')
    .select(['g.id', 'g.name'])
    .where('g.orgId', '=', scope.org)
    .where(sql<boolean>`g.id = any(${path.slice(0, -1)}::uuid[])`)
    .where(groupVisible(scope, 'g'))
    .orderBy(sql`cardinality(g.path)`)
    .execute()

/** One group: its look, where it stands, how many are in it and below it. */
export async function getGroup(scope: Scope, id: string): Promise<GroupCard> {
  const { path, ...group } = await findGroup(scope, id)
  const [above, { rows }] = await Promise.all([
    groupsAbove(scope, path),
    sql<{ members: number; below: number }>`select
      (select count(distinct r.member_id)::int from roles r
        join members m on m.org_id = r.org_id and m.id = r.member_id
        where r.org_id = ${scope.org} and r.group_id = ${id} and m.left_at is null) as members,
      (select count(*)::int from groups g where g.org_id = ${scope.org} and g.parent_id = ${id}
        and g.archived_at is null and ${groupVisible(scope, 'g')}) as below`.execute(scope.db),
  ])
  const { members = 0, below = 0 } = rows[0] ?? {}
  return {
    ...group,
    depth: path.length - 1,
    members,
    above,
    below,
    can: { manage: holds(scope.actor, path), lead: holds(scope.actor, path, 'leader', 'manager') },
  }
}

interface Query {
  limit: number
  after?: string | undefined
  q?: string | undefined
  from: 'here' | 'above'
}

type Held = Omit<HeldRole, 'group'>

/** People of a group by name: those with a role on it, or those whose roles are held above it only. */
export async function listGroupMembers(scope: Scope, id: string, query: Query): Promise<GroupMemberPage> {
  const after = readCursor(query.after, 'text', 'id')
  const { path } = await findGroup(scope, id)
  const above = await groupsAbove(scope, path)
  const aboveIds = above.map((group) => group.id)
  const folded = sql<string>`folded(m.name)`
  const onAnyOf = (ids: string[]) =>
    sql<boolean>`exists (select from roles r where r.org_id = m.org_id and r.member_id = m.id and r.group_id = any(${ids}::uuid[]))`
  const held = sql<
    Held[]
  >`(select json_agg(json_build_object('groupId', r.group_id, 'role', r.role) order by r.role)
    from roles r where r.org_id = m.org_id and r.member_id = m.id and r.group_id = any(${[...aboveIds, id]}::uuid[]))`
  let found = scope.db
    .selectFrom('members as m')
    .select(['m.id', 'm.name', 'm.title', folded.as('sortName'), held.as('held')])
    .where('m.orgId', '=', scope.org)
    .where('m.leftAt', 'is', null)
  found =
    query.from === 'here'
      ? found.where(onAnyOf([id]))
      : found.where(onAnyOf(aboveIds)).where(sql<boolean>`not ${onAnyOf([id])}`)
  if (query.q) found = found.where(nameHas(query.q))
  if (after) found = found.where(sql<boolean>`(${folded}, m.id) > (${after[0]}, ${after[1]}::uuid)`)
  const rows = await found
    .orderBy(folded)
    .orderBy('m.id')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(rows, query.limit, ({ sortName, id: memberId }) => [sortName, memberId])
  const names = new Map(above.map((group) => [group.id, group.name]))
  return { items: page.items.map((row) => asMember(row, id, names)), next: page.next }
}

function asMember(
  { id, name, title, held }: { id: string; name: string; title: string; held: Held[] },
  groupId: string,
  names: Map<string, string>,
): GroupMember {
  const here = held.filter((one) => one.groupId === groupId)
  const above = held.filter((one) => one.groupId !== groupId)
  return {
    id,
    name,
    title,
    roles: here.map(({ role }) => role),
    inherited: above.map((one) => ({ ...one, group: names.get(one.groupId) ?? '' })),
  }
}
