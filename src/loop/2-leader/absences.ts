import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'

/** Whoever keeps things on many at once waits for those who are just leaving, and they for it. */
export const absencesOf = ({ org }: Pick<Quiet, 'org'>) => sql`hashtextextended(${`absences ${org}`}, 0)`

/** Nobody leaves or returns until the transaction ends. */
export async function lockAbsences(scope: Quiet): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${absencesOf(scope)})`.execute(scope.db)
}
