import { generateKeyPairSync } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { award, benchIn, reason, words } from '#test/badge.ts'
import { type Person, personWith, send } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { revokeBadge } from '../badge.contract.ts'
import * as contract from '../credential.contract.ts'

const world = openWorld()
const stranger = () => personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })

const fileOf = async (who: Person, awardId: string, as: 'jwt' | 'svg') =>
  (await send(world.cairn, who.cookie, contract.getCredential, { params: { awardId }, query: { as } })).text()

async function issued() {
  const stage = await benchIn(world)
  const { id } = await award(stage.lena, stage.badge.id, stage.mei, { level: 2 })
  world.pass({ minutes: 2 })
  return { ...stage, id, jwt: await fileOf(stage.mei, id, 'jwt'), svg: await fileOf(stage.mei, id, 'svg') }
}

const check = (credential: string, email = '') =>
  stranger().does(contract.checkBadge, { body: { credential, email } })
const verdict = async (credential: string) => (await check(credential)).verdict

const coded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const revoke = { reason: 'It was meant for somebody else.' }

describe('a stranger who was given a badge', () => {
  test('reads that it is valid, as text and as a picture, and whose it is only where the address is known', async () => {
    const { jwt, svg, mei, lena, org } = await issued()
    for (const one of [jwt, `  ${jwt}\n`, svg, `<?xml version="1.0"?>\n${svg}`])
      expect(await check(one)).toMatchObject({
        verdict: 'valid',
        badge: { name: words.name, level: 2, reason, issuer: 'Northwind Gauges', revokedAt: null },
        isHolder: null,
      })
    expect((await check(jwt, mei.email.toUpperCase())).isHolder).toBe(true)
    expect((await check(jwt, lena.email)).isHolder).toBe(false)
    expect(JSON.stringify(await check(jwt, mei.email))).not.toMatch(new RegExp(`${mei.name}|${mei.id}`))
    expect(await org.countFacts('badge.shared')).toBe(0)
  })

  test('reads that it was revoked', async () => {
    const { jwt, lena, id } = await issued()
    await lena.does(revokeBadge, { params: { awardId: id }, body: revoke })
    const answer = await check(jwt)
    expect(answer).toMatchObject({ verdict: 'revoked', badge: { revokedAt: expect.any(String) } })
    expect(JSON.stringify(answer)).not.toContain(revoke.reason)
  })

  test('is not deceived by what was changed, signed by others, or not signed', async () => {
    const [one, other] = [await issued(), await issued()]
    const [head = '', body = '', signature = ''] = one.jwt.split('.')
    const claims = decodeJwt(one.jwt)
    const header = decodeProtectedHeader(one.jwt)
    const { privateKey } = generateKeyPairSync('ed25519')
    const forged = (kid: string | undefined, more = {}) =>
      new SignJWT({ ...claims, ...more })
        .setProtectedHeader({ alg: 'EdDSA', ...(kid && { kid }) })
        .sign(privateKey)
    const ownKey = coded({ ...header, jwk: privateKey.export({ format: 'jwk' }) })
    const hmac = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: header.kid ?? '' })
      .sign(Buffer.from('a public key, taken for a secret'))
    const cases: [string, string][] = [
      [`${head}.${coded({ ...claims, name: 'Better' })}.${signature}`, 'tampered'],
      [`${head}.${body}.${other.jwt.split('.')[2]}`, 'tampered'],
      [`${ownKey}.${body}.${signature}`, 'tampered'],
      [await forged(header.kid), 'tampered'],
      [await forged(undefined), 'unknown-key'],
      [await forged(decodeProtectedHeader(other.jwt).kid), 'unknown-key'],
      [await forged(`${claims.iss}#${crypto.randomUUID()}`), 'unknown-key'],
      [await forged(header.kid, { iss: 'did:web:evil.example' }), 'unknown-issuer'],
      [
        await forged(header.kid, { iss: `did:web:evil.example:api:issuers:${crypto.randomUUID()}` }),
        'unknown-issuer',
      ],
      [await forged(header.kid, { iss: ['did:web:a', 'b'] }), 'unknown-issuer'],
      [`${coded({ ...header, alg: 'none' })}.${body}.`, 'unsigned'],
      [`${coded({ ...header, alg: 'nOnE' })}.${body}.${signature}`, 'unsigned'],
      [hmac, 'unknown-key'],
      [`${head}.${body}`, 'unreadable'],
      [`${head}.${body}.${signature}.`, 'unreadable'],
      [`${head}.bm90IGpzb24.${signature}`, 'unreadable'],
      [`W10.${body}.${signature}`, 'unreadable'],
      ['hello', 'unreadable'],
      ['{"@context":[]}', 'unreadable'],
      ['<svg xmlns="http://www.w3.org/2000/svg"></svg>', 'unreadable'],
      [one.svg.replace('verify=', 'proof='), 'unreadable'],
      ['<openbadges:credential '.repeat(4000), 'unreadable'],
    ]
    for (const [text, expected] of cases)
      expect([text.slice(0, 90), await verdict(text)]).toEqual([text.slice(0, 90), expected])
    for (const [text] of cases) expect((await check(text)).badge).toBeNull()
    expect(await verdict(one.jwt)).toBe('valid')
  })

  test('is not told that a list of what was revoked is a badge, nor what a key signed that was no award', async () => {
    const { jwt, org } = await issued()
    const { credentialStatus } = decodeJwt(jwt) as { credentialStatus: { statusListCredential: string } }
    const path = new URL(credentialStatus.statusListCredential).pathname
    expect(await verdict(await (await world.cairn.app.request(path)).text())).toBe('tampered')
    const missing = await world.cairn.app.request(`/api/issuers/${org.id}/status-lists/9`)
    expect(missing.status).toBe(404)
    const nobody = await world.cairn.app.request(`/api/issuers/${crypto.randomUUID()}/did.json`)
    expect(nobody.status).toBe(404)
  })

  test('is refused what is huge or empty, and more than sixty checks a minute', async () => {
    const refused = async (credential: string) =>
      (await stranger().isRefused(contract.checkBadge, { body: { credential } })).status
    expect([await refused('x'.repeat(100_001)), await refused('')]).toEqual([422, 422])
    world.pass({ minutes: 2 })
    for (let n = 0; n < 60; n += 1) await check('hello')
    expect(await refused('hello')).toBe(429)
    world.pass({ minutes: 2 })
    expect(await verdict('hello')).toBe('unreadable')
  })
})

describe('a public link', () => {
  test('is made by the holder alone, shows the badge with their name, and leads nowhere once it is taken back', async () => {
    const { mei, lena, admin, id, jwt } = await issued()
    const at = { params: { awardId: id } }
    expect(await mei.does(contract.getBadgeLink, at)).toEqual({ token: null })
    for (const who of [lena, admin]) {
      expect((await who.isRefused(contract.shareBadge, at)).status).toBe(404)
      expect((await who.isRefused(contract.getBadgeLink, at)).status).toBe(404)
    }
    const { token } = await mei.does(contract.shareBadge, at)
    expect(await mei.does(contract.shareBadge, at)).toEqual({ token })
    const open = { params: { token: token ?? '' } }
    expect(await stranger().does(contract.getSharedBadge, open)).toMatchObject({
      holder: 'Mei Tanaka',
      credential: jwt,
      badge: { name: words.name, level: 2, revokedAt: null },
    })
    await mei.does(contract.unshareBadge, at)
    expect((await stranger().isRefused(contract.getSharedBadge, open)).code).toBe('badge-link.not-found')
    expect((await mei.does(contract.shareBadge, at)).token).not.toBe(token)
  })

  test('says so once the badge is revoked', async () => {
    const { mei, lena, id } = await issued()
    const { token } = await mei.does(contract.shareBadge, { params: { awardId: id } })
    await lena.does(revokeBadge, { params: { awardId: id }, body: revoke })
    const { badge } = await stranger().does(contract.getSharedBadge, { params: { token: token ?? '' } })
    expect(badge.revokedAt).not.toBeNull()
  })

  test('of another organization’s name with the same secret leads nowhere', async () => {
    const [{ mei, id }, other] = [await issued(), await issued()]
    const { token } = await mei.does(contract.shareBadge, { params: { awardId: id } })
    const moved = `${other.org.id}.${token?.split('.')[1]}`
    expect((await stranger().isRefused(contract.getSharedBadge, { params: { token: moved } })).status).toBe(
      404,
    )
  })
})
