import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#platform/scope'

/** SQL condition: a member `m` is here and in the community: leads a group, or administers one. */
export const inCommunity: RawBuilder<boolean> = sql<boolean>`(m.left_at is null and exists (select from roles r
  where r.org_id = m.org_id and r.member_id = m.id and r.role in ('leader', 'admin')))`

/** Those of some members who are in the community. */
export async function among(scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select m.id from members m
    where m.org_id = ${scope.org} and m.id = any(${[...ids]}::uuid[]) and ${inCommunity}`.execute(scope.db)
  return new Set(rows.map(({ id }) => id))
}
