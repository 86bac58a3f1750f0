import { randomBytes } from 'node:crypto'
import { notFound } from '#platform/problem'
import { nobody, type Scope, tell } from '#platform/scope'
import { enterOrganization } from '#platform/unit'
import { record } from '#record'
import type { SeenBadge, SharedBadge } from '../credential.contract.ts'
import { findOwnAward } from './awards.ts'
import { bakedBadge } from './credential.ts'

/** The credential of an award. */
const credentialOf = (scope: Scope, awardId: string) =>
  scope.db
    .selectFrom('badgeCredentials')
    .select(['jwt', 'link'])
    .where('orgId', '=', scope.org)
    .where('awardId', '=', awardId)
    .executeTakeFirstOrThrow()

/** One's own badge as a file. */
export async function getCredential(
  scope: Scope,
  awardId: string,
  { as }: { as: 'jwt' | 'svg' },
): Promise<Response> {
  const award = await findOwnAward(scope, awardId)
  const { jwt } = await credentialOf(scope, awardId)
  const name = award.name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  return new Response(as === 'jwt' ? jwt : bakedBadge(award, jwt), {
    headers: {
      // Open Badges 3.0, section 5.2, of a credential that is signed as a JWT.
      'content-type': as === 'jwt' ? 'text/plain; charset=utf-8' : 'image/svg+xml',
      'content-disposition': `attachment; filename="${name || 'badge'}.${as}"`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cache-control': 'private, no-store',
    },
  })
}

/** The token of the public link to a badge of the actor's own. */
export async function getBadgeLink(scope: Scope, awardId: string): Promise<{ token: string | null }> {
  await findOwnAward(scope, awardId)
  const { link } = await credentialOf(scope, awardId)
  return { token: link && `${scope.org}.${link}` }
}

/** Makes a public link to a badge of the actor's own; one that is there stays. */
export async function shareBadge(scope: Scope, awardId: string): Promise<{ token: string | null }> {
  const known = await getBadgeLink(scope, awardId)
  if (known.token) return known
  await setLink(scope, awardId, randomBytes(32).toString('base64url'))
  await record(scope, 'badge.shared', { awardId })
  return getBadgeLink(scope, awardId)
}

/** Takes the public link back. */
export async function unshareBadge(scope: Scope, awardId: string): Promise<void> {
  const { token } = await getBadgeLink(scope, awardId)
  if (!token) return
  await setLink(scope, awardId, null)
  await record(scope, 'badge.unshared', { awardId })
}

async function setLink(scope: Scope, awardId: string, link: string | null): Promise<void> {
  await scope.db
    .updateTable('badgeCredentials')
    .set({ link })
    .where('orgId', '=', scope.org)
    .where('awardId', '=', awardId)
    .execute()
  tell(scope, { topics: ['badges'], to: [scope.actor.id] })
}

/** Credentials with what strangers may know of the badge behind each. */
export const seenRows = (scope: Scope) =>
  scope.db
    .selectFrom('badgeCredentials as c')
    .innerJoin('badgeAwards as a', (join) =>
      join.onRef('a.orgId', '=', 'c.orgId').onRef('a.id', '=', 'c.awardId'),
    )
    .innerJoin('badgeVersions as v', (join) =>
      join
        .onRef('v.orgId', '=', 'a.orgId')
        .onRef('v.badgeId', '=', 'a.badgeId')
        .onRef('v.number', '=', 'a.version'),
    )
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'a.orgId').onRef('m.id', '=', 'a.memberId'),
    )
    .innerJoin('organizations as o', 'o.orgId', 'c.orgId')
    .select(['c.jwt', 'm.name as holder', 'o.name as issuer'])
    .select(['v.name', 'v.description', 'v.criteria', 'v.levels', 'v.drawing'])
    .select(['a.level', 'a.reason', 'a.awardedAt', 'a.revokedAt'])
    .where('c.orgId', '=', scope.org)

type Row = Awaited<ReturnType<ReturnType<typeof seenRows>['execute']>>[number]

export const seenOf = ({ jwt: _, holder: __, levels, drawing, ...row }: Row): SeenBadge => ({
  ...row,
  levels: levels as SeenBadge['levels'],
  drawing: drawing as SeenBadge['drawing'],
})

/** The badge behind a public link; throws 404 for one that was taken back or never was. */
export async function getSharedBadge(scope: Scope, token: string): Promise<SharedBadge> {
  const [org = '', link = ''] = token.split('.')
  await enterOrganization(scope, org)
  scope.actor = nobody
  const row = await seenRows(scope).where('c.link', '=', link).executeTakeFirst()
  if (!row) throw notFound('badge-link')
  return { badge: seenOf(row), holder: row.holder, credential: row.jwt }
}
