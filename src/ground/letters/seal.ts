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

/** What a link carries that ends letters of a topic to a member: their names and a seal over them (HMAC, RFC 2104, SHA-256). */
export function tokenFor(secret: Buffer, org: string, memberId: string, about: Topic): string {
  const named = `${org}.${memberId}.${about}`
  return `${named}.${createHmac('sha256', secret).update(named).digest('base64url')}`
}

/**
 * Enters the organization that a link names, as nobody in particular: whoever is signed in here is not who the link was
 * sent to. Throws 404 for a link that was not made here.
 */
export async function enterByLetter(
  scope: Scope,
  token: string,
): Promise<{ memberId: string; topic: Topic }> {
  const [org = '', memberId = '', about = '', seal = ''] = token.split('.')
  const known = topic.safeParse(about)
  await enterOrganization(scope, org)
  scope.actor = nobody
  const { rows } = await sql<{ secret: Buffer }>`
    select secret from letter_seals where org_id = ${org}`.execute(scope.db)
  const secret = rows[0]?.secret
  if (!secret || !known.success) throw notFound('letter')
  const [, , , ours = ''] = tokenFor(secret, org, memberId, known.data).split('.')
  if (!timingSafeEqual(Buffer.from(ours), Buffer.from(seal))) throw notFound('letter')
  return { memberId, topic: known.data }
}
