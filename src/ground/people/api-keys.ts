import { randomBytes } from 'node:crypto'
import { pageOf, readCursor } from '#platform/db/paging'
import { hashOf, keyOf } from '#platform/http/identity'
import { forbidden, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { ApiKey, KeyUse } from './api-key.contract.ts'
import { holds } from './policy.ts'

const day = 24 * 3_600_000

/** A key opens what concerns everybody: who makes one administers the whole organization, and so does who sees them. */
function refuseUnlessAdmin({ org, actor }: Scope): void {
  if (!holds(actor, [org])) throw forbidden('key.not-yours')
}

/** The same of now: whoever ends it at this moment is waited for, or waits, and then finds the new key. */
async function stayAdmin(scope: Scope): Promise<void> {
  refuseUnlessAdmin(scope)
  const held = await scope.db
    .selectFrom('roles as r')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'r.orgId').onRef('m.id', '=', 'r.memberId'),
    )
    .select('m.id')
    .where('r.orgId', '=', scope.org)
    .where('r.groupId', '=', scope.org)
    .where('r.memberId', '=', scope.actor.id)
    .where('r.role', '=', 'admin')
    .where('m.leftAt', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!held) throw forbidden('key.not-yours')
}

const rowsOf = (scope: Scope) =>
  scope.db
    .selectFrom('apiKeys as k')
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'k.orgId').onRef('m.id', '=', 'k.addedBy'),
    )
    .select(['k.id', 'k.name', 'k.opens', 'k.addedAt', 'k.expiresAt', 'k.usedAt', 'k.revokedAt'])
    .select(['m.id as memberId', 'm.name as member', 'm.title'])
    .where('k.orgId', '=', scope.org)

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

function stateOf({ revokedAt, expiresAt }: Row, now: Date): ApiKey['state'] {
  if (revokedAt) return 'revoked'
  return expiresAt <= now.toISOString() ? 'expired' : 'good'
}

function present(row: Row, now: Date): ApiKey {
  const { id, name, addedAt, expiresAt, usedAt, memberId, member, title } = row
  const addedBy = { id: memberId, name: member, title }
  return {
    id,
    name,
    opens: row.opens as KeyUse,
    addedBy,
    addedAt,
    expiresAt,
    usedAt,
    state: stateOf(row, now),
  }
}

/** The keys of the organization, the newest first, also those that ended. */
export async function listApiKeys(scope: Scope, query: { limit: number; after?: string | undefined }) {
  const after = readCursor(query.after, 'id')
  refuseUnlessAdmin(scope)
  let rows = rowsOf(scope)
  if (after) rows = rows.where('k.id', '<', String(after[0]))
  const found = await rows
    .orderBy('k.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const all = found.map((row) => present(row, scope.now))
  return pageOf(all, query.limit, ({ id }) => [id])
}

async function findApiKey(scope: Scope, id: string): Promise<ApiKey> {
  const row = await rowsOf(scope).where('k.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('key')
  return present(row, scope.now)
}

/** Makes a key that acts for the actor. It is told this once; what is stored is what it is looked up by. */
export async function addApiKey(
  scope: Scope,
  { name, opens, days }: { name: string; opens: KeyUse; days: number },
): Promise<ApiKey & { key: string }> {
  await stayAdmin(scope)
  const token = randomBytes(32).toString('base64url')
  const id = newIdIn(scope)
  const expiresAt = new Date(scope.now.getTime() + days * day)
  const values = {
    name,
    opens,
    tokenHash: hashOf(token),
    addedBy: scope.actor.id,
    addedAt: scope.now,
    expiresAt,
  }
  await scope.db
    .insertInto('apiKeys')
    .values({ orgId: scope.org, id, ...values })
    .execute()
  await record(scope, 'key.added', { keyId: id, name, opens, expiresAt: expiresAt.toISOString() })
  tell(scope, { topics: ['api-keys'] })
  return { ...(await findApiKey(scope, id)), key: keyOf(scope.org, token) }
}

/** Takes a key back, whoever made it. Doing it again changes nothing. */
export async function revokeApiKey(scope: Scope, id: string): Promise<void> {
  refuseUnlessAdmin(scope)
  await findApiKey(scope, id)
  await revoke(scope, { id })
}

/** Takes back the keys that act for somebody who leaves or administers no more: should they return, their programs do not. */
export const revokeKeysOf = (scope: Scope, memberId: string): Promise<void> =>
  revoke(scope, { addedBy: memberId })

/** Takes back every key of the scope's organization. */
export const revokeEveryKey = (scope: Scope): Promise<void> => revoke(scope, {})

async function revoke(scope: Scope, which: { id?: string; addedBy?: string }): Promise<void> {
  const ended = await scope.db
    .updateTable('apiKeys')
    .set({ revokedAt: scope.now })
    .where((key) => key.and({ orgId: scope.org, ...which }))
    .where('revokedAt', 'is', null)
    .returning(['id', 'name'])
    .execute()
  for (const { id, name } of ended) await record(scope, 'key.revoked', { keyId: id, name })
  if (ended.length > 0) tell(scope, { topics: ['api-keys'] })
}
