import { z } from 'zod'
import { endpoint, id, moment, wholeText } from '#platform/http/endpoint'
import { badgeAward } from './badge.contract.ts'

/** What an organization signs of its badges, and how anybody checks it: Open Badges 3.0 as VC-JWT (docs/decisions/0045). */

const anAward = z.strictObject({ awardId: id() })
const anIssuer = z.strictObject({ issuerId: id() })

export const getCredential = endpoint('getCredential', {
  method: 'GET',
  path: '/badge-awards/:awardId/credential',
  summary:
    'One’s own badge to take elsewhere: the signed credential (.jwt), or the picture with it baked in (.svg)',
  access: 'signed-in',
  params: anAward,
  query: z.strictObject({ as: z.enum(['jwt', 'svg']).default('jwt') }),
  raw: 'response',
})

export const badgeLink = z.object({
  token: z.string().nullable().describe('of the public link, where there is one'),
})

export const getBadgeLink = endpoint('getBadgeLink', {
  method: 'GET',
  path: '/badge-awards/:awardId/link',
  summary: 'The public link to a badge of one’s own, if one made it',
  access: 'signed-in',
  params: anAward,
  returns: badgeLink,
})

export const shareBadge = endpoint('shareBadge', {
  method: 'PUT',
  path: '/badge-awards/:awardId/link',
  summary: 'Make a public link to a badge of one’s own: whoever has it sees the badge and one’s name',
  access: 'signed-in',
  params: anAward,
  returns: badgeLink,
})

export const unshareBadge = endpoint('unshareBadge', {
  method: 'DELETE',
  path: '/badge-awards/:awardId/link',
  summary: 'Take the public link back: it leads nowhere from then on',
  access: 'signed-in',
  params: anAward,
})

const key = z.object({ id: id(), madeAt: moment(), retiredAt: moment().nullable() })

export const issuer = z.object({
  did: z.string(),
  address: z.string().describe('where the DID document stands'),
  isReachable: z
    .boolean()
    .describe('whether the address is one that others can reach: https, and not this machine'),
  keys: z.array(key).max(100).describe('the newest first; none before the first award'),
})
export type Issuer = z.output<typeof issuer>

export const getIssuer = endpoint('getIssuer', {
  method: 'GET',
  path: '/badge-issuer',
  summary: 'As whom the organization signs its badges: for who designs badges',
  access: 'signed-in',
  returns: issuer,
  problems: ['badge.not-designer'],
})

export const rotateBadgeKey = endpoint('rotateBadgeKey', {
  method: 'POST',
  path: '/badge-issuer/keys',
  summary: 'Sign with a new key from now on; what older ones signed stays valid',
  access: 'signed-in',
  returns: issuer,
  problems: ['badge.not-designer', 'badge.too-many-keys'],
})

export const getDidDocument = endpoint('getDidDocument', {
  method: 'GET',
  path: '/issuers/:issuerId/did.json',
  summary: 'The DID document (did:web) of an organization: the keys that verify its badges',
  access: 'anyone',
  params: anIssuer,
  raw: 'response',
  problems: ['issuer.not-found'],
})

export const getStatusList = endpoint('getStatusList', {
  method: 'GET',
  path: '/issuers/:issuerId/status-lists/:list',
  summary: 'A signed list of which badges were revoked (Bitstring Status List v1.0, as VC-JWT)',
  access: 'anyone',
  params: z.strictObject({ issuerId: id(), list: wholeText(1) }),
  raw: 'response',
  problems: ['issuer.not-found'],
})

/** A badge as strangers see it. */
const seen = badgeAward
  .pick({
    ...{ name: true, description: true, criteria: true, levels: true, level: true, drawing: true },
    ...{ reason: true, awardedAt: true },
  })
  .extend({ issuer: z.string(), revokedAt: moment().nullable() })
export type SeenBadge = z.output<typeof seen>

export const getSharedBadge = endpoint('getSharedBadge', {
  method: 'GET',
  path: '/shared-badges/:token',
  summary: 'The badge behind a public link, whether it still stands, and the credential to check elsewhere',
  access: 'anyone',
  params: z.strictObject({ token: z.string().regex(/^[0-9a-f-]{36}\.[A-Za-z0-9_-]{43}$/) }),
  returns: z.object({ badge: seen, holder: z.string(), credential: z.string() }),
  problems: ['badge-link.not-found'],
})
export type SharedBadge = z.output<typeof getSharedBadge.returns>

export const verdicts = [
  'valid',
  'revoked',
  'tampered',
  'unsigned',
  'unknown-key',
  'unknown-issuer',
  'unreadable',
] as const

export const checkBadge = endpoint('checkBadge', {
  method: 'POST',
  path: '/badge-checks',
  summary: 'Say whether a credential, or a picture with one baked in, was issued here and still stands',
  access: 'anyone',
  twice: 'Nothing is stored of it.',
  body: z.strictObject({
    /** A compact JWS, or the text of an SVG. */
    credential: z.string().trim().min(1).max(100_000),
    /** Whose it is said to be: compared with the hash in the credential. */
    email: z.string().trim().max(254).default(''),
  }),
  status: 200,
  returns: z.object({
    verdict: z.enum(verdicts),
    badge: seen.nullable().describe('where it is valid or was revoked'),
    isHolder: z.boolean().nullable().describe('null where no address was given'),
  }),
  problems: ['badge-check.too-many-tries'],
  example: { credential: 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl' },
})
export type BadgeCheck = z.output<typeof checkBadge.returns>
