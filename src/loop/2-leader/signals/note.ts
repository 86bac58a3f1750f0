import { type RawBuilder, sql } from 'kysely'
import { holdTogether } from '#platform/db/locks'
import type { Quiet } from '#platform/scope'

/** Whoever changes signals and whoever begins to pack them wait for each other: what one does not see the other notes. */
export const baseOf = ({ org }: Pick<Quiet, 'org'>): string => `base ${org}`

const told = sql`helper_id, helped_id, at, kind, subject_id, topic, useful`
/** SQL: the same of a signal, with whom it helped also where nobody is told. */
const toldOf = sql`helper_id, coalesce(helped_id, veiled_id) as helped_id, at, kind, subject_id, topic, useful`

/** SQL: notes rows of `told` with how often they came, where signals are packed. */
const noted = ({ org }: Quiet, rows: RawBuilder<unknown>) => sql`
  insert into signal_changes (org_id, times, helper_id, helped_id, at, kind, subject_id, topic, useful)
  select ${org}::uuid, times, ${told} from (${rows}) rows
  where exists (select from counted_bases b where b.org_id = ${org})`

/** Inserts (1) or deletes (-1) signals by a statement, and notes them for the next count (docs/decisions/0029). */
export async function noting(scope: Quiet, times: 1 | -1, statement: RawBuilder<unknown>): Promise<void> {
  await holdTogether(scope, baseOf(scope))
  const rows = sql`select ${times}::int as times, ${told} from changed`
  await sql`with changed as (${statement} returning ${toldOf}) ${noted(scope, rows)}`.execute(scope.db)
}

/** Changes what some signals of the organization say (`set`, as of an update), and notes what became of them. */
export async function notingChange(
  scope: Quiet,
  those: RawBuilder<unknown>,
  set: RawBuilder<unknown>,
): Promise<void> {
  await holdTogether(scope, baseOf(scope))
  const which = sql`org_id = ${scope.org} and ${those}`
  const rows = sql`select -1 as times, ${told} from before union all select 1, ${told} from changed`
  await sql`with before as (select ${toldOf} from signals where ${which} for update),
    changed as (update signals set ${set} where ${which} returning ${toldOf})
    ${noted(scope, rows)}`.execute(scope.db)
}
