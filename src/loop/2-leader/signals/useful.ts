import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { notingChange } from './note.ts'
import { ours } from './sources.ts'

/** How many found a course useful, those who found it outdated taken off, stands beside its publication. */
export async function countUseful(scope: Scope, courseId: string): Promise<void> {
  await notingChange(
    scope,
    sql`source = ${ours} and key = ${`course:${courseId}`}`,
    sql`useful = (select count(*) filter (where w.kind = 'useful') - count(*) filter (where w.kind = 'outdated')
      from signals w where w.org_id = ${scope.org} and w.subject_id = ${courseId} and w.kind in ('useful', 'outdated'))`,
  )
}
