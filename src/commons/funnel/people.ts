import { sql } from 'kysely'
import { privacy } from '#leader'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import { at, type FunnelQuery, people, refuseOthers } from './cohort.ts'
import type { named } from './stages.ts'

interface PeopleQuery extends FunnelQuery {
  stage: (typeof named)[number]
  limit: number
  after?: string | undefined
}

/** The people who came to a stage, by name; nobody where their figure is not told. Throws as `getLeaderFunnel` does. */
export async function listFunnelPeople(scope: Scope, { stage, limit, after, ...query }: PeopleQuery) {
  const from = readCursor(after, 'text', 'id')
  await refuseOthers(scope, query)
  const { rows } = await sql<{ id: string; name: string; title: string; key: string }>`
    with known as (select * from ${people(scope, query)})
    select p.member_id as id, p.name, p.title, folded(p.name) as key from known p
    where ${at(stage)} is not null and (select count(*) from known) >= ${privacy.fewestTold(scope)}
      and ${from ? sql`(folded(p.name), p.member_id) > (${from[0]}, ${from[1]}::uuid)` : sql`true`}
    order by folded(p.name), p.member_id limit ${limit + 1}`.execute(scope.db)
  const { items, next } = pageOf(rows, limit, ({ key, id }) => [key, id])
  return { items: items.map(({ key: _, ...member }) => member), next }
}
