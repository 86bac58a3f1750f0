import { sql } from 'kysely'
import { groupVisible } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import { stepsOffered } from './offers.ts'
import { ofOneself, ofOther, seenBy, volunteersThat } from './rows.ts'

/** Where the actor volunteers, the latest first, and what they may begin with. */
export async function getVolunteering(scope: Scope) {
  const mine = sql<boolean>`v.member_id = ${scope.actor.id} and ${groupVisible(scope, 'g')}`
  const [rows, offers] = await Promise.all([
    volunteersThat(scope, mine, { order: sql`v.came_at desc, v.id desc`, limit: 100 }),
    stepsOffered(scope),
  ])
  return { items: rows.map(ofOneself), offers }
}

interface Query {
  limit: number
  after?: string | undefined
  show: 'waiting' | 'all'
}

/** Volunteers whom the actor is to greet, or for whose group they answer; the longest waiting first. */
export async function listVolunteers(scope: Scope, { limit, after, show }: Query) {
  const from = readCursor(after, 'moment', 'id')
  const conditions = [
    seenBy(scope),
    ...(show === 'waiting' ? [sql<boolean>`v.greeted_at is null`] : []),
    ...(from ? [sql<boolean>`(v.came_at, v.id) > (${from[0]}::timestamptz, ${from[1]}::uuid)`] : []),
  ]
  const rows = await volunteersThat(scope, sql<boolean>`${sql.join(conditions, sql` and `)}`, {
    limit: limit + 1,
  })
  const { items, next } = pageOf(rows, limit, ({ cameAt, id }) => [cameAt, id])
  return { items: items.map(ofOther), next }
}
