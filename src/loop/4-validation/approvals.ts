import { sql } from 'kysely'
import { findPublishedCourse } from '#course'
import { person } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { LastVerified } from './contract.ts'

interface Approval {
  id: string
  name: string
  title: string
  at: string
}

/**
 * Who approved the published version of a course, each once, in the order in which they did; what they wrote stays
 * between them and its author, and of a blind review nobody learns who gave it.
 */
export async function listApprovals(
  scope: Scope,
  courseId: string,
  query: { limit: number; after?: string | undefined },
) {
  const { publishedVersion } = await findPublishedCourse(scope, courseId)
  const after = readCursor(query.after, 'moment', 'id')
  const { rows } = await sql<Approval>`
    select m.id, m.name, m.title, min(w.given_at) as at
    from reviews r join reviewers w on w.org_id = r.org_id and w.review_id = r.id
      join members m on m.org_id = w.org_id and m.id = w.member_id
    where r.org_id = ${scope.org} and r.course_id = ${courseId} and r.version = ${publishedVersion}
      and w.verdict = 'approve' and not r.is_blind
    group by m.org_id, m.id
    ${after ? sql`having (min(w.given_at), m.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by at, m.id limit ${query.limit + 1}`.execute(scope.db)
  const { items, next } = pageOf(rows, query.limit, (row) => [row.at, row.id])
  return { items: items.map(({ at, ...member }) => ({ member, at })), next }
}

/**
 * When what is published of a course was last said to hold: by whoever looked at it again, or approved it. Who has left
 * is not named, nor who approved it in a blind review.
 */
export async function getLastVerified(scope: Scope, courseId: string): Promise<LastVerified> {
  const { publishedVersion } = await findPublishedCourse(scope, courseId)
  const { rows } = await sql<NonNullable<LastVerified['last']>>`
    select said.at, case when m.left_at is null and not said.is_blind then ${person('m')} end as by
    from (
      select w.member_id, w.given_at as at, r.is_blind from reviews r join reviewers w on w.org_id = r.org_id and w.review_id = r.id
      where r.org_id = ${scope.org} and r.course_id = ${courseId} and r.version = ${publishedVersion} and w.verdict = 'approve'
      union all
      select v.member_id, v.at, false from course_verifications v
      where v.org_id = ${scope.org} and v.course_id = ${courseId} and v.version = ${publishedVersion}
    ) said join members m on m.org_id = ${scope.org} and m.id = said.member_id
    order by said.at desc, m.id limit 1`.execute(scope.db)
  return { last: rows[0] ?? null }
}
