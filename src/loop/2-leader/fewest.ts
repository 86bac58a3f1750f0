import { type RawBuilder, sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import type { Fewest } from './fewest.contract.ts'
import { leastShown, usualFewest } from './fewest-limits.ts'

/**
 * SQL: what is known of somebody who helped fewer different people, or of fewer people together, is told to nobody else:
 * it would say who those are. Each statement asks for itself, so that raising it hides at once.
 */
export const fewestTold = ({ org }: Pick<Quiet, 'org'>): RawBuilder<number> =>
  sql<number>`coalesce((select f.people from fewest_told f where f.org_id = ${org}), ${usualFewest}::int)`

/** SQL: whoever helped fewer is not among the first, and where fewer helped nothing flows between groups: too little is known. */
export const fewestShown = (scope: Pick<Quiet, 'org'>): RawBuilder<number> =>
  sql<number>`greatest(${fewestTold(scope)}, ${leastShown}::int)`

/** Both, for what is judged outside the database. */
export async function readFewest(scope: Quiet): Promise<Fewest> {
  const { rows } =
    await sql<Fewest>`select ${fewestTold(scope)} as told, ${fewestShown(scope)} as shown`.execute(scope.db)
  return rows[0] as Fewest
}
