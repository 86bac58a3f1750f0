import { sql } from 'kysely'
import { groupVisible } from '#people'
import { pageOf, readCursor } from '#platform/db/paging'
import type { Scope } from '#platform/scope'
import type { HealthKind } from '../health.contract.ts'
import { itemsThat, led } from './rows.ts'

type Of = 'mine' | 'groups'

const those = (scope: Scope, of: Of) =>
  of === 'mine' ? sql<boolean>`i.owner_id = ${scope.actor.id}` : led(scope)

interface ItemsQuery {
  limit: number
  after?: string | undefined
  of: Of
  state: 'open' | 'closed'
  kind?: HealthKind | undefined
}

/** Content to look after, first due first; what was closed, the latest opened first. */
export async function listHealthItems(scope: Scope, query: ItemsQuery) {
  const isOpen = query.state === 'open'
  const after = isOpen ? readCursor(query.after, 'text', 'id') : readCursor(query.after, 'id')
  const behind = isOpen
    ? sql`(i.due_on, i.id) > (${after?.[0]}, ${after?.[1]}::uuid)`
    : sql`i.id < ${after?.[0]}::uuid`
  const which = sql<boolean>`${those(scope, query.of)} and (i.closed_at is null) = ${isOpen}
    and ${query.kind ? sql`i.kind = ${query.kind}` : sql`true`} and ${after ? behind : sql`true`}`
  const order = isOpen ? sql`i.due_on, i.id` : sql`i.id desc`
  const rows = await itemsThat(scope, which, { order, limit: query.limit + 1 })
  return pageOf(rows, query.limit, ({ dueOn, id }) => (isOpen ? [dueOn, id] : [id]))
}

/** How many are open, by kind. */
export async function countHealthItems(scope: Scope, { of }: { of: Of }) {
  const { rows } = await sql<{ kind: HealthKind; count: number }>`
    select i.kind, count(*)::int as count from health_items i
      join courses c on c.org_id = i.org_id and c.id = i.course_id
      join groups g on g.org_id = c.org_id and g.id = c.group_id
    where i.org_id = ${scope.org} and i.closed_at is null and ${groupVisible(scope, 'g')} and ${those(scope, of)}
    group by i.kind`.execute(scope.db)
  const countOf = (kind: HealthKind) => rows.find((row) => row.kind === kind)?.count ?? 0
  return {
    verify: countOf('verify'),
    edit: countOf('edit'),
    merge: countOf('merge'),
    retire: countOf('retire'),
  }
}
