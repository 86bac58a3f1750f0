import { type RawBuilder, sql } from 'kysely'
import { privacy } from '#leader'
import { pageOf, readCursor } from '#platform/db/paging'
import { forbidden } from '#platform/problem'
import type { Scope } from '#platform/scope'
import { at, type FunnelQuery, furthest, people, refuseOthers, why as whyOf } from './cohort.ts'
import { isNamedStop, type named, type stops, type Why } from './stages.ts'

interface Asked extends FunnelQuery {
  limit: number
  after?: string | undefined
}

interface Member {
  id: string
  name: string
  title: string
}

/** The people who came to a stage, by name; nobody where their figure is not told. Throws as `getLeaderFunnel` does. */
export function listFunnelPeople(
  scope: Scope,
  { stage, ...asked }: Asked & { stage: (typeof named)[number] },
) {
  return listThose(scope, asked, sql<boolean>`${at(stage)} is not null`)
}

/**
 * The people who have come no further than a stage, or only those for one reason; nobody where that figure is not told. Throws
 * as `getLeaderFunnel` does, and 403 for a reason that tells what somebody answered.
 */
export async function listFunnelStopped(
  scope: Scope,
  { stage, why, ...asked }: Asked & { stage: (typeof stops)[number]; why?: Why | undefined },
) {
  if (why === undefined) return await listThose(scope, asked, sql<boolean>`p.furthest = ${stage}`)
  if (!isNamedStop(stage, why)) throw forbidden('funnel.answer-is-theirs')
  const isTold = sql<boolean>`(select count(*) from known p where p.furthest = ${stage}) >= ${privacy.fewestTold(scope)}`
  return await listThose(
    scope,
    asked,
    sql<boolean>`p.furthest = ${stage} and ${whyOf} = ${why} and ${isTold}`,
  )
}

/** Those people `p` of the funnel whom a condition means, page by page by their names. */
async function listThose(scope: Scope, { limit, after, ...query }: Asked, isMeant: RawBuilder<boolean>) {
  const from = readCursor(after, 'text', 'id')
  await refuseOthers(scope, query)
  const { rows } = await sql<Member & { key: string }>`
    with known as (select p.*, ${furthest} as furthest from ${people(scope, query)})
    select p.member_id as id, p.name, p.title, folded(p.name) as key from known p
    where ${isMeant} and (select count(*) from known) >= ${privacy.fewestTold(scope)}
      and ${from ? sql`(folded(p.name), p.member_id) > (${from[0]}, ${from[1]}::uuid)` : sql`true`}
    order by folded(p.name), p.member_id limit ${limit + 1}`.execute(scope.db)
  const { items, next } = pageOf(rows, limit, ({ key, id }) => [key, id])
  return { items: items.map(({ key: _, ...member }): Member => member), next }
}
