import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { endCookie, hashOf, sessionCookie } from '#platform/http/identity'
import { type Reply, type RequestFacts, reply } from '#platform/http/route'
import { keeping, Problem } from '#platform/problem'
import { type Actor, newIdIn, type Scope, tell } from '#platform/scope'
import { countTry, forgetTries, refuseMoreTries } from '#platform/throttle'
import { enterOrganization } from '#platform/unit'
import { record } from '#record'
import { revokeEveryKey } from './api-keys.ts'
import type { Session } from './contract.ts'
import { passwordFits } from './passwords.ts'

export { identity } from './identity.ts'

const wrongFromAddress = 300
const lifetimeSeconds = 30 * 24 * 3600

interface Candidate {
  orgId: string
  orgName: string
  memberId: string
}

/** Signs in with address and password; the answer sets the cookie. Wrong ones are counted, by account and address. */
export async function signIn(
  scope: Scope,
  given: { email: string; password: string; organization?: string | undefined },
  request: RequestFacts,
): Promise<Reply<Session>> {
  // Counted and looked up in the same spelling: no other one of an address gets tries of its own.
  const credentials = { ...given, email: given.email.toLowerCase() }
  // A whole company may come from one address, at the same hour: only what fails is counted against it.
  await refuseMoreTries(scope, 'session', request.address, wrongFromAddress)
  await countTry(scope, 'session', credentials.email, 10, 15).catch((problem) =>
    Promise.reject(keeping(problem)),
  )
  const fitting = await findFitting(scope, credentials)
  const [first, second] = fitting
  if (!first) {
    await countTry(scope, 'session', request.address, wrongFromAddress, 15).catch((problem) =>
      Promise.reject(keeping(problem)),
    )
    throw keeping(new Problem(401, 'session.wrong-credentials'))
  }
  if (second) {
    const organizations = fitting.map(({ orgId, orgName }) => ({ id: orgId, name: orgName }))
    throw keeping(new Problem(409, 'session.choose-organization', { organizations }))
  }
  await forgetTries(scope, 'session', credentials.email)
  return openSession(await enterOrganization(scope, first.orgId), first.memberId, request)
}

async function findFitting(scope: Scope, { email, password, organization }: Parameters<typeof signIn>[1]) {
  const found = await sql<Candidate>`select org_id, org_name, member_id from find_sign_in(${email})`.execute(
    scope.db,
  )
  const candidates = found.rows.filter(({ orgId }) => !organization || orgId === organization)
  const fitting: Candidate[] = []
  for (const candidate of candidates) {
    await enterOrganization(scope, candidate.orgId)
    const row = await scope.db
      .selectFrom('passwords')
      .select('hash')
      .where('orgId', '=', candidate.orgId)
      .where('memberId', '=', candidate.memberId)
      .executeTakeFirst()
    if (await passwordFits(row?.hash ?? null, password)) fitting.push(candidate)
  }
  if (candidates.length === 0) await passwordFits(null, password)
  return fitting
}

/** Opens a session for a member of the scope's organization and answers with its cookie. */
export async function openSession(
  scope: Scope,
  memberId: string,
  request: RequestFacts,
): Promise<Reply<Session>> {
  const token = randomBytes(32).toString('base64url')
  const sessionId = newIdIn(scope)
  const expiresAt = new Date(scope.now.getTime() + lifetimeSeconds * 1000)
  await scope.db
    .insertInto('sessions')
    .values({
      orgId: scope.org,
      id: sessionId,
      memberId,
      tokenHash: hashOf(token),
      agent: request.agent,
      createdAt: scope.now,
      expiresAt,
    })
    .execute()
  scope.actor = await actorNamed(scope, memberId, sessionId)
  await record(scope, 'member.signed-in', { memberId, sessionId })
  return reply(await getSession(scope), {
    'set-cookie': sessionCookie(scope.org, token, lifetimeSeconds, request.secure),
  })
}

async function actorNamed(scope: Scope, memberId: string, session: string): Promise<Actor> {
  const row = await scope.db
    .selectFrom('members')
    .select(['id', 'name', 'locale'])
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  const roles = await scope.db
    .selectFrom('roles as r')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'r.orgId').onRef('g.id', '=', 'r.groupId'))
    .select(['r.groupId as on', 'r.role', 'g.private'])
    .where('r.orgId', '=', scope.org)
    .where('r.memberId', '=', memberId)
    .execute()
  return { ...row, session, grants: roles }
}

/** Who is signed in. */
export async function getSession(scope: Scope): Promise<Session> {
  const found = scope.db
    .selectFrom('members as m')
    .innerJoin('organizations as o', 'o.orgId', 'm.orgId')
    .select([
      'm.id',
      'm.name',
      'm.title',
      'm.email',
      'm.locale',
      'm.timeZone',
      'o.name as organization',
      'o.demo',
    ])
    .where('m.orgId', '=', scope.org)
    .where('m.id', '=', scope.actor.id)
    .executeTakeFirstOrThrow()
  const listed = scope.db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('orgId', '=', scope.org)
    .where('id', 'in', [scope.org, ...scope.actor.grants.map(({ on }) => on)])
    .where('archivedAt', 'is', null)
    .orderBy('name')
    .execute()
  const [row, groups] = await Promise.all([found, listed])
  const { organization, demo, ...member } = row
  return {
    member: member as Session['member'],
    organization: { id: scope.org, name: organization, demo },
    roles: scope.actor.grants.map(({ on, role }) => ({ groupId: on, role })) as Session['roles'],
    groups,
  }
}

/** Ends this browser's session. */
export async function signOut(scope: Scope, request: RequestFacts): Promise<Reply<null>> {
  const sessionIds = scope.actor.session ? [scope.actor.session] : []
  await endSessions(scope, scope.actor.id, sessionIds)
  return reply(null, { 'set-cookie': endCookie(request.secure) })
}

/** Ends every session in the scope's organization, and every API key. */
export async function endEveryAccess(scope: Scope): Promise<void> {
  const open = await scope.db
    .selectFrom('sessions')
    .select(['id', 'memberId'])
    .where('orgId', '=', scope.org)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', scope.now.toISOString())
    .execute()
  for (const [memberId, sessions] of Map.groupBy(open, ({ memberId }) => memberId))
    await endSessions(
      scope,
      memberId,
      sessions.map(({ id }) => id),
    )
  await revokeEveryKey(scope)
}

/** Ends sessions of a member at once: their next request answers 401. */
export async function endSessions(scope: Scope, memberId: string, sessionIds: string[]): Promise<void> {
  if (sessionIds.length === 0) return
  await scope.db
    .updateTable('sessions')
    .set({ revokedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .where('id', 'in', sessionIds)
    .where('revokedAt', 'is', null)
    .execute()
  tell(scope, { topics: [], to: [memberId], ends: sessionIds })
  await record(scope, 'session.ended', { memberId, sessionIds })
}

/** Makes somebody who left a member again, whoever asks; who is one stays one. */
export async function bringBack(scope: Scope, id: string): Promise<void> {
  const { numUpdatedRows } = await scope.db
    .updateTable('members')
    .set({ leftAt: null })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('leftAt', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return
  await record(scope, 'member.returned', { memberId: id })
  tell(scope, { topics: ['people'] })
}
