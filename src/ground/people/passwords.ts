import { hash, verify } from '@node-rs/argon2'
import type { Scope } from '#platform/scope'

/** OWASP's minimum for argon2id (which the library numbers 2): 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Sets or replaces a member's password. */
export async function setPassword(scope: Scope, memberId: string, password: string): Promise<void> {
  const values = { hash: await hash(password.normalize('NFKC'), cost), setAt: scope.now }
  await scope.db
    .insertInto('passwords')
    .values({ orgId: scope.org, memberId, ...values })
    .onConflict((conflict) => conflict.columns(['orgId', 'memberId']).doUpdateSet(values))
    .execute()
}

// Compared against when there is no such account, so that the time taken tells nothing.
const decoy = hash(crypto.randomUUID(), cost)

/** Whether `password` is that of the account whose stored hash is given; null (no account) takes as long. */
export const passwordFits = async (stored: string | null, password: string): Promise<boolean> =>
  (await verify(stored ?? (await decoy), password.normalize('NFKC'))) && stored !== null
