import { sql } from 'kysely'
import type { z } from 'zod'
import { privacy } from '#leader'
import type { member } from '#people/contract.ts'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import { refuseUnlessAdmin } from '../../settings/settings.ts'
import { windowStart } from './figures.ts'
import { enterPlace, peopleHere, worksIn } from './place.ts'

interface Asked {
  groupId?: string | undefined
  days: string
  limit: number
  after?: string | undefined
}

/** Whom nobody thanked in what is looked at, by name; for administrators, and nobody where it is switched off. */
export async function listNeverThanked(scope: Scope, { groupId: asked, days, limit, after }: Asked) {
  const from = readCursor(after, 'text', 'id')
  refuseUnlessAdmin(scope)
  const { groupId } = await enterPlace(scope, asked)
  const { rows } = await sql<z.output<typeof member>>`
    with people as materialized (${peopleHere(scope)})
    select p.id, p.name, p.title from people p
    where ${worksIn(scope, groupId)} and ${privacy.isOnNow(scope, 'fairness')} and ${from === null ? sql`true` : sql`(lower(p.name), p.id) > (${from[0]}, ${from[1]}::uuid)`}
      and not exists (select from kudos k where k.org_id = ${scope.org} and k.to_id = p.id
        and k.withdrawn_at is null and k.given_at >= ${windowStart(scope, Number(days))})
    order by lower(p.name), p.id limit ${limit + 1}`.execute(scope.db)
  return pageOf(rows, limit, ({ name, id }) => [name.toLowerCase(), id])
}
