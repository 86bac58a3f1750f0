import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { forgetBase, forgettingPacked } from '../detection/base.ts'
import { fromSurveys, ownSources } from './sources.ts'

/**
 * Deletes what is kept of a member who takes no part any more, and their name where they were helped; whom they named in a
 * survey, they named by themselves, so that is deleted whole.
 */
export const forgetSignalsOf = (scope: Scope, memberId: string): Promise<void> =>
  forgettingPacked(scope, memberId, () => forgetRowsOf(scope, memberId))

async function forgetRowsOf(scope: Scope, memberId: string): Promise<void> {
  await scope.db
    .deleteFrom('signals')
    .where('orgId', '=', scope.org)
    .where('helperId', '=', memberId)
    .execute()
  await scope.db
    .deleteFrom('signals')
    .where('orgId', '=', scope.org)
    .where('source', '=', fromSurveys)
    .where('helpedId', '=', memberId)
    .execute()
  await scope.db
    .updateTable('signals')
    .set({ helpedId: null })
    .where('orgId', '=', scope.org)
    .where('helpedId', '=', memberId)
    .execute()
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
