import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import type { Reply, RequestFacts } from '#platform/http/route'
import { newId } from '#platform/ids'
import { conflict } from '#platform/problem'
import { newIdIn, nobody, type Scope, tell } from '#platform/scope'
import { enterOrganization } from '#platform/unit'
import { record } from '#record'
import type { Session } from './contract.ts'
import { findManagedGroup } from './groups.ts'
import { setPassword } from './passwords.ts'
import { openSession } from './session.ts'

export interface NewOrganization {
  organization: string
  name: string
  email: string
  password: string | null
  locale: 'en' | 'fr'
  demo?: boolean
}

interface Known {
  orgId: string
  name: string
  demo: boolean
}

/** Whether an organization (other than the demo) and the demo exist here. */
export async function getInstallation(scope: Scope): Promise<{ setUp: boolean; demo: boolean }> {
  const { rows } = await sql<Known>`select org_id, name, demo from find_organizations()`.execute(scope.db)
  return { setUp: rows.some(({ demo }) => !demo), demo: rows.some(({ demo }) => demo) }
}

/**
 * Creates the organization, its root group and its first administrator, who is signed in; the scope is theirs from
 * here on. Refused once there is one: others are invited.
 */
export async function createOrganization(
  scope: Scope,
  input: NewOrganization,
  request: RequestFacts,
): Promise<Reply<Session>> {
  await holdAlone(scope, 'organizations')
  if ((await getInstallation(scope)).setUp) throw conflict('organization.already-set-up')
  const { memberId } = await addOrganization(scope, input)
  return openSession(scope, memberId, request)
}

/** Adds an organization beside those that exist. For the verb above, the demo and tests. */
export async function addOrganization(
  scope: Scope,
  input: NewOrganization,
): Promise<{ memberId: string; groupId: string }> {
  const org = newIdIn(scope)
  await enterOrganization(scope, org)
  const memberId = newId(scope.now)
  const groupId = org
  const { locale, email, name } = input
  await scope.db
    .insertInto('organizations')
    .values({ orgId: org, name: input.organization, locale, demo: input.demo ?? false, createdAt: scope.now })
    .execute()
  await scope.db
    .insertInto('members')
    .values({ orgId: org, id: memberId, email, name, locale, joinedAt: scope.now })
    .execute()
  await scope.db
    .insertInto('groups')
    .values({
      orgId: org,
      id: groupId,
      parentId: null,
      path: [groupId],
      name: input.organization,
      colour: 'pine',
      glyph: 'building-2',
      createdAt: scope.now,
    })
    .execute()
  await scope.db
    .insertInto('roles')
    .values({ orgId: org, groupId, memberId, role: 'admin', grantedBy: null, grantedAt: scope.now })
    .execute()
  if (input.password !== null) await setPassword(scope, memberId, input.password)
  scope.actor = {
    ...nobody,
    id: memberId,
    name,
    locale,
    grants: [{ on: groupId, role: 'admin', private: false }],
  }
  await record(scope, 'organization.created', { name: input.organization, demo: input.demo ?? false })
  await record(scope, 'member.joined', { memberId, groupId })
  return { memberId, groupId }
}

/** What the scope's organization is called. */
export async function nameOfOrganization(scope: Scope): Promise<string> {
  const { name } = await scope.db
    .selectFrom('organizations')
    .select('name')
    .where('orgId', '=', scope.org)
    .executeTakeFirstOrThrow()
  return name
}

/** Renames the organization, and its outermost group with it. */
export async function changeOrganization(scope: Scope, { name }: { name: string }): Promise<void> {
  await findManagedGroup(scope, scope.org)
  const before = { name: await nameOfOrganization(scope) }
  await scope.db.updateTable('organizations').set({ name }).where('orgId', '=', scope.org).execute()
  await scope.db
    .updateTable('groups')
    .set({ name })
    .where('orgId', '=', scope.org)
    .where('id', '=', scope.org)
    .execute()
  await record(scope, 'organization.changed', { before })
  tell(scope, { topics: ['groups', 'people'] })
}
