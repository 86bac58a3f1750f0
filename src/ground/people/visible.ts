import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { openedGroups } from './policy.ts'

/** SQL condition: a member `m` may see what belongs to a group `g`. */
const enters = sql<boolean>`(not g.private or exists (select from roles r join groups o on o.org_id = r.org_id and o.id = r.group_id
  where r.org_id = m.org_id and r.member_id = m.id and o.id = any(g.path) and (o.private or r.role <> 'learner')))`

/** SQL condition: a member `m` may see what belongs to the group of this id. */
export const mayEnterIn = (groupId: string) =>
  sql<boolean>`exists (select from groups g where g.org_id = m.org_id and g.id = ${groupId} and ${enters})`

/** Those of some members who are here and may see a group: what `mayEnter` says of an actor, asked of others. */
export async function whoMayEnter(
  scope: Scope,
  groupId: string,
  members: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select m.id from members m join groups g on g.org_id = m.org_id and g.id = ${groupId}
    where m.org_id = ${scope.org} and m.id = any(${[...members]}::uuid[]) and m.left_at is null
      and ${enters}`.execute(scope.db)
  return new Set(rows.map(({ id }) => id))
}

/**
 * SQL condition: the reader, or whoever may enter the private groups of `opened`, may see what belongs to the group of
 * the row aliased `alias` (a row of `groups`). A sub-group of a private group is private too (kept so by the verbs), so
 * one flag decides.
 */
export function groupVisible(reader: Scope | { opened: string[] }, alias: string): RawBuilder<boolean> {
  const opened = 'opened' in reader ? reader.opened : openedGroups(reader.actor)
  return sql<boolean>`(not ${sql.ref(`${alias}.private`)} or ${sql.ref(`${alias}.path`)} && ${opened}::uuid[])`
}
