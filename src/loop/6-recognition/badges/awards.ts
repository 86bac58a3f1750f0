import { sql } from 'kysely'
import { groupVisible } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import { notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { BadgeAward } from '../badge.contract.ts'
import { getBadge, mayDesign, refuseUnlessDesigner } from './designs.ts'

/** SQL condition: an award `a` names no course, or one that the reader may see and that is there. */
const courseSeen = (scope: Scope) => sql<boolean>`(a.course_id is null or exists (select from courses c
  join groups g on g.org_id = c.org_id and g.id = c.group_id where c.org_id = a.org_id and c.id = a.course_id
    and c.published_at is not null and c.retired_at is null and ${groupVisible(scope, 'g')}))`

/** Awards that stand (or were revoked, too), with the words and the drawing of when they were made. */
export const awardRows = (scope: Scope, which: 'standing' | 'revoked too' = 'standing') =>
  scope.db
    .selectFrom('badgeAwards as a')
    .innerJoin('badgeVersions as v', (join) =>
      join
        .onRef('v.orgId', '=', 'a.orgId')
        .onRef('v.badgeId', '=', 'a.badgeId')
        .onRef('v.number', '=', 'a.version'),
    )
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'a.orgId').onRef('m.id', '=', 'a.memberId'),
    )
    .leftJoin('members as w', (join) =>
      join.onRef('w.orgId', '=', 'a.orgId').onRef('w.id', '=', 'a.awardedBy'),
    )
    .leftJoin('courses as c', (join) =>
      join.onRef('c.orgId', '=', 'a.orgId').onRef('c.id', '=', 'a.courseId'),
    )
    .select(['a.id', 'a.badgeId', 'a.level', 'a.reason', 'a.awardedAt', 'a.isShown', 'a.courseId'])
    .select(['v.name', 'v.description', 'v.criteria', 'v.levels', 'v.drawing', 'c.title as courseTitle'])
    .select(['m.id as memberId', 'm.name as memberName', 'm.title as memberTitle'])
    .select(['w.id as awarderId', 'w.name as awarderName', 'w.title as awarderTitle'])
    .select(courseSeen(scope).as('courseSeen'))
    .where('a.orgId', '=', scope.org)
    .$if(which === 'standing', (rows) => rows.where('a.revokedAt', 'is', null))

type Row = Awaited<ReturnType<ReturnType<typeof awardRows>['execute']>>[number]

export function awardOf(scope: Scope, row: Row): BadgeAward {
  const { awarderId: id, awarderName: name, awarderTitle: title } = row
  const isParty = [row.memberId, id].includes(scope.actor.id)
  return {
    id: row.id,
    badgeId: row.badgeId,
    name: row.name,
    description: row.description,
    criteria: row.criteria,
    levels: row.levels as BadgeAward['levels'],
    drawing: row.drawing as BadgeAward['drawing'],
    level: row.level,
    member: { id: row.memberId, name: row.memberName, title: row.memberTitle },
    awardedBy: id === null || name === null || title === null ? null : { id, name, title },
    reason: row.courseSeen || isParty ? row.reason : '',
    course: row.courseId && row.courseSeen ? { id: row.courseId, title: row.courseTitle ?? '' } : null,
    awardedAt: row.awardedAt,
    isShown: row.isShown,
    can: { revoke: id === scope.actor.id || (mayDesign(scope) && row.memberId !== scope.actor.id) },
  }
}

/** One award that stands; throws 404. */
export async function findAward(
  scope: Scope,
  id: string,
  which: 'standing' | 'revoked too' = 'standing',
): Promise<BadgeAward> {
  const row = await awardRows(scope, which).where('a.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('badge-award')
  return awardOf(scope, row)
}

/** One that the actor holds themselves; throws 404 for others'. */
export async function findOwnAward(scope: Scope, id: string): Promise<BadgeAward> {
  const award = await findAward(scope, id)
  if (award.member.id !== scope.actor.id) throw notFound('badge-award')
  return award
}

interface Paging {
  limit: number
  after?: string | undefined
}

async function pageOfAwards(
  scope: Scope,
  rows: ReturnType<typeof awardRows>,
  { limit, after: cursor }: Paging,
) {
  const after = readCursor(cursor, 'id')
  const further = after ? rows.where('a.id', '<', String(after[0])) : rows
  const found = await further
    .orderBy('a.id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = pageOf(found, limit, ({ id }) => [id])
  return { items: page.items.map((row) => awardOf(scope, row)), next: page.next }
}

/** Who holds a badge, newest first. */
export async function listBadgeAwards(scope: Scope, badgeId: string, query: Paging) {
  await getBadge(scope, badgeId)
  refuseUnlessDesigner(scope)
  return pageOfAwards(scope, awardRows(scope).where('a.badgeId', '=', badgeId), query)
}

/** SQL condition: no award of a higher level of the same badge stands. */
const isHighest = sql<boolean>`not exists (select from badge_awards h where h.org_id = a.org_id
  and h.member_id = a.member_id and h.badge_id = a.badge_id and h.level > a.level and h.revoked_at is null)`

/** What somebody holds and shows, each badge at its highest level; of oneself also what is not shown. */
export async function listMemberBadges(scope: Scope, memberId: string, query: Paging) {
  await refuseUnknownMember(scope, memberId)
  let rows = awardRows(scope).where('a.memberId', '=', memberId).where(isHighest)
  if (memberId !== scope.actor.id) rows = rows.where('a.isShown', '=', true)
  return pageOfAwards(scope, rows, query)
}

/** Throws 404 for whom the organization does not know. */
export async function refuseUnknownMember(scope: Scope, memberId: string): Promise<void> {
  const known = await scope.db
    .selectFrom('members')
    .select('id')
    .where('orgId', '=', scope.org)
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!known) throw notFound('member')
}
