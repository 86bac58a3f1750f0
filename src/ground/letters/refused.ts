import { sql } from 'kysely'
import { holds, personIfAny } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Refusal } from '#platform/mail'
import { forbidden, notFound } from '#platform/problem'
import { newIdIn, type Scope } from '#platform/scope'
import { record } from '#record'
import type { RefusedAddress } from './contract.ts'

/** Keeps that a mail server wants nothing for an address; what it says last is what is told. */
export async function noteRefused(scope: Scope, email: string, { code, words }: Refusal): Promise<void> {
  const said = { code, words: words.slice(0, 500), refusedAt: scope.now }
  await scope.db
    .insertInto('refusedAddresses')
    .values({ orgId: scope.org, id: newIdIn(scope), email: email.toLowerCase(), ...said })
    .onConflict((known) => known.columns(['orgId', 'email']).doUpdateSet(said))
    .execute()
  const member = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where(sql<boolean>`lower(email) = ${email.toLowerCase()}`)
    .executeTakeFirst()
  await record(scope, 'address.refused', { memberId: member?.id ?? null, code })
}

/** Addresses that are written to no more, the latest first. */
export async function listRefusedAddresses(
  scope: Scope,
  query: { limit: number; after?: string | undefined },
): Promise<{ items: RefusedAddress[]; next: string | null }> {
  refuseUnlessAdmin(scope)
  const after = readCursor(query.after, 'moment', 'id')
  const { rows } = await sql<RefusedAddress>`
    select r.id, r.email, r.code, r.words, r.refused_at as at,
      ${personIfAny('m')} as member
    from refused_addresses r left join members m on m.org_id = r.org_id and lower(m.email) = r.email
    where r.org_id = ${scope.org}
      and ${after ? sql`(r.refused_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
    order by r.refused_at desc, r.id desc limit ${query.limit + 1}`.execute(scope.db)
  return pageOf(rows, query.limit, ({ at, id }) => [at, id])
}

/** Has an address written to again. */
export async function tryAddressAgain(scope: Scope, id: string): Promise<void> {
  refuseUnlessAdmin(scope)
  const gone = await scope.db
    .deleteFrom('refusedAddresses')
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw notFound('refused-address')
  await record(scope, 'address.tried-again', { refusedId: id })
}

function refuseUnlessAdmin({ actor, org }: Scope): void {
  if (!holds(actor, [org], 'admin')) throw forbidden('letters.admin-needed')
}
