import { sql } from 'kysely'
import { linkTo, paths } from '#paths'
import type { RequestFacts } from '#platform/http/route'
import type { Task } from '#platform/jobs'
import { sendMail } from '#platform/mail'
import { keeping } from '#platform/problem'
import { enqueue, newIdIn, nobody, type Scope } from '#platform/scope'
import { countTry } from '#platform/throttle'
import { enterOrganization, inScope, type Runtime } from '#platform/unit'
import { record } from '#record'
import { newLinkToken } from './links.ts'
import { nameOfOrganization } from './organization.ts'

const lifetimeMinutes = 60

/**
 * Has a link to a new password sent to each account of an address. Whether there is one is found out by a job: neither
 * the answer nor the time it takes tells who is a member. Tries are counted by address and by caller.
 */
export async function askPasswordReset(scope: Scope, address: string, request: RequestFacts): Promise<void> {
  const email = address.toLowerCase()
  const count = (who: string, limit: number) =>
    countTry(scope, 'password-reset', who, limit, 60).catch((problem) => Promise.reject(keeping(problem)))
  await count(request.address, 60)
  await count(email, 5)
  enqueue(scope, { task: 'password-reset', payload: { email } })
}

/** The job that mails the links, all of them or none. */
export const resetTask =
  (runtime: Runtime, now: () => Date): Task =>
  async ({ email }) => {
    const unit = { org: nobody.id, readOnly: false, now: now() }
    await inScope(
      runtime,
      unit,
      () => nobody,
      (scope) => mailResets(scope, String(email)),
    )
  }

async function mailResets(scope: Scope, email: string): Promise<void> {
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
  }
  const href = `${publicUrl}${linkTo(paths.resetPassword, { token })}`
  sendMail(scope, {
    to: member.email,
    locale: member.locale,
    action: { label: catalog.text(member.locale, 'people.mail.reset.open'), href },
    subject: catalog.text(member.locale, 'people.mail.reset.subject', values),
    text: catalog.text(member.locale, 'people.mail.reset.text', values),
  })
}
