import { type RawBuilder, sql } from 'kysely'
import { roles } from '#people'
import { forbidden } from '#platform/problem'
import type { Actor, Scope } from '#platform/scope'

/** The groups that the actor leads or manages; what is below them is theirs too. */
const ledGroups = (actor: Actor): string[] => roles.groupsHeld(actor, 'leader', 'manager')

export const leadsSomebody = ({ actor }: Pick<Scope, 'actor'>): boolean => ledGroups(actor).length > 0

/** SQL: the member of this id is in a group that the actor leads or manages. */
export const isLed = ({ actor }: Scope, member: string): RawBuilder<boolean> => sql<boolean>`exists (
  select from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id
  where r.org_id = m.org_id and r.member_id = ${sql.ref(member)} and g.archived_at is null
    and g.path && ${ledGroups(actor)}::uuid[])`

/** Those of these members who are here, whom the actor leads or manages; nobody leads themselves. */
export async function ledOf(scope: Scope, members: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select m.id from members m where m.org_id = ${scope.org} and m.id = any(${[...members]}::uuid[])
      and m.left_at is null and m.id <> ${scope.actor.id} and ${isLed(scope, 'm.id')}`.execute(scope.db)
  return new Set(rows.map(({ id }) => id))
}

/** Throws 403 unless the actor leads or manages a group of each. */
export async function refuseUnlessSuperior(scope: Scope, members: readonly string[]): Promise<void> {
  const led = await ledOf(scope, members)
  if (members.some((id) => !led.has(id))) throw forbidden('kudos.not-superior')
}
