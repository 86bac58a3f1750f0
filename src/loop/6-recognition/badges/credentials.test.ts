import { gunzipSync } from 'node:zlib'
import { decodeList } from '@digitalbazaar/vc-bitstring-status-list'
import { verifyJWT } from 'did-jwt'
import { type DIDDocument, Resolver } from 'did-resolver'
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { award, benchIn, words } from '#test/badge.ts'
import { type Person, send } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { revokeBadge } from '../badge.contract.ts'
import * as contract from '../credential.contract.ts'

/** What is issued, verified by libraries of others that know nothing of this code but what it publishes. */
const world = openWorld()

const get = async (address: string): Promise<Response> => {
  const url = new URL(address)
  expect(url.origin).toBe('http://cairn.test')
  return world.cairn.app.request(url.pathname)
}

/** did:web, as its specification says a DID becomes an address (but for http, which only this test speaks). */
const resolver = new Resolver({
  web: async (did) => {
    const [host = '', ...path] = did.replace('did:web:', '').split(':').map(decodeURIComponent)
    const response = await get(`http://${host}/${path.join('/')}/did.json`)
    const found = response.ok ? ((await response.json()) as DIDDocument) : null
    const didResolutionMetadata = found ? { contentType: 'application/did+json' } : { error: 'notFound' }
    return { didResolutionMetadata, didDocument: found, didDocumentMetadata: {} }
  },
})

const policies = { now: Math.floor(Date.parse('2026-03-03T00:00:00Z') / 1000) }
const verified = (jwt: string) => verifyJWT(jwt, { resolver, policies, proofPurpose: 'assertionMethod' })

interface Claims {
  iss: string
  [key: string]: unknown
  credentialStatus: { statusListIndex: string; statusListCredential: string }
  credentialSubject: { achievement: Record<string, unknown>; [key: string]: unknown }
}

async function textOf(who: Person, awardId: string, as: 'jwt' | 'svg' = 'jwt'): Promise<string> {
  const response = await send(world.cairn, who.cookie, contract.getCredential, {
    params: { awardId },
    query: { as },
  })
  expect(response.status).toBe(200)
  return response.text()
}

async function issued(level = 2) {
  const stage = await benchIn(world)
  const { id } = await award(stage.lena, stage.badge.id, stage.mei, { level })
  const jwt = await textOf(stage.mei, id)
  return { ...stage, id, jwt, claims: decodeJwt(jwt) as unknown as Claims }
}

/** Whether a verifier that knows but the credential finds it revoked. */
async function isRevoked({ credentialStatus }: Claims): Promise<boolean> {
  const { statusListIndex, statusListCredential } = credentialStatus
  const signed = await (await get(statusListCredential)).text()
  const { payload } = await verified(signed)
  const subject = (payload as { credentialSubject: { encodedList: string; statusPurpose: string } })
    .credentialSubject
  expect(subject.statusPurpose).toBe('revocation')
  const list = await decodeList({ encodedList: subject.encodedList })
  expect(list.length).toBe(131_072)
  return list.getStatus(Number(statusListIndex))
}

/** The same credential with something else in one of its parts. */
function changed(jwt: string, place: 0 | 1, change: (part: Record<string, unknown>) => void): string {
  const parts = jwt.split('.')
  const part = JSON.parse(Buffer.from(parts[place] ?? '', 'base64url').toString())
  change(part)
  parts[place] = Buffer.from(JSON.stringify(part)).toString('base64url')
  return parts.join('.')
}

describe('a credential', () => {
  test('is verified by did-jwt, which finds the key by did:web, and by jose with that key', async () => {
    const { jwt, claims } = await issued()
    const { issuer, payload } = await verified(jwt)
    expect(issuer).toBe(claims.iss)
    expect(payload.credentialSubject).toEqual(claims.credentialSubject)
    const { didDocument } = await resolver.resolve(claims.iss)
    const { kid } = decodeProtectedHeader(jwt)
    const method = didDocument?.verificationMethod?.find(({ id }) => id === kid)
    expect(method?.controller).toBe(claims.iss)
    expect(Object.keys(method?.publicKeyJwk ?? {}).sort()).toEqual(['crv', 'kty', 'x'])
    const key = await importJWK(method?.publicKeyJwk as never, 'EdDSA')
    expect((await compactVerify(jwt, key)).protectedHeader.alg).toBe('EdDSA')
  })

  test('fails there when a word of it, its signature, its algorithm or its key was changed', async () => {
    const [{ jwt }, other] = [await issued(), await issued()]
    const [head, body, signature = ''] = jwt.split('.')
    const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`
    const wrong = [
      changed(jwt, 1, (claims) => Object.assign(claims, { name: 'Better badge' })),
      changed(jwt, 1, (claims) => Object.assign(claims, { iss: other.claims.iss })),
      changed(jwt, 0, (header) => Object.assign(header, { kid: decodeProtectedHeader(other.jwt).kid })),
      changed(jwt, 0, (header) => Object.assign(header, { alg: 'none' })),
      `${head}.${body}.${flipped}`,
      `${head}.${body}.`,
    ]
    for (const one of wrong) await expect(verified(one)).rejects.toThrow()
    await expect(verified(jwt)).resolves.toMatchObject({ verified: true })
  })

  test('says what Open Badges 3.0 asks for, and repeats it in the claims of a JWT', async () => {
    const { jwt, claims, badge, mei } = await issued()
    expect(Object.keys(decodeProtectedHeader(jwt)).sort()).toEqual(['alg', 'kid', 'typ'])
    const { credentialSubject, ...top } = claims
    const { achievement, identifier, result, ...subject } = credentialSubject
    expect(top).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        expect.stringMatching(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context-3\.\d\.\d\.json$/),
      ],
      id: expect.stringMatching(/^urn:uuid:/),
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Keeper of the bench: Second stone',
      issuer: {
        id: expect.stringMatching(/^did:web:cairn\.test:api:issuers:/),
        type: ['Profile'],
        name: expect.any(String),
      },
      validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
    })
    const { iss, jti, sub, nbf = 0 } = decodeJwt(jwt)
    expect([iss, jti, sub]).toEqual([(top.issuer as { id: string }).id, top.id, subject.id])
    expect(nbf * 1000).toBe(Date.parse(String(top.validFrom)))
    expect(subject).toEqual({ id: expect.stringMatching(/^urn:uuid:/), type: ['AchievementSubject'] })
    expect(achievement).toMatchObject({
      id: `urn:uuid:${badge.id}`,
      type: ['Achievement'],
      name: words.name,
      description: words.description,
      criteria: { narrative: words.criteria },
      image: { id: expect.stringMatching(/^data:image\/svg\+xml,%3Csvg/), type: 'Image' },
    })
    const [described] = achievement.resultDescription as {
      rubricCriterionLevel: { id: string; name: string }[]
    }[]
    const [reached] = result as { achievedLevel: string }[]
    const level = described?.rubricCriterionLevel.find((one) => one.id === reached?.achievedLevel)
    expect(level?.name).toBe('Second stone')
    expect(identifier).toMatchObject([
      {
        type: 'IdentityObject',
        identityType: 'emailAddress',
        hashed: true,
        identityHash: expect.stringMatching(/^sha256\$[0-9a-f]{64}$/),
      },
    ])
    // Nothing in it names its holder or says where they are found.
    for (const said of [mei.name, mei.email, mei.id]) expect(JSON.stringify(claims)).not.toContain(said)
  })

  test('of another award says of the same person nothing that is the same', async () => {
    const { lena, mei, badge, claims } = await issued(1)
    const second = await award(lena, badge.id, mei, { level: 2 })
    const other = decodeJwt(await textOf(mei, second.id)) as unknown as Claims
    const own = (one: Claims) => [one.credentialSubject.id, JSON.stringify(one.credentialSubject.identifier)]
    for (const said of own(claims)) expect(own(other)).not.toContain(said)
  })

  test('is its holder’s alone to take, as text and baked into a picture in which it is found again', async () => {
    const { lena, admin, mei, id, jwt } = await issued()
    for (const who of [lena, admin])
      expect((await who.isRefused(contract.getCredential, { params: { awardId: id } })).status).toBe(404)
    const svg = await textOf(mei, id, 'svg')
    const [tag, ...more] = svg.match(/<openbadges:credential [^>]*>/g) ?? []
    expect(more).toEqual([])
    expect(svg.startsWith('<svg ')).toBe(true)
    expect(svg).toContain('xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"')
    expect(tag).toBe(`<openbadges:credential verify="${jwt}">`)
  })
})

describe('the list of what was revoked', () => {
  test('says so of the badge that was, and of no other', async () => {
    const { lena, mei, badge, id, claims } = await issued(1)
    const second = await award(lena, badge.id, mei, { level: 2 })
    const other = decodeJwt(await textOf(mei, second.id)) as unknown as Claims
    expect([await isRevoked(claims), await isRevoked(other)]).toEqual([false, false])
    const why = { params: { awardId: id }, body: { reason: 'It was meant for somebody else.' } }
    await lena.does(revokeBadge, why)
    expect([await isRevoked(claims), await isRevoked(other)]).toEqual([true, false])
  })

  test('is as long as it must be, and gives places that follow no order', async () => {
    const { admin, org, badge, claims } = await issued(1)
    const { payload } = await verified(await (await get(claims.credentialStatus.statusListCredential)).text())
    const { encodedList } = payload.credentialSubject as { encodedList: string }
    expect(encodedList[0]).toBe('u')
    expect(gunzipSync(Buffer.from(encodedList.slice(1), 'base64url')).length).toBe(16_384)
    for (let n = 0; n < 12; n += 1) await award(admin, badge.id, await org.person(`Person ${n}`))
    const places = await world.stored<{ statusIndex: number }>(
      org.id,
      'select status_index from badge_credentials order by award_id',
    )
    const indexes = places.map(({ statusIndex }) => statusIndex)
    expect(new Set(indexes).size).toBe(13)
    expect(indexes).not.toEqual(indexes.toSorted((a, b) => a - b))
  })
})

test('after a new key, what the old one signed is verified still, and the private halves are told nowhere', async () => {
  const { org, admin, lena, mei, badge, jwt, claims } = await issued(1)
  expect((await lena.isRefused(contract.rotateBadgeKey)).code).toBe('badge.not-designer')
  const { keys } = await admin.does(contract.rotateBadgeKey)
  expect(keys.map(({ retiredAt }) => retiredAt === null)).toEqual([true, false])
  const second = await award(lena, badge.id, mei, { level: 2 })
  const next = await textOf(mei, second.id)
  expect(decodeProtectedHeader(next).kid).not.toBe(decodeProtectedHeader(jwt).kid)
  for (const one of [jwt, next]) expect(await verified(one)).toMatchObject({ verified: true })
  expect(await isRevoked(claims)).toBe(false)
  const secrets = await world.stored<{ privateKey: string }>(org.id, 'select private_key from badge_keys')
  const told = JSON.stringify([
    await admin.does(contract.getIssuer),
    await (await get(`http://cairn.test/api/issuers/${org.id}/did.json`)).text(),
    await org.facts('badge.key-made'),
  ])
  for (const { privateKey } of secrets) expect(told).not.toContain(privateKey)
})

test('many awards at once are signed with one key, each at a place of its own', async () => {
  const { org, admin, badge } = await benchIn(world)
  const people = await Promise.all(Array.from({ length: 8 }, (_, n) => org.person(`Person ${n}`)))
  await Promise.all(people.map((who) => award(admin, badge.id, who)))
  expect(await world.stored(org.id, 'select id from badge_keys')).toHaveLength(1)
  expect(await world.stored(org.id, 'select distinct status_index from badge_credentials')).toHaveLength(8)
})
