import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Scope } from '#platform/scope'
import type { BadgeAward } from '../badge.contract.ts'
import { badgeAddress, drawBadge } from './draw.ts'
import { issuerDid, keyUrl, signingKey } from './issuer.ts'
import { signCompact } from './jws.ts'
import { findPlace, momentOf, type Place, statusListAddress } from './status.ts'

type Award = Pick<
  BadgeAward,
  'id' | 'badgeId' | 'name' | 'description' | 'criteria' | 'levels' | 'level' | 'drawing' | 'reason'
> & { version: number; awardedAt: Date; email: string; organization: string }

/** Signs an award as a credential, once: from then on it is what its holder has. */
export async function issueCredential(scope: Scope, award: Award): Promise<void> {
  const key = await signingKey(scope)
  const place = await findPlace(scope)
  const jwt = signCompact(claimsOf(scope, award, place), keyUrl(scope, key.id), key)
  await scope.db
    .insertInto('badgeCredentials')
    .values({
      ...{ orgId: scope.org, awardId: award.id, keyId: key.id, jwt },
      ...{ statusList: place.list, statusIndex: place.index },
    })
    .execute()
}

/** An OpenBadgeCredential (Open Badges 3.0, section 8.2: as the payload of a JWT), with the claims that repeat it. */
function claimsOf(scope: Scope, award: Award, place: Place): object {
  const seconds = Math.floor(award.awardedAt.getTime() / 1000)
  const list = statusListAddress(scope, place.list)
  const did = issuerDid(scope)
  const id = `urn:uuid:${award.id}`
  // New for each award: who looks at two credentials does not learn that one person holds both.
  const subject = `urn:uuid:${randomUUID()}`
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: titleOf(award),
    issuer: { id: did, type: ['Profile'], name: award.organization, url: scope.install.publicUrl },
    validFrom: momentOf(seconds),
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      ...identityOf(award),
      ...achievedOf(award),
    },
    evidence: [{ type: ['Evidence'], narrative: award.reason }],
    credentialStatus: {
      id: `${list}#${place.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(place.index),
      statusListCredential: list,
    },
    ...{ iss: did, jti: id, sub: subject, nbf: seconds },
  }
}

/** The holder by a salted hash of their address: whoever is told it can compare, nobody reads it. */
function identityOf({ email }: Award) {
  const salt = randomBytes(16).toString('hex')
  const identityHash = hashOfIdentity(email, salt)
  return {
    identifier: [{ type: 'IdentityObject', identityType: 'emailAddress', hashed: true, identityHash, salt }],
  }
}

/** As IdentityObject of Open Badges 3.0 has it: of the address, in small letters, with the salt behind it. */
export const hashOfIdentity = (email: string, salt: string): string =>
  `sha256$${createHash('sha256')
    .update(email.toLowerCase() + salt)
    .digest('hex')}`

/** What was achieved; of which of several levels, as a result. */
function achievedOf(award: Award) {
  const { badgeId, version, name, description, criteria, levels, level, drawing } = award
  const id = `urn:uuid:${badgeId}`
  const image = badgeAddress(drawing, { level, levels: levels.length }, titleOf(award))
  const achievement = {
    id,
    type: ['Achievement'],
    achievementType: 'Badge',
    name,
    description,
    criteria: { narrative: criteria },
    image: { id: image, type: 'Image', caption: titleOf(award) },
    version: String(version),
  }
  if (levels.length === 1) return { achievement }
  const resultDescription = {
    id: `${id}#levels`,
    type: ['ResultDescription'],
    name,
    resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: levels.map((one, at) => ({
      id: `${id}#level-${at + 1}`,
      type: ['RubricCriterionLevel'],
      name: one.name,
      level: String(at + 1),
      ...(one.criteria && { description: one.criteria }),
    })),
  }
  return {
    achievement: { ...achievement, resultDescription: [resultDescription] },
    result: [{ type: ['Result'], resultDescription: `${id}#levels`, achievedLevel: `${id}#level-${level}` }],
  }
}

type Titled = Pick<Award, 'name' | 'levels' | 'level'>

/** The name of a badge, with that of its level where there are several. */
export const titleOf = ({ name, levels, level }: Titled): string =>
  levels.length > 1 ? `${name}: ${levels[level - 1]?.name ?? ''}` : name

/** The picture with its credential baked in (Open Badges 3.0, section 5.3.2). */
export const bakedBadge = (award: Titled & Pick<Award, 'drawing'>, jwt: string): string =>
  drawBadge(
    award.drawing,
    { level: award.level, levels: award.levels.length },
    {
      title: titleOf(award),
      more: ' xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"',
      inside: `<openbadges:credential verify="${jwt}"></openbadges:credential>`,
    },
  )

/** The credential in what somebody brings: a compact JWS as it is, or one that is baked into an SVG. */
export function credentialIn(text: string): string {
  const trimmed = text.trim()
  if (!trimmed.startsWith('<')) return trimmed
  const [, jwt = ''] = /<openbadges:credential\s[^<>]{0,200}?verify="([\w.-]*)"/.exec(trimmed) ?? []
  return jwt
}
