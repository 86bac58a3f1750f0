import { sql } from 'kysely'
import { linkTo, paths } from '#paths'
import { endCookie } from '#platform/http/identity'
import { type Reply, type RequestFacts, reply } from '#platform/http/route'
import { sendMail } from '#platform/mail'
import { keeping, Problem } from '#platform/problem'
import { newIdIn, type Scope } from '#platform/scope'
import { enterOrganization } from '#platform/unit'
import { record } from '#record'
import { enterByLink, newLinkToken } from './links.ts'
import { nameOfOrganization } from './organization.ts'
import { setPassword } from './passwords.ts'
import { endSessions } from './session.ts'
import { countTry } from './throttle.ts'

const lifetimeMinutes = 60

/**
 * Sends a link to a new password to each account of an address. The answer is the same for an unknown address, so
 * that nobody learns who is a member; tries are counted by address and by caller.
 */
export async function askPasswordReset(scope: Scope, email: string, request: RequestFacts): Promise<void> {
  const count = (who: string, limit: number) =>
    countTry(scope, 'password-reset', who, limit, 60).catch((problem) => Promise.reject(keeping(problem)))
  await count(request.address, 60)
  await count(email, 5)
  const { rows } = await sql<{ orgId: string; memberId: string }>`
    select org_id, member_id from find_sign_in(${email})`.execute(scope.db)
  for (const { orgId, memberId } of rows) await mailReset(await enterOrganization(scope, orgId), memberId)
}

async function mailReset(scope: Scope, memberId: string): Promise<void> {
  const member = await scope.db
    .selectFrom('members')
    .select(['name', 'email', 'locale'])
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  const { token, hash } = newLinkToken(scope)
  const expiresAt = new Date(scope.now.getTime() + lifetimeMinutes * 60_000)
  await scope.db
    .insertInto('passwordResets')
    .values({
      orgId: scope.org,
      id: newIdIn(scope),
      memberId,
      tokenHash: hash,
      askedAt: scope.now,
      expiresAt,
    })
    .execute()
  await record(scope, 'password.reset-asked', { memberId })
  const { catalog, publicUrl } = scope.install
  const values = {
    name: member.name,
    organization: await nameOfOrganization(scope),
    minutes: lifetimeMinutes,
    link: `${publicUrl}${linkTo(paths.resetPassword, { token })}`,
  }
  sendMail(scope, {
    to: member.email,
    subject: catalog.text(member.locale, 'people.mail.reset.subject', values),
    text: catalog.text(member.locale, 'people.mail.reset.text', values),
  })
}

async function findReset(scope: Scope, token: string, mode: 'look' | 'use') {
  const tokenHash = await enterByLink(scope, token)
  const found = scope.db
    .selectFrom('passwordResets as p')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'p.orgId').onRef('m.id', '=', 'p.memberId'),
    )
    .select(['p.id', 'p.memberId', 'p.expiresAt', 'p.usedAt', 'm.email'])
    .where('p.orgId', '=', scope.org)
    .where('p.tokenHash', '=', tokenHash)
    .where('m.leftAt', 'is', null)
  const row = await (mode === 'use' ? found.forUpdate('p') : found).executeTakeFirst()
  if (row?.usedAt)
    throw new Problem(410, 'password-reset.used', 'This link was used already. Ask for a new one.')
  if (row && new Date(row.expiresAt) > scope.now) return row
  throw new Problem(410, 'password-reset.expired', 'This link has expired. Ask for a new one.')
}

/** Whose password the link of a mail replaces. */
export async function readPasswordReset(scope: Scope, token: string) {
  const { email } = await findReset(scope, token, 'look')
  return { organization: await nameOfOrganization(scope), email }
}

/** Sets a new password by the link of a mail. The link works once, and every session of the member ends. */
export async function resetPassword(scope: Scope, input: { token: string; password: string }): Promise<void> {
  const { id, memberId } = await findReset(scope, input.token, 'use')
  await setPassword(scope, memberId, input.password)
  await scope.db
    .updateTable('passwordResets')
    .set({ usedAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  await endAllSessions(scope, memberId)
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
    .orderBy('createdAt', 'desc')
    .execute()

async function endAllSessions(scope: Scope, memberId: string): Promise<void> {
  const open = await openSessions(scope, memberId)
  await endSessions(
    scope,
    memberId,
    open.map(({ id }) => id),
  )
}

/** Where one is signed in, newest first. */
export async function listSessions(scope: Scope) {
  const rows = await openSessions(scope, scope.actor.id)
  return { items: rows.map((row) => ({ ...row, current: row.id === scope.actor.session })) }
}

/** Ends every session of one's own, this one too. */
export async function signOutEverywhere(scope: Scope, request: RequestFacts): Promise<Reply<null>> {
  await endAllSessions(scope, scope.actor.id)
  return reply(null, { 'set-cookie': endCookie(request.secure) })
}
