import type { Rows, Statement } from '#platform/db/wire'
import { Problem } from '#platform/problem'
import { type Actor, nobody } from '#platform/scope'
import type { Endpoint } from './endpoint.ts'
import type { Credentials, Identity } from './identity.ts'

export const unauthenticated = () => new Problem(401, 'access.sign-in-needed')

/** The SQL that says who asks. */
export const askWho = ({ by, org, tokenHash }: Credentials, identity: Identity, now: Date): Statement =>
  identity[by](org, tokenHash, now)

/**
 * Lets a caller through the endpoint's door, given the rows that say who asks. Throws 401 without a live session or key,
 * 403 for a key that does not open this, and without a role that is asked for.
 */
export function admit(
  endpoint: Endpoint,
  credentials: Credentials | null,
  rows: Rows | undefined,
  identity: Identity,
): Actor {
  const actor = credentials && rows ? identity.actorOf(rows) : null
  if (endpoint.access === 'anyone') return actor && !actor.key ? actor : nobody
  if (!actor) throw credentials?.by === 'key' ? new Problem(401, 'access.key-unknown') : unauthenticated()
  if (actor.key && actor.key.opens !== endpoint.byKey) throw new Problem(403, 'access.key-not-for-this')
  const { access } = endpoint
  if (access !== 'signed-in' && !actor.grants.some((grant) => access.includes(grant.role)))
    throw new Problem(403, 'access.role-needed', { roles: access })
  return actor
}
