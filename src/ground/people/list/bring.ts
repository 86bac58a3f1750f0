import { sql } from 'kysely'
import type { Scope } from '#platform/scope'
import { inviteMembers, knownAddresses } from '../invitations.ts'
import type { ListPreview, WantedInvitation } from '../list.contract.ts'
import { holds, type Role } from '../policy.ts'
import { groupVisible } from '../visible.ts'
import { judge, type KnownGroup } from './judge.ts'
import { readTable } from './table.ts'

interface Usual {
  groupId?: string | undefined
  role?: Role | undefined
  locale?: 'en' | 'fr' | undefined
}

/** Reads a list of people and says line by line what would become of it. Changes nothing. */
export async function previewInvitations(
  scope: Scope,
  { groupId = scope.org, role = 'learner', locale = scope.actor.locale as 'en' | 'fr' }: Usual,
  bytes: Uint8Array | null,
): Promise<ListPreview> {
  const { encoding, columns, rows } = readTable(bytes ?? new Uint8Array())
  const groups = await knownGroups(scope)
  const addresses = await knownAddresses(
    scope,
    rows.map(({ values }) => values),
  )
  const lines = judge(rows, { groups, addresses, usual: { groupId, role, locale } })
  return { encoding, columns, lines, ready: lines.filter(({ state }) => state === 'ready').length }
}

/** The groups that the actor may see, with the names of those above them. */
async function knownGroups(scope: Scope): Promise<KnownGroup[]> {
  const rows = await scope.db
    .selectFrom('groups as g')
    .select(['g.id', 'g.path', 'g.name'])
    .where('g.orgId', '=', scope.org)
    .where('g.archivedAt', 'is', null)
    .where(groupVisible(scope, 'g'))
    .orderBy(sql`cardinality(g.path)`)
    .execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return rows.map(({ id, path }) => ({
    id,
    names: path.flatMap((one) => names.get(one) ?? []),
    isManaged: holds(scope.actor, path),
  }))
}

/** Invites all of these in this transaction; addresses that became known since the preview are passed over. */
export async function inviteMany(scope: Scope, invitations: readonly WantedInvitation[]) {
  const { ids, passedOver } = await inviteMembers(scope, invitations)
  return { invited: ids.length, passedOver }
}
