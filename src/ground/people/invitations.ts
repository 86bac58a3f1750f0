import { sql } from 'kysely'
import { pageOf, readCursor } from '#platform/db/paging'
import { conflict, notFound } from '#platform/problem'
import { newIdIn, type Scope, tell } from '#platform/scope'
import { record, recordAll } from '#record'
import { findManagedGroup } from './groups.ts'
import type { Invitation, InvitationPage } from './invitation.contract.ts'
import { lifetimeDays, mailInvitation } from './invitation-mail.ts'
import { newLinkToken } from './links.ts'
import { nameOfOrganization } from './organization.ts'
import { groupsHeld } from './policy.ts'

export interface NewInvitation {
  email: string
  name: string
  title: string
  groupId: string
  role: Invitation['role']
  locale: 'en' | 'fr'
  /** In percent of full time. */
  workingTime: number
}

/** Invites someone by mail. Refused for an address that is or was a member's, or that is invited already. */
export async function inviteMember(scope: Scope, input: NewInvitation): Promise<{ id: string }> {
  const { passedOver, ids } = await inviteMembers(scope, [input])
  const [id] = ids
  if (id) return { id }
  throw isKnown(passedOver[0]?.state)
}

const isKnown = (state: 'member' | 'invited' | undefined) =>
  state === 'invited' ? conflict('invitation.open-already') : conflict('member.address-known')

/**
 * Invites many at once: each gets a mail with a link of their own, in their language. Addresses that are known
 * already are passed over, also those that someone else invites at this very moment.
 */
export async function inviteMembers(scope: Scope, lines: readonly NewInvitation[]) {
  const groups = [...new Set(lines.map(({ groupId }) => groupId))]
  for (const groupId of groups) await findManagedGroup(scope, groupId)
  const known = await knownAddresses(scope, lines)
  const wanted = new Map(
    lines
      .filter(({ email }) => !known.has(email.toLowerCase()))
      .map((line) => [line.email.toLowerCase(), line]),
  )
  const made = new Set<string>()
  const all = [...wanted.values()]
  for (let at = 0; at < all.length; at += 500) {
    for (const id of await insertInvitations(scope, all.slice(at, at + 500))) made.add(id)
  }
  if (made.size > 0) tell(scope, { topics: ['invitations'], to: [scope.actor.id] })
  const passedOver = lines.flatMap(({ email }) => {
    const state = known.get(email.toLowerCase())
    return state ? [{ email, state }] : []
  })
  return { ids: [...made], passedOver }
}

async function insertInvitations(scope: Scope, lines: readonly NewInvitation[]): Promise<string[]> {
  const organization = await nameOfOrganization(scope)
  const rows = lines.map((line) => ({ ...newLinkToken(scope), id: newIdIn(scope), line }))
  const values = rows.map(({ hash, id, line }) => ({
    orgId: scope.org,
    id,
    ...line,
    tokenHash: hash,
    invitedBy: scope.actor.id,
    invitedAt: scope.now,
    expiresAt: expiry(scope),
  }))
  const made = await scope.db
    .insertInto('invitations')
    .values(values)
    .onConflict((known) => known.doNothing())
    .returning('id')
    .execute()
  const ids = new Set(made.map(({ id }) => id))
  const sent = rows.filter((row) => ids.has(row.id))
  const said = ({ id, line: { email, groupId, role } }: (typeof rows)[number]) => ({
    invitationId: id,
    email,
    groupId,
    role,
  })
  await recordAll(scope, 'member.invited', sent.map(said))
  for (const { token, line } of sent) mailInvitation(scope, line, token, organization)
  return [...ids]
}

const expiry = (scope: Scope) => new Date(scope.now.getTime() + lifetimeDays * 24 * 3_600_000)

/** Which of these addresses, in small letters, are members (or were) or hold an open invitation. */
export async function knownAddresses(
  scope: Scope,
  lines: readonly { email: string }[],
): Promise<Map<string, 'member' | 'invited'>> {
  const addresses = lines.map(({ email }) => email.toLowerCase())
  const { rows } = await sql<{ email: string; state: 'member' | 'invited' }>`
    select lower(email) as email, 'invited' as state from invitations
      where org_id = ${scope.org} and lower(email) = any(${addresses}) and accepted_at is null and withdrawn_at is null
    union all
    select lower(email), 'member' from members where org_id = ${scope.org} and lower(email) = any(${addresses})`.execute(
    scope.db,
  )
  return new Map(rows.map(({ email, state }) => [email, state]))
}

/** Invitations without an answer, newest first, in the groups that the actor administers. */
export async function listInvitations(
  scope: Scope,
  query: { limit: number; after?: string | undefined },
): Promise<InvitationPage> {
  const after = readCursor(query.after, 'id')
  let found = scope.db
    .selectFrom('invitations as i')
    .innerJoin('groups as g', (join) => join.onRef('g.orgId', '=', 'i.orgId').onRef('g.id', '=', 'i.groupId'))
    .innerJoin('members as m', (join) =>
      join.onRef('m.orgId', '=', 'i.orgId').onRef('m.id', '=', 'i.invitedBy'),
    )
    .select(['i.id', 'i.email', 'i.name', 'i.groupId', 'g.name as group', 'i.role', 'i.locale'])
    .select(['i.invitedAt', 'i.expiresAt', 'm.id as inviterId', 'm.name as inviter', 'm.title'])
    .where('i.orgId', '=', scope.org)
    .where('i.acceptedAt', 'is', null)
    .where('i.withdrawnAt', 'is', null)
    .where(sql<boolean>`g.path && ${groupsHeld(scope.actor)}::uuid[]`)
  if (after) found = found.where('i.id', '<', String(after[0]))
  const rows = await found
    .orderBy('i.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = pageOf(rows, query.limit, ({ id }) => [id])
  const items = page.items.map(({ inviterId, inviter, title, ...row }) => ({
    ...row,
    invitedBy: { id: inviterId, name: inviter, title },
    expired: new Date(row.expiresAt) <= scope.now,
  }))
  return { items: items as Invitation[], next: page.next }
}

/** An invitation without an answer, in a group that the actor administers; throws 404 for any other. */
async function find(scope: Scope, id: string, state: 'open' | 'withdrawn') {
  const row = await scope.db
    .selectFrom('invitations')
    .select(['id', 'email', 'name', 'title', 'groupId', 'role', 'locale', 'workingTime'])
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', state === 'open' ? 'is' : 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('invitation')
  await findManagedGroup(scope, row.groupId)
  return row as NewInvitation & { id: string }
}

/** Withdraws an invitation: its link leads nowhere from then on, and the address may be invited again. */
export async function withdrawInvitation(scope: Scope, id: string): Promise<void> {
  await find(scope, id, 'open')
  await change(scope, id, { withdrawnAt: scope.now })
  await record(scope, 'invitation.withdrawn', { invitationId: id })
}

/** Takes back a withdrawal: the link that was sent leads in again, as long as it would have. */
export async function restoreInvitation(scope: Scope, id: string): Promise<void> {
  const invitation = await find(scope, id, 'withdrawn')
  const known = await knownAddresses(scope, [invitation])
  if (known.size > 0) throw isKnown(known.get(invitation.email.toLowerCase()))
  await change(scope, id, { withdrawnAt: null })
  await record(scope, 'invitation.restored', { invitationId: id })
}

/** Sends the mail again with a new link; the old one ends. */
export async function resendInvitation(scope: Scope, id: string): Promise<void> {
  const line = await find(scope, id, 'open')
  const { email, groupId, role } = line
  const { token, hash } = newLinkToken(scope)
  await change(scope, id, { tokenHash: hash, invitedAt: scope.now, expiresAt: expiry(scope) })
  await record(scope, 'member.invited', { invitationId: id, email, groupId, role })
  mailInvitation(scope, line, token, await nameOfOrganization(scope))
}

async function change(
  scope: Scope,
  id: string,
  set: { withdrawnAt: Date | null } | { tokenHash: string; invitedAt: Date; expiresAt: Date },
): Promise<void> {
  await scope.db
    .updateTable('invitations')
    .set(set)
    .where('orgId', '=', scope.org)
    .where('id', '=', id)
    .execute()
  tell(scope, { topics: ['invitations'], to: [scope.actor.id] })
}
