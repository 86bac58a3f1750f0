import { sql } from 'kysely'
import type { FactData } from '#facts'
import { groupVisible, holds, personIfAny } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import { fewestTold } from './fewest.ts'
import type { HistoryEntry, Step } from './history.contract.ts'

/**
 * What is told of: what the organization decided and did. What a member chose for themselves (to take no part, to answer,
 * to contest) is left out, and so is whom something was decided about.
 */
const told = [
  'purpose.set',
  'fewest.set',
  'detection.weighed',
  'import.started',
  'import.finished',
  'import.withdrawn',
  'survey.opened',
  'survey.closed',
] as const satisfies readonly Step['did'][]

type Row = {
  [Type in Step['did']]: {
    id: string
    type: Type
    at: string
    by: HistoryEntry['by']
    data: FactData<Type>
    group: { id: string; name: string }
  }
}[Step['did']]

/** Steps of each kind by themselves, for of all that happened they are few. Of surveys those of groups that the reader may see. */
async function rowsOf(scope: Scope, before: string | null, limit: number): Promise<Row[]> {
  const older = before === null ? sql`` : sql`and f.id < ${before}::uuid`
  const { rows } = await sql<Row>`
    select f.id, f.type, f.at, f.data, ${personIfAny('m')} as by,
      case when f.group_id is not null then json_build_object('id', f.group_id, 'name', f.group_name) end as "group"
    from unnest(${[...told]}::text[]) as t (type)
    cross join lateral (
      select f.org_id, f.id, f.type, f.at, f.data, f.actor_id, g.id as group_id, g.name as group_name
      from facts f
      left join groups g on g.org_id = f.org_id and g.id = (f.data ->> 'groupId')::uuid
      where f.org_id = ${scope.org} and f.type = t.type ${older} and (g.id is null or ${groupVisible(scope, 'g')})
      order by f.id desc limit ${limit}) f
    left join members m on m.org_id = f.org_id and m.id = f.actor_id
    order by f.id desc limit ${limit}`.execute(scope.db)
  return rows
}

function stepOf(row: Row, isAdmin: boolean): Step {
  switch (row.type) {
    case 'purpose.set': {
      const { purpose, before, ...now } = row.data
      return { did: row.type, purpose, now, before } as Step
    }
    case 'fewest.set':
      return { did: row.type, now: row.data.people, before: row.data.before }
    case 'detection.weighed': {
      const { before, ...now } = row.data
      return { did: row.type, now, before }
    }
    case 'import.finished': {
      const { source, lines, kept, rejected } = row.data
      return { did: row.type, file: isAdmin ? { source, counts: { lines, kept, rejected } } : null }
    }
    case 'import.started':
    case 'import.withdrawn':
      return { did: row.type, file: isAdmin ? { source: row.data.source, counts: null } : null }
    case 'survey.opened':
      return { did: row.type, group: row.group, endsAt: row.data.endsAt }
    case 'survey.closed':
      return { did: row.type, group: row.group }
  }
}

const year = 365 * 86_400_000

/** Of how many members it was decided in the last year whether to ask them: null while they are too few to be told of. */
export async function countNominated(scope: Scope): Promise<{ people: number | null }> {
  const since = new Date(scope.now.getTime() - year).toISOString()
  const { rows } = await sql<{ people: number | null }>`
    select case when n.people >= ${fewestTold(scope)} then n.people end as people
    from (select count(distinct f.data ->> 'memberId')::int as people from facts f
      where f.org_id = ${scope.org} and f.type = 'nomination.decided' and f.id >= uuid_at(${since})) n`.execute(
    scope.db,
  )
  return { people: rows[0]?.people ?? null }
}

/** What the organization decided and did to find out about its people, the latest first: every member reads it. */
export async function listDetectionHistory(
  scope: Scope,
  query: { limit: number; after?: string | undefined },
) {
  const after = readCursor(query.after, 'id')
  const isAdmin = holds(scope.actor, [scope.org])
  const rows = await rowsOf(scope, after && String(after[0]), query.limit + 1)
  const entries = rows.map((row): HistoryEntry => {
    const { id, at, by } = row
    return { id, at, by, step: stepOf(row, isAdmin) }
  })
  return pageOf(entries, query.limit, ({ id }) => [id])
}
