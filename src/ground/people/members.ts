import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, forbidden, invalidField, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { MemberCard, MemberPage } from './contract.ts'
import { findGroup } from './groups.ts'
import { holds, mayEnter, type Role } from './policy.ts'
import { endSessions } from './session.ts'

export interface NewMember {
  name: string
  email: string
  title: string
  locale: 'en' | 'fr'
  groupId: string
  role: Role
}

/** Adds a member with a first role. The address must be new in the organization. */
export async function addMember(scope: Scope, input: NewMember): Promise<{ id: string }> {
  const { groupId, role, ...values } = input
  await refuseKnownAddress(scope, input.email)
  const memberId = newIdIn(scope)
  await scope.db
    .insertInto('members')
    .values({ orgId: scope.org, id: memberId, ...values, joinedAt: scope.now })
    .execute()
  await record(scope, 'member.joined', { memberId, groupId })
  await grantRole(scope, { memberId, groupId, role })
  return { id: memberId }
}

/** Refuses an address that is or was a member’s. */
export async function refuseKnownAddress(scope: Scope, email: string): Promise<void> {
  const known = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .executeTakeFirst()
  if (known) throw conflict('member.address-known', 'Someone with this address is a member already.')
}

/** Grants a role on a group. Granting it again changes nothing. */
export async function grantRole(
  scope: Scope,
  grant: { memberId: string; groupId: string; role: Role },
): Promise<void> {
  const group = await findGroup(scope, grant.groupId)
  refuseUnlessAdmin(scope, group.path)
  await findMember(scope, grant.memberId)
  const made = await scope.db
    .insertInto('roles')
    .values({ orgId: scope.org, ...grant, grantedBy: scope.actor.id, grantedAt: scope.now })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  await record(scope, 'role.granted', grant)
  tell(scope, { topics: ['people'], to: [grant.memberId, scope.actor.id] })
}

/** Withdraws a role from a group. The last administrator stays one. */
export async function withdrawRole(
  scope: Scope,
  grant: { memberId: string; groupId: string; role: Role },
): Promise<void> {
  const group = await findGroup(scope, grant.groupId)
  refuseUnlessAdmin(scope, group.path)
  if (grant.role === 'admin' && grant.groupId === scope.org) await refuseLastAdmin(scope, grant.memberId)
  const gone = await scope.db
    .deleteFrom('roles')
    .where('orgId', '=', scope.org)
    .where('groupId', '=', grant.groupId)
    .where('memberId', '=', grant.memberId)
    .where('role', '=', grant.role)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw notFound('role')
  await record(scope, 'role.withdrawn', grant)
  tell(scope, { topics: ['people'], to: [grant.memberId, scope.actor.id] })
}

function refuseUnlessAdmin(scope: Scope, path: string[]): void {
  if (holds(scope.actor, path)) return
  throw forbidden('group.admin-needed', 'Only an administrator of this group may do this.')
}

/** Refuses when nobody who can come in would administer the organization without this member. */
async function refuseLastAdmin(scope: Scope, memberId: string): Promise<void> {
  // Locked, so that two administrators cannot take one another away, or themselves, at the same moment.
  const admins = await scope.db
    .selectFrom('roles as r')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'r.orgId').onRef('m.id', '=', 'r.memberId'),
    )
    .select('r.memberId')
    .where('r.orgId', '=', scope.org)
    .where('r.groupId', '=', scope.org)
    .where('r.role', '=', 'admin')
    .where('m.leftAt', 'is', null)
    .orderBy('r.memberId')
    .forUpdate()
    .execute()
  if (admins.length > 1 || admins[0]?.memberId !== memberId) return
  throw conflict('member.last-admin', 'An organization keeps one administrator. Name another one first.')
}

async function findMember(scope: Scope, id: string) {
  const row = await scope.db
    .selectFrom('members')
    .select(['id', 'name', 'title', 'locale', 'joinedAt', 'leftAt'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('member')
  return row
}

/** A member's card, with the groups and roles they hold where the reader may look. */
export async function getMember(scope: Scope, id: string): Promise<MemberCard> {
  const { leftAt, ...member } = await findMember(scope, id)
  const roles = await scope.db
    .selectFrom('roles as r')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'r.orgId').onRef('g.id', '=', 'r.groupId'))
    .select(['g.id as groupId', 'g.name', 'g.path', 'g.private', 'r.role'])
    .where('r.orgId', '=', scope.org)
    .where('r.memberId', '=', id)
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
    },
  }
}

/** Members by name; `q` finds any part of the name, without accents; `groupId` keeps to a group the actor may see. */
export async function listMembers(
  scope: Scope,
  query: { limit: number; after?: string | undefined; q?: string | undefined; groupId?: string | undefined },
): Promise<MemberPage> {
  const after = readCursor(query.after, 'text', 'id')
  if (query.groupId) await findGroup(scope, query.groupId)
  const folded = sql<string>`folded(m.name)`
  let found = scope.db
    .selectFrom('members as m')
    .select(['m.id', 'm.name', 'm.title', folded.as('sortName')])
    .where('m.orgId', '=', scope.org)
    .where('m.leftAt', 'is', null)
  const { q, groupId } = query
  if (q)
    found = found.where(
      sql<boolean>`folded(m.name) like '%' || replace(replace(folded(${q}), '%', ''), '_', '') || '%'`,
    )
  if (groupId) {
    const inGroup = sql<boolean>`exists (select from roles r where r.org_id = m.org_id and r.member_id = m.id and r.group_id = ${groupId})`
    found = found.where(inGroup)
  }
  if (after) found = found.where(sql<boolean>`(${folded}, m.id) > (${after[0]}, ${after[1]}::uuid)`)
  const rows = await found
    .orderBy(folded)
    .orderBy('m.id')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(rows, query.limit, ({ sortName, id }) => [sortName, id])
  return { items: page.items.map(({ id, name, title }) => ({ id, name, title })), next: page.next }
}

/** Changes one's own name, title and language; an administrator may change anyone's. */
export async function changeMember(
  scope: Scope,
  id: string,
  change: { name?: string | undefined; title?: string | undefined; locale?: 'en' | 'fr' | undefined },
): Promise<MemberCard> {
  await findMember(scope, id)
  if (id !== scope.actor.id && !holds(scope.actor, [scope.org])) {
    throw forbidden('member.not-yours', 'Only they themselves or an administrator may change this.')
  }
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) throw invalidField('', 'nothing-to-change', 'Say what to change.')
  await scope.db.updateTable('members').set(set).where('orgId', '=', scope.org).where('id', '=', id).execute()
  await record(scope, 'member.changed', { memberId: id })
  return getMember(scope, id)
}

/** Ends a membership: sessions end at once, what they made stays. Undone by `returnMember`. */
export async function endMembership(scope: Scope, id: string): Promise<void> {
  refuseUnlessAdmin(scope, [scope.org])
  const member = await findMember(scope, id)
  if (member.leftAt) throw conflict('member.left-already', 'They have left already.')
  await refuseLastAdmin(scope, id)
  await scope.db
    .updateTable('members')
    .set({ leftAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  const open = await scope.db
    .selectFrom('sessions')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('memberId', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
  await endSessions(
    scope,
    id,
    open.map((session) => session.id),
  )
  await record(scope, 'member.left', { memberId: id })
}

/** Takes back the end of a membership. */
export async function returnMember(scope: Scope, id: string): Promise<void> {
  refuseUnlessAdmin(scope, [scope.org])
  const member = await findMember(scope, id)
  if (!member.leftAt) throw conflict('member.present', 'They are a member.')
  await scope.db
    .updateTable('members')
    .set({ leftAt: null })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await record(scope, 'member.returned', { memberId: id })
}
