import { generateKeyPairSync } from 'node:crypto'
import { holdAlone } from '#platform/db/locks'
import { conflict, notFound } from '#platform/problem'
import { newIdIn, nobody, type Scope, tell } from '#platform/scope'
import { enterOrganization } from '#platform/unit'
import { record } from '#record'
import type { Issuer } from '../credential.contract.ts'
import { refuseUnlessDesigner } from './designs.ts'
import type { PrivateKey } from './jws.ts'

const mostKeys = 100

/** Where an organization’s keys and lists stand: below it, `did.json` and `status-lists/1`. */
export const issuerAddress = (scope: Pick<Scope, 'install' | 'org'>): string =>
  `${scope.install.publicUrl}/api/issuers/${scope.org}`

/** The organization as did:web names it: its address, with colons for slashes (W3C CCG did:web, section 3.2). */
export function issuerDid(scope: Pick<Scope, 'install' | 'org'>): string {
  const { host, pathname } = new URL(issuerAddress(scope))
  return `did:web:${encodeURIComponent(host)}${pathname.replaceAll('/', ':')}`
}

export const keyUrl = (scope: Pick<Scope, 'install' | 'org'>, keyId: string): string =>
  `${issuerDid(scope)}#${keyId}`

export interface SigningKey extends PrivateKey {
  id: string
}

const keysOf = (scope: Scope) =>
  scope.db
    .selectFrom('badgeKeys')
    .select(['id', 'publicKey', 'privateKey', 'madeAt', 'retiredAt'])
    .where('orgId', '=', scope.org)
    .orderBy('id', 'desc')

/** The key in use; null before the first award. */
async function currentKey(scope: Scope): Promise<SigningKey | null> {
  const row = await keysOf(scope).where('retiredAt', 'is', null).executeTakeFirst()
  return row ? { id: row.id, x: row.publicKey, d: row.privateKey } : null
}

/** The key that signs, which is made when there is none yet. */
export async function signingKey(scope: Scope): Promise<SigningKey> {
  // Held until the end: while something is being signed, the key stays the one in use.
  await holdAlone(scope, `badge keys of ${scope.org}`)
  return (await currentKey(scope)) ?? makeKey(scope)
}

async function makeKey(scope: Scope): Promise<SigningKey> {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const id = newIdIn(scope)
  await scope.db
    .insertInto('badgeKeys')
    .values({ orgId: scope.org, id, publicKey: x, privateKey: d, madeAt: scope.now })
    .execute()
  await record(scope, 'badge.key-made', { keyId: id })
  return { id, x, d }
}

/** As whom the organization signs. */
export async function getIssuer(scope: Scope): Promise<Issuer> {
  refuseUnlessDesigner(scope)
  const keys = await keysOf(scope).limit(mostKeys).execute()
  const { protocol, hostname } = new URL(scope.install.publicUrl)
  return {
    did: issuerDid(scope),
    address: `${issuerAddress(scope)}/did.json`,
    isReachable: protocol === 'https:' && !/^(localhost|127\.|\[::1\]$)/.test(hostname),
    keys: keys.map(({ id, madeAt, retiredAt }) => ({ id, madeAt, retiredAt })),
  }
}

/** Signs with a new key from now on. What older ones signed is verified with them. */
export async function rotateBadgeKey(scope: Scope): Promise<Issuer> {
  refuseUnlessDesigner(scope)
  await holdAlone(scope, `badge keys of ${scope.org}`)
  const known = await keysOf(scope).limit(mostKeys).execute()
  if (known.length >= mostKeys) throw conflict('badge.too-many-keys', { most: mostKeys })
  await scope.db
    .updateTable('badgeKeys')
    .set({ retiredAt: scope.now })
    .where('orgId', '=', scope.org)
    .where('retiredAt', 'is', null)
    .execute()
  await makeKey(scope)
  tell(scope, { topics: ['badges'] })
  return getIssuer(scope)
}

/** Goes on in the organization of this id, as nobody in particular; throws 404 where it never signed anything. */
export async function enterIssuer(scope: Scope, issuerId: string) {
  await enterOrganization(scope, issuerId)
  scope.actor = nobody
  const keys = await keysOf(scope).limit(mostKeys).execute()
  if (keys.length === 0) throw notFound('issuer')
  return keys
}

/** What verifiers fetch, wherever they are. */
export const forAnybody = (type: string) => ({
  'content-type': type,
  'cache-control': 'public, max-age=60',
  'access-control-allow-origin': '*',
})

/** The DID document of an organization: every key it ever signed with, so that old badges are verified, too. */
export async function getDidDocument(scope: Scope, issuerId: string): Promise<Response> {
  const keys = await enterIssuer(scope, issuerId)
  const id = issuerDid(scope)
  const document = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id,
    verificationMethod: keys.map((key) => ({
      id: keyUrl(scope, key.id),
      type: 'JsonWebKey2020',
      controller: id,
      publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: key.publicKey },
    })),
    assertionMethod: keys.map((key) => keyUrl(scope, key.id)),
  }
  return new Response(JSON.stringify(document), { headers: forAnybody('application/did+json') })
}
