import { sql } from 'kysely'
import { findPublishedCourse } from '#course'
import { holds, whoMayEnter } from '#people'
import { holdAlone } from '#platform/db/locks'
import { conflict, forbidden, invalidField, type Problem } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record } from '#record'
import type { AwardableBadge, Badge, BadgeAward } from '../badge.contract.ts'
import { refuseAbsent } from '../here.ts'
import { findAward, refuseUnknownMember } from './awards.ts'
import { issueCredential } from './credential.ts'
import { badgeOf, badgeRows, getBadge, mayDesign } from './designs.ts'

export interface Award {
  badgeId: string
  memberId: string
  level: number
  reason: string
  courseId?: string | null
  /** The rule that awards, and who made it; left out where the actor awards. */
  by?: { ruleId: string; madeBy: string }
}

/** The groups that a member is in, the deepest first; a role on a group holds below it. */
const groupsOf = (scope: Scope, memberId: string) =>
  scope.db
    .selectFrom('roles as r')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'r.orgId').onRef('g.id', '=', 'r.groupId'))
    .select(['g.id', 'g.path'])
    .where('r.orgId', '=', scope.org)
    .where('r.memberId', '=', memberId)
    .where('g.archivedAt', 'is', null)
    .groupBy(['g.orgId', 'g.id'])
    .orderBy(({ fn }) => fn<number>('cardinality', ['g.path']), 'desc')
    .orderBy('g.id')
    .execute()

type Group = Awaited<ReturnType<typeof groupsOf>>[number]

const leading = { designers: [], managers: ['manager'], leaders: ['manager', 'leader'] } as const

/** The member's group through which the actor may award a badge; undefined where they may not. */
const wayOf = (scope: Scope, groups: readonly Group[], { awarders }: Pick<Badge, 'awarders'>) =>
  mayDesign(scope)
    ? (groups[0]?.id ?? scope.org)
    : awarders === 'designers'
      ? undefined
      : groups.find(({ path }) => holds(scope.actor, path, ...leading[awarders]))?.id

/**
 * Awards a badge to somebody else. The same level again changes nothing: a rule is answered what is held, a person told so
 * (409). Throws 422 for oneself, for whoever is not here and for a level the badge has not; 403 for whoever may not award
 * it; 409 for an archived badge, and where a higher level is held.
 */
export async function awardBadge(scope: Scope, award: Award): Promise<BadgeAward> {
  const { badgeId, memberId, level, by, courseId = null } = award
  const badge = await getBadge(scope, badgeId)
  await refusePerson(scope, memberId, by?.madeBy ?? scope.actor.id)
  const groups = await groupsOf(scope, memberId)
  const groupId = by ? (groups[0]?.id ?? scope.org) : wayOf(scope, groups, badge)
  if (!groupId) throw forbidden('badge.not-awarder')
  if (badge.archivedAt) throw conflict('badge.archived')
  if (level > badge.levels.length) throw invalidField('/level', 'badge.no-level')
  if (courseId) await refuseUnseen(scope, courseId, memberId)
  await holdAlone(scope, `badges of ${scope.org} ${memberId}`)
  const held = await highestHeld(scope, badgeId, memberId)
  if (held && held.level > level) throw conflict('badge.higher-held')
  if (held?.level === level && by) return findAward(scope, held.id)
  if (held?.level === level) throw conflict('badge.held')
  const id = await write(scope, { ...award, version: badge.version })
  await issueCredential(scope, {
    ...badge,
    ...award,
    id,
    awardedAt: scope.now,
    ...(await partiesOf(scope, memberId)),
  })
  const awardedBy = by ? null : scope.actor.id
  const rule = by && { ruleId: by.ruleId }
  await record(scope, 'badge.awarded', { awardId: id, badgeId, memberId, level, groupId, awardedBy, ...rule })
  tell(scope, { topics: ['badges'] })
  return findAward(scope, id)
}

/** Refuses whoever is not here any more, and whoever awards or made the rule: nobody awards themselves. */
async function refusePerson(scope: Scope, memberId: string, awarderId: string): Promise<void> {
  const yourself: Problem = invalidField('/memberId', 'badge.yourself')
  if ([awarderId, scope.actor.id].includes(memberId)) throw yourself
  await refuseAbsent(scope, [memberId], '/memberId')
}

/** Refuses a course that is not there, or that the receiver may not see: nobody is told of it by a badge. */
async function refuseUnseen(scope: Scope, courseId: string, memberId: string): Promise<void> {
  const { groupId } = await findPublishedCourse(scope, courseId)
  const seeing = await whoMayEnter(scope, groupId, [memberId])
  if (!seeing.has(memberId)) throw invalidField('/courseId', 'badge.course-apart')
}

const highestHeld = (scope: Scope, badgeId: string, memberId: string) =>
  scope.db
    .selectFrom('badgeAwards')
    .select(['id', 'level'])
    .where('orgId', '=', scope.org)
    .where('badgeId', '=', badgeId)
    .where('memberId', '=', memberId)
    .where('revokedAt', 'is', null)
    .orderBy('level', 'desc')
    .executeTakeFirst()

async function write(scope: Scope, award: Award & { version: number }): Promise<string> {
  const { badgeId, version, memberId, level, reason, by, courseId = null } = award
  const id = newIdIn(scope)
  await scope.db
    .insertInto('badgeAwards')
    .values({
      ...{ orgId: scope.org, id, badgeId, version, memberId, level, reason, courseId },
      awardedBy: by ? null : scope.actor.id,
      ruleId: by?.ruleId ?? null,
      ruleMadeBy: by?.madeBy ?? null,
      awardedAt: scope.now,
    })
    .execute()
  return id
}

/** The address of who receives, and what the organization is called: as the credential knows them. */
async function partiesOf(scope: Scope, memberId: string): Promise<{ email: string; organization: string }> {
  return scope.db
    .selectFrom('members as m')
    .innerJoin('organizations as o', 'o.orgId', 'm.orgId')
    .select(['m.email', 'o.name as organization'])
    .where('m.orgId', '=', scope.org)
    .where('m.id', '=', memberId)
    .executeTakeFirstOrThrow()
}

/** The badges that the actor may award somebody, by name, with the level that is held. */
export async function listAwardableBadges(
  scope: Scope,
  memberId: string,
): Promise<{ items: AwardableBadge[] }> {
  await refuseUnknownMember(scope, memberId)
  if (memberId === scope.actor.id) return { items: [] }
  const groups = await groupsOf(scope, memberId)
  const badges = await badgeRows(scope)
    .select(
      sql<number>`coalesce((select max(h.level) from badge_awards h where h.org_id = b.org_id
        and h.badge_id = b.id and h.member_id = ${memberId} and h.revoked_at is null), 0)`.as('held'),
    )
    .where('b.archivedAt', 'is', null)
    .orderBy(sql`folded(v.name)`)
    .orderBy('b.id')
    .limit(100)
    .execute()
  const items = badges
    .map(({ held, ...row }) => ({ ...badgeOf(scope, row), held }))
    .filter((badge) => wayOf(scope, groups, badge))
  return { items }
}
