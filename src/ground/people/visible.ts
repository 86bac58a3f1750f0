import { type RawBuilder, sql } from 'kysely'
import type { Actor, Scope } from '#platform/scope'
import { openedGroups } from './policy.ts'

/** The groups that the actor was granted a role on. */
export const grantedGroups = (actor: Actor): string[] => [...new Set(actor.grants.map(({ on }) => on))]

/** The groups that the actor administers directly; what is below them is theirs too. */
export const adminGroups = (actor: Actor): string[] =>
  actor.grants.filter(({ role }) => role === 'admin').map(({ on }) => on)

/**
 * SQL condition: the reader, or whoever may enter the private groups of `opened`, may see what belongs to the group of
 * the row aliased `alias` (a row of `groups`). A sub-group of a private group is private too (kept so by the verbs), so
 * one flag decides.
 */
export function groupVisible(reader: Scope | { opened: string[] }, alias: string): RawBuilder<boolean> {
  const opened = 'opened' in reader ? reader.opened : openedGroups(reader.actor)
  return sql<boolean>`(not ${sql.ref(`${alias}.private`)} or ${sql.ref(`${alias}.path`)} && ${opened}::uuid[])`
}
