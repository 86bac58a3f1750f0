import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import type { HealthKind } from '../health.contract.ts'
import type { Said } from './words.ts'

/** What is stored of a course that was published, as it bears on its health. */
export interface Stored {
  id: string
  ownerId: string | null
  verifyBy: string | null
  publishedAt: string
  verifiedAt: string | null
  retiredAt: string | null
  mergedInto: string | null
  /** Nobody has begun it since `unusedFrom`, and it was there then. */
  isUnused: boolean
}

export interface StoredItem {
  id: string
  courseId: string
  kind: HealthKind
  why: string[]
  otherId: string | null
  isOtherThere: boolean
  openedAt: string
  closedAt: string | null
  outcome: string | null
}

/** Some courses that are published, in the order of their ids. */
export async function publishedAfter(scope: Quiet, after: string | null, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from courses where org_id = ${scope.org}
    and published_at is not null and retired_at is null and discarded_at is null
    and ${after ? sql`id > ${after}::uuid` : sql`true`} order by id limit ${limit}`.execute(scope.db)
  return rows.map(({ id }) => id)
}

/**
 * SQL: who looks after a course `c`: its author, or, once they have left, who leads, manages or administers the nearest
 * group above it. `a` is the author.
 */
export const ownerOf = sql`case when a.left_at is null then a.id else (
  select r.member_id from groups g cross join lateral unnest(g.path) with ordinality p (id, depth)
    join roles r on r.org_id = g.org_id and r.group_id = p.id and r.role in ('leader', 'manager', 'admin')
    join members m on m.org_id = r.org_id and m.id = r.member_id and m.left_at is null
  where g.org_id = c.org_id and g.id = c.group_id
  order by p.depth desc, array_position(array['leader', 'manager', 'admin'], r.role), r.granted_at, r.member_id limit 1) end`

/** The stored state of some courses; those that were never published are left out. */
export async function readStored(scope: Quiet, ids: string[], unusedFrom: Date): Promise<Stored[]> {
  const from = unusedFrom.toISOString()
  const { rows } = await sql<Stored>`
    select c.id, ${ownerOf} as owner_id, c.verify_by, c.published_at, c.retired_at, c.merged_into,
      (select max(v.at) from course_verifications v where v.org_id = c.org_id and v.course_id = c.id
        and v.version = c.published_version) as verified_at,
      c.first_published_at < ${from}::timestamptz and not exists (select from enrollments e where e.org_id = c.org_id
        and e.course_id = c.id and e.started_at >= ${from}::timestamptz) as is_unused
    from courses c join members a on a.org_id = c.org_id and a.id = c.author_id
    where c.org_id = ${scope.org} and c.id = any(${ids}::uuid[]) and c.published_at is not null
    order by c.id`.execute(scope.db)
  return rows
}

/** What readers said of some courses and their parts; authors say nothing of their own. */
export async function readSaid(scope: Quiet, ids: string[]): Promise<(Said & { courseId: string })[]> {
  const { rows } = await sql<Said & { courseId: string }>`
    select s.subject_id as course_id, s.member_id, s.anchor, s.kind, s.at from reactions s
      join courses c on c.org_id = s.org_id and c.id = s.subject_id and c.author_id <> s.member_id
    where s.org_id = ${scope.org} and s.subject = 'course' and s.subject_id = any(${ids}::uuid[])`.execute(
    scope.db,
  )
  return rows
}

/** What is or was to be looked after in some courses, the latest first. */
export async function readItems(scope: Quiet, ids: string[]): Promise<StoredItem[]> {
  const { rows } = await sql<StoredItem>`
    select i.id, i.course_id, i.kind, i.why, i.other_id, i.opened_at, i.closed_at, i.outcome,
      exists (select from courses o where o.org_id = i.org_id and o.id = i.other_id and o.published_at is not null
        and o.retired_at is null) as is_other_there
    from health_items i where i.org_id = ${scope.org} and i.course_id = any(${ids}::uuid[])
    order by i.id desc`.execute(scope.db)
  return rows
}

/** How alike two titles are at least that say nearly the same, 0 to 1. */
const alikeFrom = 0.6

/**
 * The published course that a course says nearly the same as by its title, in its language, where everybody who sees one
 * sees the other; not one of which somebody has said that both are needed.
 */
export async function findTwin(scope: Quiet, courseId: string): Promise<string | null> {
  const alike = sql`similarity(folded(ov.title), folded(cv.title))`
  const { rows } = await sql<{ id: string }>`
    select o.id from courses c
      join course_versions cv on cv.org_id = c.org_id and cv.course_id = c.id and cv.number = c.published_version
      join groups cg on cg.org_id = c.org_id and cg.id = c.group_id
      join courses o on o.org_id = c.org_id and o.id <> c.id and o.published_at is not null and o.retired_at is null
      join course_versions ov on ov.org_id = o.org_id and ov.course_id = o.id and ov.number = o.published_version
      join groups og on og.org_id = o.org_id and og.id = o.group_id
    where c.org_id = ${scope.org} and c.id = ${courseId}
      and coalesce(ov.language, o.language) = coalesce(cv.language, c.language)
      and (og.id = cg.id or not (og.private or cg.private)) and ${alike} >= ${alikeFrom}
      and not exists (select from health_items i where i.org_id = c.org_id and i.kind = 'merge'
        and ((i.course_id = c.id and i.other_id = o.id and i.outcome = 'dismissed')
          or (i.course_id = o.id and i.other_id = c.id and (i.closed_at is null or i.outcome = 'dismissed'))))
    order by ${alike} desc, o.id limit 1`.execute(scope.db)
  return rows[0]?.id ?? null
}
