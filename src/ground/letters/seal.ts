import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { notFound } from '#platform/problem'
import { nobody, type Quiet, type Scope } from '#platform/scope'
import { enterOrganization } from '#platform/unit'
import { type Topic, topic } from './contract.ts'

/** With what the links of an organization are sealed; made when the first is. */
export async function secretOf(scope: Quiet): Promise<Buffer> {
  const { org, db } = scope
  const { rows } = await sql<{ secret: Buffer }>`
    with made as (insert into letter_seals (org_id, secret) select ${org}, ${randomBytes(32)}
      where not exists (select from letter_seals where org_id = ${org}) on conflict (org_id) do nothing returning secret)
    select secret from made union all select secret from letter_seals where org_id = ${org} limit 1`.execute(
    db,
  )
  const [row] = rows
  // Somebody else made it at this moment: it is there for the next statement.
  return row ? row.secret : secretOf(scope)
}

/** Names with a seal over them (HMAC, RFC 2104, SHA-256), as a link carries them: the organization and the member first. */
export function sealed(secret: Buffer, ...names: [org: string, memberId: string, ...more: string[]]): string {
  const named = names.join('.')
  return `${named}.${createHmac('sha256', secret).update(named).digest('base64url')}`
}

/** What a link carries that ends letters of a topic to a member. */
export const tokenFor = (secret: Buffer, org: string, memberId: string, about: Topic): string =>
  sealed(secret, org, memberId, about)

/**
 * Enters the organization that a link names, as nobody in particular: whoever is signed in here is not who the link was
 * sent to. Answers what it names behind the organization. Throws 404 for a link that was not made here.
 */
export async function enterBySeal(scope: Scope, token: string): Promise<string[]> {
  const parts = token.split('.')
  const [org = '', memberId = '', ...more] = parts.slice(0, -1)
  await enterOrganization(scope, org)
  scope.actor = nobody
  const { rows } = await sql<{ secret: Buffer }>`
    select secret from letter_seals where org_id = ${org}`.execute(scope.db)
  const [ours, theirs] = [rows[0] && sealed(rows[0].secret, org, memberId, ...more), token].map((one) =>
    Buffer.from(one ?? ''),
  )
  if (!ours || !theirs || ours.length !== theirs.length || !timingSafeEqual(ours, theirs))
    throw notFound('letter')
  return [memberId, ...more]
}

/** The same, of a link that ends letters of a topic. */
export async function enterByLetter(
  scope: Scope,
  token: string,
): Promise<{ memberId: string; topic: Topic }> {
  const [memberId = '', about, ...more] = await enterBySeal(scope, token)
  const known = topic.safeParse(about)
  if (!known.success || more.length > 0) throw notFound('letter')
  return { memberId, topic: known.data }
}
