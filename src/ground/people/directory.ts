import { type RawBuilder, sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { HeldRole, MemberCard, MemberPage } from './contract.ts'
import { findGroup } from './groups.ts'
import { holds, mayEnter, type Role } from './policy.ts'
import { groupVisible, mayEnterIn } from './visible.ts'

/** One member, also one who left; throws 404. */
export async function findMember(scope: Scope, id: string) {
  const row = await scope.db
    .selectFrom('members')
    .select(['id', 'name', 'title', 'locale', 'joinedAt', 'leftAt', 'workingTime'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('member')
  return row
}

/** A member's card, with the groups and roles they hold where the reader may look. */
export async function getMember(scope: Scope, id: string): Promise<MemberCard> {
  const { leftAt, workingTime: _, ...member } = await findMember(scope, id)
  const roles = await scope.db
    .selectFrom('roles as r')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'r.orgId').onRef('g.id', '=', 'r.groupId'))
    .select(['g.id as groupId', 'g.name', 'g.path', 'g.private', 'r.role'])
    .where('r.orgId', '=', scope.org)
    .where('r.memberId', '=', id)
    .where('g.archivedAt', 'is', null)
    .orderBy('g.name')
    .execute()
  const seen = roles.filter((role) => mayEnter(scope.actor, role))
  return {
    ...member,
    locale: member.locale as 'en' | 'fr',
    left: leftAt !== null,
    roles: seen.map(({ groupId, name, role }) => ({ groupId, group: name, role: role as Role })),
    can: {
      manage: holds(scope.actor, [scope.org]),
      edit: id === scope.actor.id || holds(scope.actor, [scope.org]),
      setWorkingTime:
        id !== scope.actor.id &&
        [{ path: [scope.org] }, ...roles].some(({ path }) => holds(scope.actor, path, 'manager')),
    },
  }
}

interface MembersQuery {
  limit: number
  after?: string | undefined
  q?: string | undefined
  part: 'any' | 'beginning'
  groupId?: string | undefined
  mayEnter?: string | undefined
  state: 'present' | 'left'
}

/** Members by name, with the roles that the actor may see; of a group, those who are in it or below it, or who may enter it. */
export async function listMembers(scope: Scope, query: MembersQuery): Promise<MemberPage> {
  const after = readCursor(query.after, 'text', 'id')
  for (const groupId of [query.groupId, query.mayEnter]) if (groupId) await findGroup(scope, groupId)
  const folded = sql<string>`folded(m.name)`
  let found = scope.db
    .selectFrom('members as m')
    .select(['m.id', 'm.name', 'm.title', folded.as('sortName'), rolesOf(scope).as('roles')])
    .where('m.orgId', '=', scope.org)
    .where('m.leftAt', query.state === 'left' ? 'is not' : 'is', null)
  if (query.q) found = found.where(query.part === 'any' ? nameHas(query.q) : nameBegins(query.q))
  if (query.groupId) found = found.where(isWithin(scope, query.groupId))
  if (query.mayEnter) found = found.where(mayEnterIn(query.mayEnter))
  if (after) found = found.where(sql<boolean>`(${folded}, m.id) > (${after[0]}, ${after[1]}::uuid)`)
  const rows = await found
    .orderBy(folded)
    .orderBy('m.id')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(rows, query.limit, ({ sortName, id }) => [sortName, id])
  return { items: page.items.map(({ sortName: _, ...member }) => member), next: page.next }
}

/** SQL condition on members `m`: the name has these letters somewhere, whatever the accents. */
export const nameHas = (q: string) =>
  sql<boolean>`folded(m.name) like '%' || replace(replace(folded(${q}), '%', ''), '_', '') || '%'`

/** Words of a name, each behind a blank. */
const inWords = (name: RawBuilder<unknown>) => sql`' ' || translate(folded(${name}), '-''’%_\\', '   ')`

/** SQL condition on members `m`: a word of the name begins with these letters, whatever the accents. */
const nameBegins = (q: string) =>
  sql<boolean>`${inWords(sql.ref('m.name'))} like '%' || ${inWords(sql`${q}::text`)} || '%'`

/** SQL: the roles of a member `m`, in groups that the actor may see. */
const rolesOf = (scope: Scope) =>
  sql<
    HeldRole[]
  >`coalesce((select json_agg(json_build_object('groupId', g.id, 'group', g.name, 'role', r.role)
    order by cardinality(g.path), g.name, r.role) from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id
    where r.org_id = m.org_id and r.member_id = m.id and g.archived_at is null and ${groupVisible(scope, 'g')}), '[]')`

/** SQL condition: a member `m` has a role on a group or on one below it that the actor may see. */
const isWithin = (scope: Scope, groupId: string) =>
  sql<boolean>`exists (select from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id
    where r.org_id = m.org_id and r.member_id = m.id and g.path @> array[${groupId}]::uuid[]
      and g.archived_at is null and ${groupVisible(scope, 'g')})`
