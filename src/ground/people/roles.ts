import { conflict, notFound } from '#platform/problem'
import { type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { revokeKeysOf } from './api-keys.ts'
import { findMember } from './directory.ts'
import { findManagedGroup } from './groups.ts'
import type { Role } from './policy.ts'

export { groupsHeld } from './policy.ts'

interface Held {
  groupId: string
  memberId: string
  role: Role
}

/** Grants a role on a group. Granting it again changes nothing. */
export async function grantRole(scope: Scope, grant: Held): Promise<void> {
  await findManagedGroup(scope, grant.groupId)
  await findMember(scope, grant.memberId)
  await give(scope, grant)
}

/** Gives a role to whoever agreed to hold it, in the name of who asked them: the caller has seen that they might. */
export const giveRole = (scope: Scope, grant: Held, by: string): Promise<void> => give(scope, grant, by)

/** Withdraws a role from a group. The last administrator stays one. */
export async function withdrawRole(scope: Scope, grant: Held): Promise<void> {
  await findManagedGroup(scope, grant.groupId)
  if (!(await take(scope, grant))) throw notFound('role')
}

/** Says which roles someone holds on a group: what is missing is granted, what is not said is withdrawn. */
export async function setRoles(
  scope: Scope,
  { groupId, memberId }: Omit<Held, 'role'>,
  roles: readonly Role[],
): Promise<void> {
  await findManagedGroup(scope, groupId)
  await findMember(scope, memberId)
  const held = await scope.db
    .selectFrom('roles')
    .select('role')
    .where('orgId', '=', scope.org)
    .where('groupId', '=', groupId)
    .where('memberId', '=', memberId)
    .orderBy('role')
    .execute()
  for (const role of new Set(roles)) await give(scope, { groupId, memberId, role })
  for (const { role } of held as { role: Role }[])
    if (!roles.includes(role)) await take(scope, { groupId, memberId, role })
}

async function give(scope: Scope, grant: Held, by = scope.actor.id): Promise<void> {
  const made = await scope.db
    .insertInto('roles')
    .values({ orgId: scope.org, ...grant, grantedBy: by, grantedAt: scope.now })
    .onConflict((known) => known.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return
  await record(scope, 'role.granted', grant)
  tellOf(scope, grant)
}

async function take(scope: Scope, grant: Held): Promise<boolean> {
  const isAdmin = grant.role === 'admin' && grant.groupId === scope.org
  if (isAdmin) await refuseLastAdmin(scope, grant.memberId)
  const gone = await scope.db
    .deleteFrom('roles')
    .where('orgId', '=', scope.org)
    .where('groupId', '=', grant.groupId)
    .where('memberId', '=', grant.memberId)
    .where('role', '=', grant.role)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) return false
  await record(scope, 'role.withdrawn', grant)
  if (isAdmin) await revokeKeysOf(scope, grant.memberId)
  tellOf(scope, grant)
  return true
}

const tellOf = (scope: Scope, { memberId }: Held) =>
  tell(scope, { topics: ['people'], to: [memberId, scope.actor.id] })

/** SQL: who administers the whole organization; those who left do not. */
const adminsOf = (scope: Scope) =>
  scope.db
    .selectFrom('roles as r')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'r.orgId').onRef('m.id', '=', 'r.memberId'),
    )
    .select('r.memberId')
    .where('r.orgId', '=', scope.org)
    .where('r.groupId', '=', scope.org)
    .where('r.role', '=', 'admin')
    .where('m.leftAt', 'is', null)

/** Whether somebody else than this member administers the whole organization. */
export async function isThereAnotherAdmin(scope: Scope, memberId: string): Promise<boolean> {
  const other = await adminsOf(scope).where('r.memberId', '!=', memberId).limit(1).executeTakeFirst()
  return other !== undefined
}

/** Throws 409 for the only administrator of the organization; those who left are none. */
export async function refuseLastAdmin(scope: Scope, memberId: string): Promise<void> {
  // Locked, so that two administrators cannot withdraw one another's role at the same moment.
  const admins = await adminsOf(scope).forUpdate().execute()
  if (admins.length > 1 || admins[0]?.memberId !== memberId) return
  throw conflict('member.last-admin')
}

/** The groups whose private groups a member may enter: what `openedGroups` says of an actor, asked of somebody else. */
export async function openedBy(scope: Scope, memberId: string): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('roles as r')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'r.orgId').onRef('g.id', '=', 'r.groupId'))
    .select('g.id')
    .distinct()
    .where('r.orgId', '=', scope.org)
    .where('r.memberId', '=', memberId)
    .where((one) => one.or([one('g.private', '=', true), one('r.role', '<>', 'learner')]))
    .execute()
  return rows.map(({ id }) => id)
}
