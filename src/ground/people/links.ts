import { randomBytes } from 'node:crypto'
import { hashOf } from '#platform/http/identity'
import { nobody, type Scope } from '#platform/scope'
import { enterOrganization } from '#platform/unit'

/** A new token for a link in a mail: what the link carries, and what is stored of it. */
export function newLinkToken(scope: Scope): { token: string; hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { token: `${scope.org}.${secret}`, hash: hashOf(secret) }
}

/**
 * Enters the organization that a link's token names, as nobody in particular: whoever is signed in here is not
 * who the link was sent to. Answers the hash under which the token is looked up.
 */
export async function enterByLink(scope: Scope, token: string): Promise<string> {
  const [org = '', secret = ''] = token.split('.')
  await enterOrganization(scope, org)
  scope.actor = nobody
  return hashOf(secret)
}
