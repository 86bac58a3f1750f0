import { sql } from 'kysely'
import type { z } from 'zod'
import { conflict, forbidden, invalidField } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import { revokeKeysOf } from './api-keys.ts'
import type { changeMember as changing, MemberCard } from './contract.ts'
import { findMember, getMember } from './directory.ts'
import { refuseUnlessAdmin } from './groups.ts'
import { holds, type Role } from './policy.ts'
import { grantRole, refuseLastAdmin } from './roles.ts'
import { bringBack, endSessions } from './session.ts'

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
  if (known) throw conflict('member.address-known')
}

/** Changes one's own name, title, language and time zone; an administrator may change anyone's. */
export async function changeMember(
  scope: Scope,
  id: string,
  change: z.output<(typeof changing)['body']>,
): Promise<MemberCard> {
  await findMember(scope, id)
  if (id !== scope.actor.id && !holds(scope.actor, [scope.org])) {
    throw forbidden('member.not-yours')
  }
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  if (Object.keys(set).length === 0) throw invalidField('', 'nothing-to-change')
  await scope.db.updateTable('members').set(set).where('orgId', '=', scope.org).where('id', '=', id).execute()
  await record(scope, 'member.changed', { memberId: id })
  return getMember(scope, id)
}

/** Ends a membership: sessions end at once, what they made stays. Undone by `returnMember`. */
export async function endMembership(scope: Scope, id: string): Promise<void> {
  refuseUnlessAdmin(scope, [scope.org])
  const member = await findMember(scope, id)
  if (member.leftAt) throw conflict('member.left-already')
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
  await revokeKeysOf(scope, id)
  await record(scope, 'member.left', { memberId: id })
  tell(scope, { topics: ['people'] })
}

/** Takes back the end of a membership. */
export async function returnMember(scope: Scope, id: string): Promise<void> {
  refuseUnlessAdmin(scope, [scope.org])
  const member = await findMember(scope, id)
  if (!member.leftAt) throw conflict('member.present')
  await bringBack(scope, id)
}
