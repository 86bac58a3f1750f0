import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { canBeLookedAt, type KnownFile } from './look.ts'

/** So long a course waits for somebody to look at its pictures: no course is stuck because nobody does. */
const longestWait = 10 * 60_000

/** How many of some files of a course are pictures that came in lately and are still to be looked at. */
export async function countPending(
  { org, db, now }: Scope,
  courseId: string,
  assets: readonly string[],
): Promise<number> {
  if (assets.length === 0) return 0
  const since = new Date(now.getTime() - longestWait).toISOString()
  const { rows } = await sql<KnownFile>`
    select a.media_type, a.size, a.width, a.height from assets a
    where a.org_id = ${org} and a.course_id = ${courseId} and a.id = any(${assets}::uuid[]) and a.finished_at > ${since}
      and not exists (select from picture_looks l where l.org_id = a.org_id and l.asset_id = a.id and l.is_done)`.execute(
    db,
  )
  return rows.filter(canBeLookedAt).length
}
