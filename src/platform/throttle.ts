import { sql } from 'kysely'
import { hashOf } from '#platform/http/identity'
import { Problem } from '#platform/problem'
import type { Scope } from '#platform/scope'

/**
 * Counts one try at a door and refuses (429) above `limit` tries within `minutes`. `what` names the door, `who`
 * the address or account; only a hash of both is stored.
 */
export async function countTry(
  scope: Scope,
  what: string,
  who: string,
  limit: number,
  minutes: number,
): Promise<void> {
  const now = scope.now.toISOString()
  const { rows } = await sql<{ count: number; until: string }>`
    insert into throttles as t (key, count, until)
    values (${keyOf(what, who)}, 1, ${now}::timestamptz + make_interval(mins => ${minutes}))
    on conflict (key) do update set
      count = case when t.until < ${now} then 1 else t.count + 1 end,
      until = case when t.until < ${now} then excluded.until else t.until end
    returning count, until`.execute(scope.db)
  refuseAbove(scope, what, limit, rows[0])
}

/** Refuses (429) when more than `limit` tries were counted; counts none, so that many may come at once. */
export async function refuseMoreTries(scope: Scope, what: string, who: string, limit: number): Promise<void> {
  const { rows } = await sql<{ count: number; until: string }>`select count, until from throttles
    where key = ${keyOf(what, who)} and until >= ${scope.now.toISOString()}`.execute(scope.db)
  refuseAbove(scope, what, limit - 1, rows[0])
}

const keyOf = (what: string, who: string) => hashOf(`${what}\n${who.toLowerCase()}`)

function refuseAbove(
  scope: Scope,
  what: string,
  limit: number,
  row: { count: number; until: string } | undefined,
): void {
  if (!row || row.count <= limit) return
  const seconds = Math.ceil((Date.parse(row.until) - scope.now.getTime()) / 1000)
  throw new Problem(429, `${what}.too-many-tries`, {
    retryAfter: seconds,
    minutes: Math.ceil(seconds / 60),
  })
}

/** Forgets the tries at a door: the right person came in. */
export async function forgetTries(scope: Scope, what: string, who: string): Promise<void> {
  await sql`delete from throttles where key = ${keyOf(what, who)}`.execute(scope.db)
}
