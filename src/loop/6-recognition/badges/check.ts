import type { RequestFacts } from '#platform/http/route'
import { isId } from '#platform/ids'
import { keeping, type Problem } from '#platform/problem'
import { nobody, type Scope } from '#platform/scope'
import { countTry } from '#platform/throttle'
import { enterOrganization } from '#platform/unit'
import type { BadgeCheck } from '../credential.contract.ts'
import { credentialIn, hashOfIdentity } from './credential.ts'
import { type Compact, isSignedBy, readCompact } from './jws.ts'
import { seenOf, seenRows } from './take.ts'

const checksAMinute = 60

/**
 * Says whether a credential was issued here and still stands. Nothing is fetched: only what this installation signed is
 * known to it. Throws 429 above sixty checks of one address within a minute.
 */
export async function checkBadge(
  scope: Scope,
  { credential, email }: { credential: string; email: string },
  { address }: Pick<RequestFacts, 'address'>,
): Promise<BadgeCheck> {
  await countTry(scope, 'badge-check', address, checksAMinute, 1).catch((problem: Problem) =>
    Promise.reject(keeping(problem)),
  )
  const jwt = credentialIn(credential)
  const compact = readCompact(jwt)
  if (!compact) return only('unreadable')
  if (compact.header.alg !== 'EdDSA') return only(isUnsigned(compact) ? 'unsigned' : 'unknown-key')
  const issuer = issuerIn(compact)
  if (!issuer) return only('unknown-issuer')
  await enterOrganization(scope, issuer.org)
  scope.actor = nobody
  return judge(scope, { compact, jwt, email, ...issuer })
}

const only = (verdict: BadgeCheck['verdict']): BadgeCheck => ({ verdict, badge: null, isHolder: null })

const isUnsigned = ({ header, signature }: Compact): boolean =>
  String(header.alg).toLowerCase() === 'none' || signature.length === 0

/** The organization that a credential says to be from, and the key; null where that is none that could be ours. */
function issuerIn({ header, claims }: Compact): { org: string; keyId: string } | null {
  const [, did, org = ''] =
    /^(did:web:[^#\s]{1,300}:api:issuers:([0-9a-f-]{36}))$/.exec(String(claims.iss)) ?? []
  if (!did || !isId(org)) return null
  const kid = String(header.kid)
  return { org, keyId: kid.startsWith(`${did}#`) ? kid.slice(did.length + 1) : '' }
}

interface Brought {
  compact: Compact
  jwt: string
  email: string
  org: string
  keyId: string
}

async function judge(scope: Scope, { compact, jwt, email, keyId }: Brought): Promise<BadgeCheck> {
  const keys = await scope.db
    .selectFrom('badgeKeys')
    .select(['id', 'publicKey'])
    .where('orgId', '=', scope.org)
    .execute()
  if (keys.length === 0) return only('unknown-issuer')
  const key = keys.find(({ id }) => id === keyId)
  if (!key) return only('unknown-key')
  if (!isSignedBy(compact, { x: key.publicKey })) return only('tampered')
  const awardId = String(compact.claims.jti).replace('urn:uuid:', '')
  const row = isId(awardId)
    ? await seenRows(scope).where('c.awardId', '=', awardId).executeTakeFirst()
    : undefined
  // Whoever got hold of a key could sign; but what was awarded is known.
  if (!row || row.jwt !== jwt) return only('tampered')
  return {
    verdict: row.revokedAt ? 'revoked' : 'valid',
    badge: seenOf(row),
    isHolder: email ? isHolderOf(compact, email) : null,
  }
}

/** Whether the address is the one whose hash is in the credential, which was found to be ours. */
function isHolderOf({ claims }: Compact, email: string): boolean {
  const { identifier } = claims.credentialSubject as {
    identifier: { identityHash: string; salt: string }[]
  }
  return identifier.some(({ identityHash, salt }) => hashOfIdentity(email.trim(), salt) === identityHash)
}
