import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { endCookie } from '#platform/http/identity'
import { type Reply, type RequestFacts, reply } from '#platform/http/route'
import { Problem } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { forgetTries } from '#platform/throttle'
import { record } from '#record'
import { enterByLink } from './links.ts'
import { nameOfOrganization } from './organization.ts'
import { setPassword } from './passwords.ts'
import { endSessions } from './session.ts'

async function findReset(scope: Scope, token: string, mode: 'look' | 'use') {
  const tokenHash = await enterByLink(scope, token)
  const found = scope.db
    .selectFrom('passwordResets as p')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'p.orgId').onRef('m.id', '=', 'p.memberId'),
    )
    .select(['p.memberId', 'p.expiresAt', 'p.usedAt', 'm.email'])
    .where('p.orgId', '=', scope.org)
    .where('p.tokenHash', '=', tokenHash)
    .where('m.leftAt', 'is', null)
  const row = await (mode === 'use' ? found.forUpdate('p') : found).executeTakeFirst()
  if (row?.usedAt) throw new Problem(410, 'password-reset.used')
  if (row && new Date(row.expiresAt) > scope.now) return row
  throw new Problem(410, 'password-reset.expired')
}

/** Whose password the link of a mail replaces. */
export async function readPasswordReset(scope: Scope, token: string) {
  const { email } = await findReset(scope, token, 'look')
  return { organization: await nameOfOrganization(scope), email }
}

/**
 * Sets a new password by the link of a mail. The link works once, every other one that was mailed to the member ends,
 * and so does every session. Who holds the mail has no more wrong tries to wait for.
 */
export async function resetPassword(scope: Scope, input: { token: string; password: string }): Promise<void> {
  const { memberId, email } = await findReset(scope, input.token, 'use')
  await setPassword(scope, memberId, input.password)
  await scope.db
    .updateTable('passwordResets')
    .set({ usedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .where('usedAt', 'is', null)
    .execute()
  await endAllSessions(scope, memberId)
  await forgetTries(scope, 'session', email)
  await record(scope, 'password.set', { memberId })
}

const openSessions = (scope: Scope, memberId: string) =>
  scope.db
    .selectFrom('sessions')
    .select(['id', 'agent', 'createdAt'])
    .where('orgId', '=', scope.org)
    .where('memberId', '=', memberId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', scope.now.toISOString())

async function endAllSessions(scope: Scope, memberId: string): Promise<void> {
  const open = await openSessions(scope, memberId).execute()
  await endSessions(
    scope,
    memberId,
    open.map(({ id }) => id),
  )
}

/** Where one is signed in, newest first. */
export async function listSessions(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const after = readCursor(query.after, 'moment', 'id')
  let rows = openSessions(scope, scope.actor.id)
  if (after) rows = rows.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const { items, next } = pageOf(found, query.limit, (row) => [row.createdAt, row.id])
  return { items: items.map((row) => ({ ...row, current: row.id === scope.actor.session })), next }
}

/** Ends every session of one's own, this one too. */
export async function signOutEverywhere(scope: Scope, request: RequestFacts): Promise<Reply<null>> {
  await endAllSessions(scope, scope.actor.id)
  return reply(null, { 'set-cookie': endCookie(request.secure) })
}
