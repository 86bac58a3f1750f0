import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { forgetBase, forgettingPacked } from '../detection/base.ts'
import { saidKinds } from './kinds.ts'
import { fromSurveys, ownSources } from './sources.ts'
import { countUseful } from './useful.ts'

/**
 * Deletes what is kept of a member who takes no part any more: what they did for others, what they said of others, and
 * their name where somebody did something for them.
 */
export const forgetSignalsOf = (scope: Scope, memberId: string): Promise<void> =>
  forgettingPacked(scope, memberId, () => forgetRowsOf(scope, memberId))

async function forgetRowsOf(scope: Scope, memberId: string): Promise<void> {
  const { org, db } = scope
  const isTheirs = sql`(helped_id = ${memberId} or veiled_id = ${memberId})`
  await sql`delete from signals where org_id = ${org} and helper_id = ${memberId}`.execute(db)
  const { rows } = await sql<{ courseId: string | null }>`
    with said as (delete from signals where org_id = ${org} and ${isTheirs} and kind = any(${saidKinds}::text[])
      returning kind, subject_id)
    select distinct case when kind in ('useful', 'outdated') then subject_id end as course_id from said`.execute(
    db,
  )
  await sql`update signals set helped_id = null, veiled_id = null where org_id = ${org} and ${isTheirs}`.execute(
    db,
  )
  for (const { courseId } of rows) if (courseId !== null) await countUseful(scope, courseId)
}

/** Deletes all that was kept, up to the scope's moment, for a purpose that was switched off. */
export async function forgetSignals(scope: Scope, purpose: string): Promise<void> {
  const those = {
    detection: sql<boolean>`true`,
    imports: sql<boolean>`source <> all(${ownSources}::text[])`,
    survey: sql<boolean>`source = ${fromSurveys}`,
  }[purpose]
  if (!those) return
  await forgetBase(scope)
  await scope.db
    .deleteFrom('signals')
    .where('orgId', '=', scope.org)
    .where('keptAt', '<=', scope.now.toISOString())
    .where(those)
    .execute()
}
