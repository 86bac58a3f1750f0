import { type RawBuilder, sql } from 'kysely'
import { conflict } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { mayKeepFor } from '../purposes.ts'

/**
 * SQL condition on surveys `s`: the purpose, which is off until somebody decides, and the detection that it is for have
 * been on ever since it was opened. What was open when one of them was switched off is gone, even before a job deletes it.
 */
export const isStanding: RawBuilder<boolean> = sql<boolean>`exists (select from purposes p
    where p.org_id = s.org_id and p.purpose = 'survey' and p.on_since <= s.opened_at)
  and not exists (select from purposes p
    where p.org_id = s.org_id and p.purpose = 'detection' and (p.on_since is null or p.on_since > s.opened_at))`

/** SQL condition on surveys `s`: one may answer at this moment. */
export const isOpen = ({ now }: Pick<Scope, 'now'>): RawBuilder<boolean> =>
  sql<boolean>`(s.closed_at is null and s.ends_at > ${now.toISOString()}::timestamptz)`

/** Refuses while surveys, or the detection that they are for, are switched off; they stay on until the transaction ends. */
export async function refuseUnlessOn(scope: Scope): Promise<void> {
  for (const purpose of ['survey', 'detection'] as const)
    if (!(await mayKeepFor(scope, purpose))) throw conflict('survey.off')
}
