import { type RawBuilder, sql } from 'kysely'
import { findGroup, groupVisible, holds } from '#people'
import { forbidden, notFound } from '#platform/problem'
import type { Scope } from '#platform/scope'
import type { Audience, Purpose } from '../purpose.contract.ts'
import { findPurpose } from '../purposes.ts'

/** Whether somebody is among those to whom what comes of a purpose is shown, on a group with this path. */
function isShown(scope: Scope, audience: Audience, path: readonly string[]): boolean {
  if (audience === 'everyone') return true
  if (audience === 'leaders') return holds(scope.actor, path, 'leader', 'manager')
  if (audience === 'managers') return holds(scope.actor, path, 'manager')
  return audience === 'admins' && holds(scope.actor, path)
}

/** The groups of which a reader may see what comes of a purpose, the outermost first; and whether the purpose is on. */
export async function groupsShown(scope: Scope, purpose: Purpose) {
  const all = sql<{ id: string; name: string; path: string[] }>`select g.id, g.name, g.path from groups g
    where g.org_id = ${scope.org} and g.archived_at is null and ${groupVisible(scope, 'g')}
    order by cardinality(g.path), lower(g.name), g.id`
  const [state, { rows }] = await Promise.all([findPurpose(scope, purpose), all.execute(scope.db)])
  const groups = rows.filter(({ path }) => isShown(scope, state.seenBy, path))
  return { isOn: state.onSince !== null, groups: groups.map(({ id, name }) => ({ id, name })) }
}

/** The group that is asked for, or the outermost that is shown. Refuses whoever may not see it; 404 for one that they may not know of. */
export async function groupAmong(
  scope: Scope,
  groups: readonly { id: string }[],
  asked: string | undefined,
): Promise<string> {
  if (asked !== undefined) await findGroup(scope, asked)
  const found = groups.find(({ id }) => asked === undefined || id === asked)
  if (!found) throw forbidden('radar.not-yours')
  return found.id
}

/** Refuses whoever may not see what is found out about a member: themselves, and those to whom it is shown in one of their groups. */
export async function enterMember(scope: Scope, memberId: string): Promise<void> {
  if (memberId === scope.actor.id) return
  const paths = sql<{ path: string[] | null }>`select g.path from members m
    left join roles r on r.org_id = m.org_id and r.member_id = m.id
    left join groups g on g.org_id = r.org_id and g.id = r.group_id
    where m.org_id = ${scope.org} and m.id = ${memberId}`
  const [{ seenBy }, { rows }] = await Promise.all([findPurpose(scope, 'detection'), paths.execute(scope.db)])
  if (rows.length === 0) throw notFound('member')
  if (![[scope.org], ...rows.map(({ path }) => path ?? [])].some((path) => isShown(scope, seenBy, path)))
    throw forbidden('radar.not-yours')
}

/** SQL condition: what is found out about a member is shown to the reader, in one of the member's groups. */
export async function seesRow(
  scope: Scope,
  purpose: Purpose,
  memberId: RawBuilder<unknown>,
): Promise<RawBuilder<boolean>> {
  const { seenBy } = await findPurpose(scope, purpose)
  if (isShown(scope, seenBy, [scope.org])) return sql<boolean>`true`
  const on = scope.actor.grants.map((grant) => grant.on).filter((one) => isShown(scope, seenBy, [one]))
  return sql<boolean>`exists (select from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id
    where r.org_id = ${scope.org} and r.member_id = ${memberId} and g.path && ${on}::uuid[])`
}

/** SQL condition on members `m`: they are here, and have a role on a group or below it. */
const hereIn = (scope: Pick<Scope, 'org'>, groupId: string) => sql<boolean>`m.left_at is null
  ${
    groupId === scope.org
      ? sql``
      : sql`and exists (select from roles r join groups g on g.org_id = r.org_id and g.id = r.group_id
    where r.org_id = m.org_id and r.member_id = m.id and g.path @> array[${groupId}]::uuid[])`
  }`

/** SQL condition on members `m`: they are here, take part, and have a role on a group or below it. */
export const takingPartIn = (
  scope: Pick<Scope, 'org'>,
  groupId: string,
) => sql<boolean>`${hereIn(scope, groupId)}
  and not exists (select from detection_absences a
    where a.org_id = m.org_id and a.member_id = m.id and a.until is null)`

/** SQL: how many members are in a group, those who take no part among them: else it would tell that somebody takes none. */
export const membersIn = (
  scope: Pick<Scope, 'org'>,
  groupId: string,
) => sql<number>`(select count(*)::int from members m
  where m.org_id = ${scope.org} and ${hereIn(scope, groupId)})`
