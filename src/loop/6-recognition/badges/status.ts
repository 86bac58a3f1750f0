import { randomInt } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { sql } from 'kysely'
import { holdAlone } from '#platform/db/locks'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { enterIssuer, forAnybody, issuerAddress, issuerDid, keyUrl } from './issuer.ts'
import { signCompact } from './jws.ts'

/** The least that Bitstring Status List v1.0 allows: one badge is lost among as many. */
const places = 131_072
/** A list is filled to half, so that a free place is found at random soon. */
const mostInList = places / 2
const tries = 40

export const statusListAddress = (scope: Scope, list: number): string =>
  `${issuerAddress(scope)}/status-lists/${list}`

export interface Place {
  list: number
  index: number
}

/** A free place, chosen at random: what stands beside it tells nothing of it. */
export async function findPlace(scope: Scope): Promise<Place> {
  await holdAlone(scope, `badge places of ${scope.org}`)
  const { count } = await scope.db
    .selectFrom('badgeCredentials')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('orgId', '=', scope.org)
    .executeTakeFirstOrThrow()
  const list = Math.floor(Number(count) / mostInList) + 1
  const some = Array.from({ length: tries }, () => randomInt(places))
  const { rows } = await sql<{
    index: number
  }>`select t.i as index from unnest(${some}::int[]) with ordinality t(i, at)
    where not exists (select from badge_credentials c where c.org_id = ${scope.org} and c.status_list = ${list}
      and c.status_index = t.i) order by t.at limit 1`.execute(scope.db)
  const [free] = rows
  if (!free) throw new Error(`No place of ${tries} is free in list ${list}, which is not half full.`)
  return { list, index: free.index }
}

/** A list as it is read: bit after bit, the first leftmost, gzipped, in multibase base64url. */
export async function encodeList(revoked: readonly number[]): Promise<string> {
  const bits = Buffer.alloc(places / 8)
  for (const index of revoked) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return `u${(await promisify(gzip)(bits)).toString('base64url')}`
}

/** The signed list of what was revoked of one organization. */
export async function getStatusList(scope: Scope, issuerId: string, list: number): Promise<Response> {
  const keys = await enterIssuer(scope, issuerId)
  const key = keys.find(({ retiredAt }) => !retiredAt)
  const { rows } = await sql<{ index: number; isRevoked: boolean }>`
    select c.status_index as index, a.revoked_at is not null as is_revoked from badge_credentials c
    join badge_awards a on a.org_id = c.org_id and a.id = c.award_id
    where c.org_id = ${scope.org} and c.status_list = ${list}`.execute(scope.db)
  if (!key || rows.length === 0) throw notFound('issuer')
  const id = statusListAddress(scope, list)
  const encodedList = await encodeList(rows.filter(({ isRevoked }) => isRevoked).map(({ index }) => index))
  const seconds = Math.floor(scope.now.getTime() / 1000)
  const claims = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerDid(scope),
    validFrom: momentOf(seconds),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList,
      ttl: 60_000,
    },
    ...{ iss: issuerDid(scope), jti: id, sub: `${id}#list`, nbf: seconds },
  }
  const jwt = signCompact(claims, keyUrl(scope, key.id), { x: key.publicKey, d: key.privateKey })
  return new Response(jwt, { headers: forAnybody('application/vc+jwt') })
}

/** A moment in whole seconds, as a claim and as a date say the same. */
export const momentOf = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000', '')
